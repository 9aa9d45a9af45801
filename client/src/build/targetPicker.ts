import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import type { FileTargets } from "../targets/buildTargets.ts";
import { localizedTargetWords } from "../targets/localizedTargetWords.ts";
import { indexAt, targetRows } from "../targets/targetRows.ts";
import { isConsumerToBuild, isStageToBuild, type OneToBuild, type StageToBuild } from "./buildRequest.ts";

interface TargetItem<Target> extends vscode.QuickPickItem {
  readonly target: Target;
}

/** Lets the user choose what to build of the file in the active editor, for a command that came without it. Undefined when nothing is chosen. */
export function pickTarget(server: LanguageServer): Promise<OneToBuild | undefined> {
  return pick(server, vscode.l10n.t("Stage or service to build"), (build) =>
    isStageToBuild(build) || isConsumerToBuild(build) ? build : undefined,
  );
}

/**
 * The same for a command that can do nothing with a service.
 * @param placeHolder what is asked
 */
export function pickStage(server: LanguageServer, placeHolder: string): Promise<StageToBuild | undefined> {
  return pick(server, placeHolder, (build) => (isStageToBuild(build) ? build : undefined));
}

/** The list begins at what the cursor is in, so that Enter takes that. Where there is one thing only nothing is asked. */
async function pick<Target>(
  server: LanguageServer,
  placeHolder: string,
  taken: (build: unknown) => Target | undefined,
): Promise<Target | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString();
  const targets = uri === undefined ? undefined : await server.ask<FileTargets>("dockstage/targets", { document: uri });
  const here = editor && targets ? indexAt(targets, editor.selection.active.line + 1) : -1;
  let active: TargetItem<Target> | undefined;
  const items = (targets ? targetRows(uri ?? "", targets, localizedTargetWords()) : []).flatMap((row, index): TargetItem<Target>[] => {
    const target = taken(row.build);
    if (target === undefined) return [];
    const item = { label: row.label, description: row.description, target };
    if (index === here) active = item;
    return [item];
  });
  if (items.length === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t("Nothing is to be built in the active editor. Open a Dockerfile."));
  return items.length > 1 ? show(items, active, placeHolder) : items[0]?.target;
}

function show<Target>(
  items: readonly TargetItem<Target>[],
  active: TargetItem<Target> | undefined,
  placeHolder: string,
): Promise<Target | undefined> {
  const list = vscode.window.createQuickPick<TargetItem<Target>>();
  list.items = items;
  list.placeholder = placeHolder;
  list.matchOnDescription = true;
  if (active !== undefined) list.activeItems = [active];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.target);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
