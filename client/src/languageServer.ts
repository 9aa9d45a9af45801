import * as vscode from "vscode";
import { type ConfigurationMiddleware, LanguageClient, RevealOutputChannelOn, State, type StaticFeature } from "vscode-languageclient/node";
import { documentSelector } from "./documentSelector.ts";
import { RestartPolicy } from "./restartPolicy.ts";
import { findServerExecutable } from "./serverExecutable.ts";

/** The commands that a lens or an answer of the server may carry. */
const commands = [
  "dockstage.buildTarget",
  "dockstage.buildTargetWith",
  "dockstage.buildSeveral",
  "dockstage.checkTarget",
  "dockstage.runTarget",
  "dockstage.copyBuildCommand",
  "dockstage.showReferences",
  "dockstage.showGraph",
];

/** Tells the server which commands this client can run, so that its lenses carry them, and that it wants `dockstage/changed`. */
const commandCapability: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...capabilities.experimental, dockstageCommands: commands, dockstageChanges: true };
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

/** Extensions that complete, explain and format Dockerfiles in general. */
const otherDockerfileExtensions = ["docker.docker", "ms-azuretools.vscode-containers", "ms-azuretools.vscode-docker"];

/** Decides what `dockstage.dockerfile.generalFeatures: auto` means: only the editor knows its other extensions. */
const answerConfiguration: NonNullable<ConfigurationMiddleware["configuration"]> = async (params, token, next) => {
  const sections = await next(params, token);
  const yields = otherDockerfileExtensions.some((id) => vscode.extensions.getExtension(id) !== undefined);
  if (!Array.isArray(sections) || !yields) return sections;
  return sections.map((section) =>
    section?.dockerfile?.generalFeatures === "auto"
      ? { ...section, dockerfile: { ...section.dockerfile, generalFeatures: "off" } }
      : section,
  );
};

/** The server's `dockstage/changed`. */
export interface Change {
  /** The URIs of the documents about which other things may be said; absent when they are too many to name. */
  readonly documents?: readonly string[];
}

/** The language server's process and the connection to it. */
export class LanguageServer {
  private client: LanguageClient | undefined;
  private readonly changes = new vscode.EventEmitter<Change>();
  /** The change under way; starts and stops wait for one another, so that a quick restart never leaves two servers. */
  private transition: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  /** What the server says of builds may be another now; also when it has been started. */
  readonly onDidChange = this.changes.event;

  start(): Promise<void> {
    return this.enqueue(() => this.startClient());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopClient());
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stopClient();
      await this.startClient();
    });
  }

  /** Runs one of the server's own commands. Rejects with the server's localised message, or when no server runs. */
  async execute<Result>(command: string, argument: object): Promise<Result> {
    return this.request<Result>("workspace/executeCommand", { command, arguments: [argument] });
  }

  /** Asks the server what the protocol knows. Rejects with the server's localised message, or when no server runs. */
  async request<Result>(method: string, params: object): Promise<Result> {
    if (this.client?.state !== State.Running) {
      throw new Error(vscode.l10n.t("The Dockstage language server is not running."));
    }
    return this.client.sendRequest<Result>(method, params);
  }

  /** Asks the server something of our own; undefined when no server runs, or when it has nothing to say. */
  async ask<Result>(method: `dockstage/${string}`, question: object): Promise<Result | undefined> {
    if (this.client?.state !== State.Running) return undefined;
    return (await this.client.sendRequest<Result | null>(method, question)) ?? undefined;
  }

  private enqueue(change: () => Promise<void>): Promise<void> {
    this.transition = this.transition.then(change);
    return this.transition;
  }

  private async startClient(): Promise<void> {
    const configuredPath = vscode.workspace.getConfiguration("dockstage").get("server.path", "");
    const executable = findServerExecutable(configuredPath, this.context.extensionPath);
    if (executable === undefined) {
      this.reportFailure(
        configuredPath === ""
          ? vscode.l10n.t("This package of Dockstage holds no language server for this platform.")
          : vscode.l10n.t("The language server '{0}' of the setting dockstage.server.path does not exist.", configuredPath),
      );
      return;
    }
    this.client = new LanguageClient(
      "dockstage",
      "Dockstage",
      { command: executable.command, args: [...executable.args] },
      {
        documentSelector,
        outputChannel: this.output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticCollectionName: "dockstage",
        synchronize: { configurationSection: "dockstage" },
        errorHandler: new RestartPolicy((message) => this.reportFailure(message)),
        initializationFailedHandler: () => false,
        middleware: { workspace: { configuration: answerConfiguration } },
      },
    );
    this.client.registerFeature(commandCapability);
    this.client.onNotification("dockstage/changed", (change: Change) => this.changes.fire(change));
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.changes.fire({});
    });
    try {
      await this.client.start();
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      this.reportFailure(
        executable.command === "dotnet"
          ? vscode.l10n.t("The Dockstage language server did not start. This package needs the .NET 10 runtime (the program 'dotnet').")
          : vscode.l10n.t("The Dockstage language server did not start: {0}", executable.command),
      );
    }
  }

  private async stopClient(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A client whose start failed, or whose server died, has nothing left to stop and says so by throwing.
    if (client?.needsStop()) await client.stop().catch((error) => this.output.warn(String(error)));
    await client?.dispose().catch((error) => this.output.warn(String(error)));
  }

  private reportFailure(message: string): void {
    this.output.error(message);
    const restart = vscode.l10n.t("Restart");
    const openSettings = vscode.l10n.t("Open Settings");
    const showOutput = vscode.l10n.t("Show Output");
    void vscode.window.showErrorMessage(message, restart, openSettings, showOutput).then((choice) => {
      if (choice === restart) void this.restart();
      if (choice === openSettings) void vscode.commands.executeCommand("workbench.action.openSettings", "dockstage.server.path");
      if (choice === showOutput) this.output.show(true);
    });
  }
}
