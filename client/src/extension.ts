import * as vscode from "vscode";
import { buildTarget } from "./build/buildTarget.ts";
import { BuildTaskProvider } from "./build/buildTaskProvider.ts";
import { copyBuildCommand } from "./build/copyBuildCommand.ts";
import { Engines } from "./build/engines.ts";
import { LanguageServer } from "./languageServer.ts";
import { showReferences } from "./showReferences.ts";

let server: LanguageServer | undefined;

/** Starts the language server and registers the commands and the task type. Runs nothing else. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Dockstage", { log: true });
  server = new LanguageServer(context, output);
  const languageServer = server;
  const engines = new Engines();
  const tasks = new BuildTaskProvider(languageServer, engines);

  context.subscriptions.push(
    output,
    tasks,
    vscode.tasks.registerTaskProvider(BuildTaskProvider.type, tasks),
    vscode.commands.registerCommand("dockstage.buildTarget", (target) => buildTarget(target, languageServer, engines, tasks)),
    vscode.commands.registerCommand("dockstage.copyBuildCommand", (target) => copyBuildCommand(target, languageServer, engines)),
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
