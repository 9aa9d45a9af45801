import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { isStageToBuild, requestBuildCommand } from "./buildRequest.ts";
import { type BuildTaskProvider, noCheckMessage } from "./buildTaskProvider.ts";
import { hasCheck } from "./buildxVersion.ts";
import type { Engines } from "./engines.ts";
import { engineFor, isAllowed, showError } from "./readyToBuild.ts";
import { shellKind } from "./shell.ts";
import { pickStage } from "./targetPicker.ts";

/**
 * The command `dockstage.checkTarget`: has the engine check what a build of a stage would run (`docker buildx build --call=check`), and shows what it
 * found as diagnostics of its own.
 *
 * @param argument the stage, from a key binding; without one the user is asked
 */
export async function checkTarget(argument: unknown, server: LanguageServer, engines: Engines, tasks: BuildTaskProvider): Promise<void> {
  if (!(await isAllowed())) return;
  const target = isStageToBuild(argument) ? argument : await pickStage(server, vscode.l10n.t("Stage to check"));
  if (target === undefined) return;
  const found = await engineFor(target, engines);
  if (found === undefined) return;
  if (found.engine === "buildx" && !hasCheck(found.buildx)) {
    void vscode.window.showWarningMessage(noCheckMessage(found.buildx));
    return;
  }
  try {
    await requestBuildCommand(server, target, { shell: shellKind(vscode.env.shell), engine: found.engine, check: true });
  } catch (error) {
    showError(error);
    return;
  }
  await vscode.tasks.executeTask(tasks.taskFor(target, { check: true }));
}
