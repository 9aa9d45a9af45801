import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { documentOf, isBuildTarget, requestBuildCommand } from "./buildRequest.ts";
import { toolFor } from "./engine.ts";
import { type Engines, engineSetting } from "./engines.ts";
import { shellKind } from "./shell.ts";
import { pickStage } from "./stagePicker.ts";

/**
 * The command `dockstage.copyBuildCommand`: puts the build's command line on the clipboard, quoted for the user's shell. Starts nothing:
 * the engine is the one a build has found before, else the one the server takes by the settings.
 *
 * @param argument what to build, from a lens or a key binding; without one the user is asked
 */
export async function copyBuildCommand(argument: unknown, server: LanguageServer, engines: Engines): Promise<void> {
  const target = isBuildTarget(argument) ? argument : await pickStage();
  if (target === undefined) return;
  const engine = engines.known(engineSetting(vscode.Uri.parse(documentOf(target))), toolFor(target));
  try {
    const build = await requestBuildCommand(server, target, shellKind(vscode.env.shell), engine);
    await vscode.env.clipboard.writeText(build.text);
    void vscode.window.showInformationMessage(vscode.l10n.t("Copied. Run it in {0}", build.cwd));
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
