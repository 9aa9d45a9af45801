import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type BuildChoices, type BuildTarget, isBuildTarget, requestBuildCommand } from "./buildRequest.ts";
import type { BuildTaskProvider } from "./buildTaskProvider.ts";
import type { BuildEnd } from "./buildTerminal.ts";
import type { Engines } from "./engines.ts";
import { engineFor, isAllowed, showError } from "./readyToBuild.ts";
import { shellKind } from "./shell.ts";
import { pickTarget } from "./targetPicker.ts";

/**
 * The command `dockstage.buildTarget`: builds a stage or a compose service as a task. What stands in the way is said before a task is
 * started: an untrusted workspace, no engine, a stage that is not there, a document that is no file.
 *
 * @param argument what to build, from a lens or a key binding; without one the user is asked
 */
export async function buildTarget(argument: unknown, server: LanguageServer, engines: Engines, tasks: BuildTaskProvider): Promise<void> {
  if (!(await isAllowed())) return;
  const target = isBuildTarget(argument) ? argument : await pickTarget(server);
  if (target !== undefined) await startBuild(target, {}, server, engines, tasks);
}

/**
 * Starts the task of a build, once it is sure that it can be started.
 * @param onEnd is told how it ended
 */
export async function startBuild(
  target: BuildTarget,
  choices: BuildChoices,
  server: LanguageServer,
  engines: Engines,
  tasks: BuildTaskProvider,
  onEnd?: BuildEnd,
): Promise<void> {
  const found = await engineFor(target, engines);
  if (found === undefined) return;
  try {
    await requestBuildCommand(server, target, { shell: shellKind(vscode.env.shell), engine: found.engine, choices });
  } catch (error) {
    showError(error);
    return;
  }
  await vscode.tasks.executeTask(tasks.taskFor(target, choices, onEnd));
}
