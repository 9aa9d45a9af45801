import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type BuildChoices, type BuildTarget, documentOf, requestBuildCommand } from "./buildRequest.ts";
import { type BuildTask, choicesOf, namesSomething, targetOf, taskOf } from "./buildTask.ts";
import { type BuildEnd, type BuildFindings, BuildTerminal, type PreparedBuild } from "./buildTerminal.ts";
import { hasCheck, hasRawJson } from "./buildxVersion.ts";
import { toolFor } from "./engine.ts";
import { type Engines, engineSetting, noEngineMessage, showNoEngine } from "./engines.ts";
import { findBuildable } from "./findBuildable.ts";
import { shellKind } from "./shell.ts";
import { locateTaskFile, taskFile } from "./taskFile.ts";

type Definition = vscode.TaskDefinition & BuildTask;

/** The task type `dockstage`: builds one stage, several, or what a consumer of stages asks for. */
export class BuildTaskProvider implements vscode.TaskProvider, vscode.Disposable {
  static readonly type = "dockstage";

  private readonly terminals = new Set<BuildTerminal>();

  constructor(
    private readonly server: LanguageServer,
    private readonly engines: Engines,
    private readonly findings: BuildFindings,
  ) {}

  /** A task for each stage and each service that can be built, of the whole workspace; starts nothing. */
  async provideTasks(): Promise<vscode.Task[]> {
    return (await findBuildable(this.server)).map(({ target }) => this.taskFor(target));
  }

  /** Completes a task of tasks.json. */
  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const definition = task.definition as Definition;
    return namesSomething(definition) ? this.createTask(definition, task.scope ?? vscode.TaskScope.Workspace) : undefined;
  }

  /** The task that builds `target` now. */
  taskFor(target: BuildTarget, choices: BuildChoices & { check?: boolean } = {}, onEnd?: BuildEnd): vscode.Task {
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(documentOf(target)));
    const nameFile = (uri: string) => taskFile(vscode.Uri.parse(uri), folder);
    const definition = { type: BuildTaskProvider.type, ...taskOf(target, choices, nameFile) };
    return this.createTask(definition, folder ?? vscode.TaskScope.Global, onEnd);
  }

  /** Ends the builds that still run. */
  dispose(): void {
    for (const terminal of this.terminals) terminal.close();
  }

  private createTask(definition: Definition, scope: vscode.WorkspaceFolder | vscode.TaskScope, onEnd?: BuildEnd): vscode.Task {
    const folder = typeof scope === "object" ? scope : vscode.workspace.workspaceFolders?.[0];
    const execution = new vscode.CustomExecution(async (resolved) => {
      const terminal = new BuildTerminal(() => this.prepare(resolved as Definition, folder), this.findings, onEnd);
      this.terminals.add(terminal);
      terminal.onDidClose(() => this.terminals.delete(terminal));
      return terminal;
    });
    const task = new vscode.Task(definition, scope, nameOf(definition), BuildTaskProvider.type, execution);
    task.group = vscode.TaskGroup.Build;
    task.detail =
      definition.dockerfile ||
      definition.consumer ||
      definition.stages?.map(({ dockerfile, consumer }) => dockerfile || consumer).join(", ") ||
      "";
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true, showReuseMessage: false };
    return task;
  }

  private async prepare(definition: Definition, folder: vscode.WorkspaceFolder | undefined): Promise<PreparedBuild> {
    if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t("Nothing is built in a workspace that is not trusted."));
    const target = targetOf(definition, (named) => locate(named, folder).toString());
    const setting = engineSetting(vscode.Uri.parse(documentOf(target)));
    const tool = toolFor(target);
    const found = await this.engines.find(setting, tool);
    if (found === undefined) {
      void showNoEngine(setting, tool);
      throw new Error(noEngineMessage(setting, tool));
    }
    if (definition.check && found.engine === "buildx" && !hasCheck(found.buildx)) throw new Error(noCheckMessage(found.buildx));
    const form = definition.check ? "check" : tool === "build" && hasRawJson(found.buildx) ? "rawjson" : "plain";
    const command = await requestBuildCommand(this.server, target, {
      shell: shellKind(vscode.env.shell),
      engine: found.engine,
      choices: choicesOf(definition),
      ...(form === "rawjson" && { progress: "rawjson" }),
      ...(form === "check" && { check: true }),
    });
    return { command, form };
  }
}

/** Says that this buildx cannot check. */
export function noCheckMessage(version: readonly [number, number] | null): string {
  return vscode.l10n.t(
    "The engine's own check needs docker buildx 0.15 or later; this is {0}. Dockstage's own findings need no engine.",
    version === null ? "?" : version.join("."),
  );
}

function locate(named: string, folder: vscode.WorkspaceFolder | undefined): vscode.Uri {
  const file = locateTaskFile(named, folder);
  if (file === undefined) throw new Error(vscode.l10n.t("'{0}' is a relative path, and no folder is open.", named));
  return file;
}

function nameOf({ stage, build, stages, check }: Definition): string {
  if (stages) return vscode.l10n.t("build {0}", stages.map((one) => one.stage ?? one.build ?? one.dockerfile).join(", "));
  const named = stage ?? build;
  if (check) return named ? vscode.l10n.t("check {0}", named) : vscode.l10n.t("check the default target");
  return named ? vscode.l10n.t("build {0}", named) : vscode.l10n.t("build the default target");
}
