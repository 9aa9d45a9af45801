import * as vscode from "vscode";
import { type BuildTarget, documentOf } from "./buildRequest.ts";
import { type FoundEngine, toolFor } from "./engine.ts";
import { type Engines, engineSetting, showNoEngine } from "./engines.ts";

/** Whether builds are allowed; says so when they are not. */
export async function isAllowed(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manageTrust = vscode.l10n.t("Manage Workspace Trust");
  const message = vscode.l10n.t("Nothing is built in a workspace that is not trusted.");
  void vscode.window.showWarningMessage(message, manageTrust).then((choice) => {
    if (choice === manageTrust) void vscode.commands.executeCommand("workbench.trust.manage");
  });
  return false;
}

/** The engine that builds a target, looked for now unless it is known; says so and answers undefined when there is none. */
export async function engineFor(target: BuildTarget, engines: Engines): Promise<FoundEngine | undefined> {
  const setting = engineSetting(vscode.Uri.parse(documentOf(target)));
  const tool = toolFor(target);
  const found = await engines.find(setting, tool);
  if (found === undefined) void showNoEngine(setting, tool);
  return found;
}

/** Shows an error's message. */
export function showError(error: unknown): void {
  void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
}
