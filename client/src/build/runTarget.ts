import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { isStageToBuild } from "./buildRequest.ts";
import { startBuild } from "./buildTarget.ts";
import type { BuildTaskProvider } from "./buildTaskProvider.ts";
import type { Engines } from "./engines.ts";
import { isAllowed } from "./readyToBuild.ts";
import { pickStage } from "./targetPicker.ts";

/**
 * The command `dockstage.runTarget`: builds a stage, and runs the image in a terminal of its own when that went well. The terminal's program is the
 * engine itself, without a shell.
 *
 * @param argument the stage, from a key binding; without one the user is asked
 */
export async function runTarget(argument: unknown, server: LanguageServer, engines: Engines, tasks: BuildTaskProvider): Promise<void> {
  if (!(await isAllowed())) return;
  const target = isStageToBuild(argument) ? argument : await pickStage(server, vscode.l10n.t("Stage to run"));
  if (target === undefined) return;
  await startBuild(target, {}, server, engines, tasks, (exitCode, command) => {
    if (exitCode !== 0 || command === undefined) return;
    if (command.run === undefined) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t("The image has no name, so it cannot be run. Give it one in the setting dockstage.build.tag."),
      );
      return;
    }
    const [shellPath, ...shellArgs] = command.run;
    const terminal = vscode.window.createTerminal({
      name: vscode.l10n.t("run {0}", command.tag ?? ""),
      shellPath,
      shellArgs,
      cwd: command.cwd,
      iconPath: new vscode.ThemeIcon("play"),
    });
    terminal.show();
  });
}
