import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type BuildTarget, isStageToBuild, type OneToBuild } from "./buildRequest.ts";
import { startBuild } from "./buildTarget.ts";
import type { BuildTaskProvider } from "./buildTaskProvider.ts";
import type { Engines } from "./engines.ts";
import { type Buildable, findBuildable } from "./findBuildable.ts";
import { engineFor, isAllowed } from "./readyToBuild.ts";

/** The key under which a workspace remembers what was picked last. */
const lastPicked = "dockstage.buildSeveral";

interface BuildableItem extends vscode.QuickPickItem {
  readonly buildable?: Buildable;
}

/**
 * The command `dockstage.buildSeveral`: builds stages and services picked from a list, side by side, in one run of `docker buildx bake` over a definition on
 * its standard input. An engine without bake builds each by itself.
 */
export async function buildSeveral(
  server: LanguageServer,
  engines: Engines,
  tasks: BuildTaskProvider,
  memory: vscode.Memento,
): Promise<void> {
  if (!(await isAllowed())) return;
  const buildable = await findBuildable(server);
  if (buildable.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There are no stages and no services to build in this workspace."));
    return;
  }
  const picked = await vscode.window.showQuickPick(itemsFor(buildable, new Set(memory.get<string[]>(lastPicked, []))), {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: vscode.l10n.t("Stages and services to build"),
  });
  const targets = (picked ?? []).flatMap((item) => item.buildable?.target ?? []);
  if (targets.length === 0) return;
  await memory.update(lastPicked, targets.map(keyOf));
  for (const target of await inRuns(targets, engines)) await startBuild(target, {}, server, engines, tasks);
}

/** What is run: all of it together where the engine can. */
async function inRuns([first, ...others]: readonly OneToBuild[], engines: Engines): Promise<BuildTarget[]> {
  if (first === undefined || others.length === 0) return first === undefined ? [] : [first];
  const several: BuildTarget = { stages: [first, ...others] };
  const found = await engineFor(several, engines);
  if (found === undefined) return [];
  return found.engine === "buildx" ? [several] : [first, ...others];
}

function itemsFor(buildable: readonly Buildable[], picked: ReadonlySet<string>): BuildableItem[] {
  let file = "";
  return buildable.flatMap((one): BuildableItem[] => {
    const line: BuildableItem[] = one.path === file || file === "" ? [] : [{ label: "", kind: vscode.QuickPickItemKind.Separator }];
    file = one.path;
    const notes = [one.path, one.asksFor ?? "", one.isDefault ? vscode.l10n.t("default target") : ""].filter(Boolean);
    const icon = isStageToBuild(one.target) ? "$(layers)" : "$(server-environment)";
    return [
      ...line,
      { label: `${icon} ${one.name}`, description: notes.join(" · "), buildable: one, picked: picked.has(keyOf(one.target)) },
    ];
  });
}

function keyOf(target: Buildable["target"]): string {
  return isStageToBuild(target) ? `${target.dockerfile} ${target.stage}` : `${target.consumer} ${target.build}`;
}
