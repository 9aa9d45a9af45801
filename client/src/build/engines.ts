import { execFile } from "node:child_process";
import * as vscode from "vscode";
import { chooseEngine, type EngineSetting, engineProgram, type FoundEngine, installationPage, type Tool } from "./engine.ts";

/** The engine of this machine: looked for at the first build the user starts, then remembered for each program. */
export class Engines {
  private readonly found = new Map<string, FoundEngine>();

  /** The engine that is known already, without starting anything. */
  known(setting: EngineSetting, tool: Tool): FoundEngine | undefined {
    return this.found.get(engineProgram(setting, tool));
  }

  /** Looks for the engine. One that is missing is looked for again the next time, since the user may have installed it. */
  async find(setting: EngineSetting, tool: Tool): Promise<FoundEngine | undefined> {
    const engine = this.known(setting, tool) ?? (await chooseEngine(setting, outputOf, tool));
    if (engine !== undefined) this.found.set(engineProgram(setting, tool), engine);
    return engine;
  }
}

/** The engine setting that holds for a document. */
export function engineSetting(document: vscode.Uri): EngineSetting {
  return vscode.workspace.getConfiguration("dockstage", document).get<EngineSetting>("engine", "auto");
}

/** Says that no engine answers. */
export function noEngineMessage(setting: EngineSetting, tool: Tool): string {
  return vscode.l10n.t(
    "No container engine answers: '{0}' is not installed or not on the PATH. Install it, or choose another one in the setting dockstage.engine.",
    engineProgram(setting, tool),
  );
}

/** Shows that no engine answers, and offers the way out. */
export async function showNoEngine(setting: EngineSetting, tool: Tool): Promise<void> {
  const openSettings = vscode.l10n.t("Open Settings");
  const howToInstall = vscode.l10n.t("How to Install");
  const choice = await vscode.window.showErrorMessage(noEngineMessage(setting, tool), openSettings, howToInstall);
  if (choice === openSettings) await vscode.commands.executeCommand("workbench.action.openSettings", "dockstage.engine");
  if (choice === howToInstall) await vscode.env.openExternal(vscode.Uri.parse(installationPage(setting, tool)));
}

/** What a program prints on its standard output, without a shell; undefined when it cannot be started, fails or takes longer than 15 seconds. */
export function outputOf(argv: readonly string[]): Promise<string | undefined> {
  const [program, ...args] = argv as readonly [string, ...string[]];
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 15_000, windowsHide: true }, (error, output) => resolve(error === null ? output : undefined));
  });
}
