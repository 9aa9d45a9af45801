import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type BuildChoices, type BuildTarget, documentOf, isBuildTarget, requestBuildCommand } from "./buildRequest.ts";
import { toolFor } from "./engine.ts";
import { type Engines, engineSetting } from "./engines.ts";
import { showError } from "./readyToBuild.ts";
import { type Shell, shellKind } from "./shell.ts";
import { pickTarget } from "./targetPicker.ts";

const shellNames: Record<Shell, string> = { sh: "sh", powershell: "PowerShell", cmd: "cmd" };

/**
 * The command `dockstage.copyBuildCommand`: puts the build's command line on the clipboard, quoted for the user's shell, and offers the others. Starts
 * nothing: the engine is the one a build has found before, else the one the server takes by the settings.
 *
 * @param argument what to build, from a lens or a key binding; without one the user is asked. Several stages are no command line: their definition
 *   is read from the standard input
 */
export async function copyBuildCommand(argument: unknown, server: LanguageServer, engines: Engines): Promise<void> {
  const target = isBuildTarget(argument) && !("stages" in argument) ? argument : await pickTarget(server);
  if (target !== undefined) await copyCommandOf(target, {}, server, engines);
}

/** Copies the command of a build with what is asked for besides; says why where the shell cannot be given it as a line, and leaves the clipboard as it is. */
export async function copyCommandOf(
  target: BuildTarget,
  choices: BuildChoices,
  server: LanguageServer,
  engines: Engines,
  shell: Shell = shellKind(vscode.env.shell),
): Promise<void> {
  const engine = engines.known(engineSetting(vscode.Uri.parse(documentOf(target))), toolFor(target))?.engine;
  try {
    const build = await requestBuildCommand(server, target, { shell, ...(engine && { engine }), choices });
    const others = (Object.keys(shellNames) as Shell[])
      .filter((other) => other !== shell)
      .map((other) => ({ title: vscode.l10n.t("For {0}", shellNames[other]), shell: other }));
    const copyForOther = (other?: { readonly shell: Shell }) => {
      if (other) void copyCommandOf(target, choices, server, engines, other.shell);
    };
    if (build.textProblem !== undefined) {
      void vscode.window.showWarningMessage(build.textProblem, ...others).then(copyForOther);
      return;
    }
    await vscode.env.clipboard.writeText(build.text);
    const message = vscode.l10n.t("Copied for {0}. Run it in {1}", shellNames[shell], build.cwd);
    void vscode.window.showInformationMessage(message, ...others).then(copyForOther);
  } catch (error) {
    showError(error);
  }
}
