import * as vscode from "vscode";
import { isStageToBuild, type StageToBuild } from "./buildRequest.ts";

interface StageItem extends vscode.QuickPickItem {
  readonly target: StageToBuild;
}

/**
 * Lets the user choose a stage of the Dockerfile in the active editor, for a command that came without one. The stages are those that
 * the server's build lenses name; without lenses only the default target is left. Undefined when nothing is chosen.
 *
 * @param placeHolder what is asked
 */
export async function pickStage(placeHolder = vscode.l10n.t("Stage to build")): Promise<StageToBuild | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "dockerfile") {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a Dockerfile first."));
    return undefined;
  }
  const { uri } = editor.document;
  const lenses = (await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>("vscode.executeCodeLensProvider", uri)) ?? [];
  const items = lenses.flatMap((lens) => stageItem(lens) ?? []);
  if (items.length === 0) return { dockerfile: uri.toString(), stage: null };
  if (items.length === 1) return items[0]?.target;
  const choice = await vscode.window.showQuickPick(items, { placeHolder });
  return choice?.target;
}

function stageItem(lens: vscode.CodeLens): StageItem | undefined {
  const target: unknown = lens.command?.command === "dockstage.buildTarget" ? lens.command.arguments?.[0] : undefined;
  if (!isStageToBuild(target)) return undefined;
  return {
    label: target.stage ?? vscode.l10n.t("default target"),
    description: vscode.l10n.t("line {0}", lens.range.start.line + 1),
    target,
  };
}
