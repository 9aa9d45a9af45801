import * as vscode from "vscode";
import { BuildDiagnostics } from "./build/buildDiagnostics.ts";
import { buildSeveral } from "./build/buildSeveral.ts";
import { buildTarget } from "./build/buildTarget.ts";
import { buildTargetWith } from "./build/buildTargetWith.ts";
import { BuildTaskProvider } from "./build/buildTaskProvider.ts";
import { CheckDiagnostics } from "./build/checkDiagnostics.ts";
import { checkTarget } from "./build/checkTarget.ts";
import { copyBuildCommand } from "./build/copyBuildCommand.ts";
import { Engines } from "./build/engines.ts";
import { runTarget } from "./build/runTarget.ts";
import { StageStateLenses } from "./build/stageStateLenses.ts";
import { StageStates } from "./build/stageStates.ts";
import { StepLogs } from "./build/stepLogs.ts";
import { GraphPanel } from "./graph/graphPanel.ts";
import { GraphPanels, stageToShow } from "./graph/graphPanels.ts";
import { LanguageServer } from "./languageServer.ts";
import { showReferences } from "./showReferences.ts";
import { revealStage } from "./targets/revealStage.ts";
import { StageStatus } from "./targets/stageStatus.ts";
import { targetOfRow } from "./targets/targetRows.ts";
import { TargetsTree } from "./targets/targetsTree.ts";

let server: LanguageServer | undefined;

/** Starts the language server and registers the commands and the task type. Runs nothing else. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Dockstage", { log: true });
  server = new LanguageServer(context, output);
  const languageServer = server;
  const engines = new Engines();
  const findings = { states: new StageStates(languageServer), failures: new BuildDiagnostics(), checks: new CheckDiagnostics() };
  const tasks = new BuildTaskProvider(languageServer, engines, findings);
  const logs = new StepLogs(findings.states);
  const memory = context.workspaceState;
  const graphs = new GraphPanels(context.extensionUri, languageServer, findings.states);
  const targets = new TargetsTree(languageServer, findings.states);

  context.subscriptions.push(
    output,
    tasks,
    ...Object.values(findings),
    vscode.tasks.registerTaskProvider(BuildTaskProvider.type, tasks),
    vscode.commands.registerCommand("dockstage.buildTarget", (target) => buildTarget(targetOfRow(target), languageServer, engines, tasks)),
    vscode.commands.registerCommand("dockstage.buildTargetWith", (target) =>
      buildTargetWith(targetOfRow(target), languageServer, engines, tasks, memory),
    ),
    vscode.commands.registerCommand("dockstage.buildSeveral", () => buildSeveral(languageServer, engines, tasks, memory)),
    vscode.commands.registerCommand("dockstage.checkTarget", (target) => checkTarget(targetOfRow(target), languageServer, engines, tasks)),
    vscode.commands.registerCommand("dockstage.runTarget", (target) => runTarget(targetOfRow(target), languageServer, engines, tasks)),
    vscode.commands.registerCommand("dockstage.showStepLog", (log) => logs.show(log)),
    vscode.workspace.registerTextDocumentContentProvider(StepLogs.scheme, logs),
    vscode.languages.registerCodeLensProvider(StageStateLenses.languages, new StageStateLenses(findings.states)),
    vscode.commands.registerCommand("dockstage.copyBuildCommand", (target) =>
      copyBuildCommand(targetOfRow(target), languageServer, engines),
    ),
    graphs,
    targets,
    new StageStatus(languageServer),
    vscode.window.registerTreeDataProvider("dockstage.targets", targets),
    vscode.window.registerWebviewPanelSerializer(GraphPanel.viewType, graphs),
    vscode.commands.registerCommand("dockstage.showGraph", (stage) => graphs.show(stageToShow(stage))),
    vscode.commands.registerCommand("dockstage.showWorkspaceGraph", () => graphs.showAll()),
    vscode.commands.registerCommand("dockstage.revealStage", revealStage),
    vscode.commands.registerCommand("dockstage.showReferences", showReferences),
    vscode.commands.registerCommand("dockstage.restartServer", () => languageServer.restart()),
    vscode.commands.registerCommand("dockstage.showOutput", () => output.show(true)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("dockstage.server.path")) void languageServer.restart();
    }),
  );
  await languageServer.start();
}

/** Ends the language server. Builds that still run are ended by the task provider's disposal. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
