import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type BuildCommand, type BuildTarget, documentOf, requestBuildCommand } from "./buildRequest.ts";
import { BuildTerminal } from "./buildTerminal.ts";
import { toolFor } from "./engine.ts";
import { type Engines, engineSetting, noEngineMessage, showNoEngine } from "./engines.ts";
import { shellKind } from "./shell.ts";
import { locateTaskFile, taskFile } from "./taskFile.ts";

/**
 * What stands in tasks.json: `{ "type": "dockstage", "dockerfile": "api/Dockerfile", "stage": "builder" }`, or
 * `{ "type": "dockstage", "consumer": "compose.yaml", "build": "web" }`.
 */
interface BuildTaskDefinition extends vscode.TaskDefinition {
  readonly dockerfile?: string;
  readonly stage?: string;
  readonly consumer?: string;
  readonly build?: string;
}

/** The task type `dockstage`: builds one stage, or what a consumer of stages asks for. */
export class BuildTaskProvider implements vscode.TaskProvider, vscode.Disposable {
  static readonly type = "dockstage";

  private readonly terminals = new Set<BuildTerminal>();

  constructor(
    private readonly server: LanguageServer,
    private readonly engines: Engines,
  ) {}

  /** Nothing is offered unasked: which stages there are is what the lenses show. */
  provideTasks(): vscode.Task[] {
    return [];
  }

  /** Completes a task of tasks.json. */
  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const definition = task.definition as BuildTaskDefinition;
    return isComplete(definition) ? this.createTask(definition, task.scope ?? vscode.TaskScope.Workspace) : undefined;
  }

  /** The task that builds `target` now. */
  taskFor(target: BuildTarget): vscode.Task {
    const uri = vscode.Uri.parse(documentOf(target));
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const file = taskFile(uri, folder);
    const definition: BuildTaskDefinition =
      "consumer" in target
        ? { type: BuildTaskProvider.type, consumer: file, build: target.build }
        : { type: BuildTaskProvider.type, dockerfile: file, ...(target.stage !== null && { stage: target.stage }) };
    return this.createTask(definition, folder ?? vscode.TaskScope.Global);
  }

  /** Ends the builds that still run. */
  dispose(): void {
    for (const terminal of this.terminals) terminal.close();
  }

  private createTask(definition: BuildTaskDefinition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
    const folder = typeof scope === "object" ? scope : vscode.workspace.workspaceFolders?.[0];
    const named = definition.stage ?? definition.build;
    const name = named ? vscode.l10n.t("build {0}", named) : vscode.l10n.t("build the default target");
    const execution = new vscode.CustomExecution(async (resolved) => {
      const terminal = new BuildTerminal(() => this.prepare(resolved as BuildTaskDefinition, folder));
      this.terminals.add(terminal);
      terminal.onDidClose(() => this.terminals.delete(terminal));
      return terminal;
    });
    const task = new vscode.Task(definition, scope, name, BuildTaskProvider.type, execution);
    task.group = vscode.TaskGroup.Build;
    task.detail = definition.dockerfile || definition.consumer || "";
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true, showReuseMessage: false };
    return task;
  }

  private async prepare(definition: BuildTaskDefinition, folder: vscode.WorkspaceFolder | undefined): Promise<BuildCommand> {
    if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t("Nothing is built in a workspace that is not trusted."));
    const named = definition.dockerfile || definition.consumer || "";
    const file = locateTaskFile(named, folder);
    if (file === undefined) throw new Error(vscode.l10n.t("'{0}' is a relative path, and no folder is open.", named));
    const target: BuildTarget = definition.dockerfile
      ? { dockerfile: file.toString(), stage: definition.stage ?? null }
      : { consumer: file.toString(), build: definition.build ?? "" };
    const setting = engineSetting(file);
    const tool = toolFor(target);
    const engine = await this.engines.find(setting, tool);
    if (engine === undefined) {
      void showNoEngine(setting, tool);
      throw new Error(noEngineMessage(setting, tool));
    }
    return requestBuildCommand(this.server, target, shellKind(vscode.env.shell), engine);
  }
}

/** Whether a definition written by hand names something to build. */
function isComplete({ dockerfile, consumer, build }: BuildTaskDefinition): boolean {
  const isText = (value: unknown) => typeof value === "string" && value !== "";
  return isText(dockerfile) || (isText(consumer) && isText(build));
}
