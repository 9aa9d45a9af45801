import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { documentOf, isBuildTarget, requestBuildCommand } from "./buildRequest.ts";
import type { BuildTaskProvider } from "./buildTaskProvider.ts";
import { toolFor } from "./engine.ts";
import { type Engines, engineSetting, showNoEngine } from "./engines.ts";
import { shellKind } from "./shell.ts";
import { pickStage } from "./stagePicker.ts";

/**
 * The command `dockstage.buildTarget`: builds a stage or a compose service as a task. What stands in the way is said before a task is
 * started: an untrusted workspace, no engine, a stage that is not there, a document that is no file.
 *
 * @param argument what to build, from a lens or a key binding; without one the user is asked
 */
export async function buildTarget(argument: unknown, server: LanguageServer, engines: Engines, tasks: BuildTaskProvider): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    await showUntrusted();
    return;
  }
  const target = isBuildTarget(argument) ? argument : await pickStage();
  if (target === undefined) return;

  const setting = engineSetting(vscode.Uri.parse(documentOf(target)));
  const tool = toolFor(target);
  const engine = await engines.find(setting, tool);
  if (engine === undefined) {
    await showNoEngine(setting, tool);
    return;
  }
  try {
    await requestBuildCommand(server, target, shellKind(vscode.env.shell), engine);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return;
  }
  await vscode.tasks.executeTask(tasks.taskFor(target));
}

async function showUntrusted(): Promise<void> {
  const manageTrust = vscode.l10n.t("Manage Workspace Trust");
  const message = vscode.l10n.t("Nothing is built in a workspace that is not trusted.");
  if ((await vscode.window.showWarningMessage(message, manageTrust)) === manageTrust) {
    await vscode.commands.executeCommand("workbench.trust.manage");
  }
}
