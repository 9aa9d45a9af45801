import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type BuildCommand, requestBuildCommand, type StageToBuild } from "./buildRequest.ts";
import { BuildTerminal } from "./buildTerminal.ts";
import { type Engines, engineSetting, noEngineMessage, showNoEngine } from "./engines.ts";
import { shellKind } from "./shell.ts";
import { locateDockerfile, taskDockerfile } from "./taskDockerfile.ts";

/** What stands in tasks.json: `{ "type": "dockstage", "dockerfile": "api/Dockerfile", "stage": "builder" }`. */
interface BuildTaskDefinition extends vscode.TaskDefinition {
  readonly dockerfile: string;
  readonly stage?: string;
}

/** The task type `dockstage`: builds one stage. */
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
    const definition = task.definition as Partial<BuildTaskDefinition> & vscode.TaskDefinition;
    if (typeof definition.dockerfile !== "string" || definition.dockerfile === "") return undefined;
    return this.createTask(task.definition as BuildTaskDefinition, task.scope ?? vscode.TaskScope.Workspace);
  }

  /** The task that builds `target` now. */
  taskFor(target: StageToBuild): vscode.Task {
    const uri = vscode.Uri.parse(target.dockerfile);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const definition: BuildTaskDefinition = {
      type: BuildTaskProvider.type,
      dockerfile: taskDockerfile(uri, folder),
      ...(target.stage !== null && { stage: target.stage }),
    };
    return this.createTask(definition, folder ?? vscode.TaskScope.Global);
  }

  /** Ends the builds that still run. */
  dispose(): void {
    for (const terminal of this.terminals) terminal.close();
  }

  private createTask(definition: BuildTaskDefinition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
    const folder = typeof scope === "object" ? scope : vscode.workspace.workspaceFolders?.[0];
    const name = definition.stage ? vscode.l10n.t("build {0}", definition.stage) : vscode.l10n.t("build the default target");
    const execution = new vscode.CustomExecution(async (resolved) => {
      const terminal = new BuildTerminal(() => this.prepare(resolved as BuildTaskDefinition, folder));
      this.terminals.add(terminal);
      terminal.onDidClose(() => this.terminals.delete(terminal));
      return terminal;
    });
    const task = new vscode.Task(definition, scope, name, BuildTaskProvider.type, execution);
    task.group = vscode.TaskGroup.Build;
    task.detail = definition.dockerfile;
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true, showReuseMessage: false };
    return task;
  }

  private async prepare(definition: BuildTaskDefinition, folder: vscode.WorkspaceFolder | undefined): Promise<BuildCommand> {
    if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t("Nothing is built in a workspace that is not trusted."));
    const dockerfile = locateDockerfile(definition.dockerfile, folder);
    if (dockerfile === undefined) {
      throw new Error(vscode.l10n.t("'{0}' is a relative path, and no folder is open.", definition.dockerfile));
    }
    const setting = engineSetting(dockerfile);
    const engine = await this.engines.find(setting);
    if (engine === undefined) {
      void showNoEngine(setting);
      throw new Error(noEngineMessage(setting));
    }
    const target = { dockerfile: dockerfile.toString(), stage: definition.stage ?? null };
    return requestBuildCommand(this.server, target, shellKind(vscode.env.shell), engine);
  }
}
