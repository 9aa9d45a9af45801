import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { localizedStateWords } from "../build/localizedStateWords.ts";
import type { StageState, StageStates } from "../build/stageStates.ts";
import type { LogToShow } from "../build/stepLogs.ts";
import { stopBuild } from "../build/stopBuild.ts";
import type { Change, LanguageServer } from "../languageServer.ts";
import { isSameDocument } from "../sameDocument.ts";
import { nodeStates, type StatesOfFiles, stateOfNode } from "./builtNodes.ts";
import { saveExport } from "./graphExport.ts";
import { DEFAULT_OPTIONS, type FromPage, type GraphOptions, type ToPage } from "./graphMessages.ts";
import { graphPage } from "./graphPage.ts";
import { secondLine } from "./graphPicture.ts";
import type { FontMetrics } from "./labelWidth.ts";
import type { Layouter } from "./layouter.ts";
import { layoutInput } from "./layoutInput.ts";
import { localizedWords } from "./localizedWords.ts";
import { hasRoom } from "./nodeState.ts";
import { type GraphNode, joinedEdges, type StageGraph, stageAt, withLastingIds, withOwnImages } from "./stageGraph.ts";

/** A stage to be selected in a document's graph, as a lens or a row of the tree names it. */
export interface StageToShow {
  readonly document: string;
  readonly label?: string;
}

/** The window of the stage graph: asks the server for the graph, has it laid out, and does what the user does there. */
export class GraphPanel implements vscode.Disposable {
  static readonly viewType = "dockstage.graph";

  private readonly words = localizedWords();
  private readonly stateWords = localizedStateWords();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly closed = new vscode.EventEmitter<void>();
  private options: GraphOptions;
  private graph: StageGraph | undefined;
  /** Undefined until the page says that it can show something. */
  private metrics: FontMetrics | undefined;
  /** What is to be selected once its graph is there. */
  private wanted: StageToShow | undefined;
  /** The document of the last graph of a single one, for the way back from the whole workspace. */
  private lastDocument = "";
  /** How the builds of the Dockerfiles in the picture go, by URI. */
  private files: StatesOfFiles = new Map();
  /** The Dockerfiles whose stages have room for that. It is kept when an edit takes the states away: undoing it brings them back. */
  private readonly roomy = new Set<string>();
  private refreshing: Promise<void> | undefined;
  private isStale = false;

  readonly onDidClose = this.closed.event;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    private readonly server: LanguageServer,
    private readonly layouter: Layouter,
    private readonly states: StageStates,
    options: Partial<GraphOptions>,
  ) {
    this.options = { ...DEFAULT_OPTIONS, ...options };
    this.lastDocument = this.options.document;
    const assets = vscode.Uri.joinPath(extensionUri, "dist", "client", "webview");
    const { webview } = panel;
    const uriOf = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(assets, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [assets] };
    webview.onDidReceiveMessage((message: FromPage) => void this.receive(message), undefined, this.subscriptions);
    webview.html = graphPage({
      language: vscode.env.language,
      words: this.words,
      script: uriOf("graph.js"),
      stylesheets: [uriOf("page.css"), uriOf("picture.css")],
      source: webview.cspSource,
      nonce: randomBytes(18).toString("base64url"),
    });
    this.subscriptions.push(
      panel.onDidDispose(() => this.dispose()),
      server.onDidChange((change) => this.takeChange(change)),
      states.onDidChange(() => void this.showStates()),
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void this.follow(textEditor)),
    );
  }

  /** Shows the graph of a document, a stage of it selected. */
  show(stage: StageToShow, column?: vscode.ViewColumn): void {
    this.wanted = stage;
    this.choose({ document: stage.document, target: null, ...(stage.document === this.options.document ? {} : { selected: null }) });
    this.panel.reveal(column, true);
  }

  dispose(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
    this.closed.fire();
    this.closed.dispose();
    this.panel.dispose();
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.metrics = message.metrics;
        return this.refresh();
      case "choose":
        return this.choose(message.change);
      case "scope":
        return this.choose({ document: message.all ? "" : this.lastDocument || activeDocument(), target: null });
      case "go":
        return this.goTo(this.node(message.id), message.focus);
      case "log":
        return this.showLog(this.node(message.id));
      case "stop":
        return this.stop(this.node(message.id));
      case "build": {
        const build = this.node(message.id)?.build;
        if (build) await vscode.commands.executeCommand("dockstage.buildTarget", build);
        return;
      }
      case "export":
        return saveExport(message, this.options, this.server);
    }
  }

  private choose(change: Partial<GraphOptions>): void {
    this.options = { ...this.options, ...change };
    if (this.options.document !== "") this.lastDocument = this.options.document;
    void this.refresh();
  }

  private takeChange({ documents }: Change): void {
    const shown = new Set([this.options.document, ...(this.graph?.nodes.flatMap((node) => node.uri ?? []) ?? [])]);
    const isAbout = (uri: string) => [...shown].some((other) => isSameDocument(uri, other));
    if (documents === undefined || this.options.document === "" || documents.some(isAbout)) void this.refresh();
  }

  /** Asks for the graph and shows it; what changes meanwhile is asked for again, so that the last state is what is shown in the end. */
  private refresh(): Promise<void> {
    this.isStale = true;
    this.refreshing ??= this.refreshUntilCurrent().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  private async refreshUntilCurrent(): Promise<void> {
    while (this.isStale && this.metrics !== undefined) {
      this.isStale = false;
      try {
        await this.load(this.metrics);
      } catch (error) {
        this.post({ type: "problem", text: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  private async load(metrics: FontMetrics): Promise<void> {
    const { document, target, direction } = this.options;
    const graph = await this.ask(this.options);
    // No server yet, or none any more: what is shown stays.
    if (graph === undefined) return;
    // The stage has another name now, or none.
    if (target !== null && !graph.targets.includes(target)) return this.choose({ target: null });
    if (this.selects(graph)) return this.load(metrics);
    await this.readStates(graph);
    const hasState = (node: GraphNode) => hasRoom(node, this.roomy);
    const input = layoutInput(graph, metrics, direction, (node) => secondLine(node, this.words), hasState);
    const layout = await this.layouter.layout(input);
    // Something else is wanted by now; the next turn brings it.
    if (document !== this.options.document || target !== this.options.target || direction !== this.options.direction) return;
    this.graph = graph;
    const name = document === "" ? "" : decodeURIComponent(document.slice(document.lastIndexOf("/") + 1));
    this.panel.title = name === "" ? this.words.title : `${this.words.title}: ${name}`;
    this.post({ type: "show", graph, layout, options: this.options, name: this.panel.title, states: this.nodeStates(graph) });
    this.postCursor(vscode.window.activeTextEditor);
  }

  /** Reads how builds go, and makes room for that where there is something to show for the first time. Answers whether room was made. */
  private async readStates(graph: StageGraph): Promise<boolean> {
    const uris = [...new Set(graph.nodes.flatMap((node) => (node.kind === "stage" && node.uri) || []))];
    const read = async (uri: string): Promise<[string, StageState[]]> => [uri, await this.states.current(uri)];
    this.files = new Map(await Promise.all(uris.map(read)));
    const before = this.roomy.size;
    for (const [uri, states] of this.files) if (states.length > 0) this.roomy.add(uri);
    return this.roomy.size > before;
  }

  private nodeStates(graph: StageGraph) {
    return nodeStates(graph, this.files, this.roomy, this.stateWords, Date.now());
  }

  /** Shows how builds go on; only the first time, when there is no room for it yet, the picture is laid out anew. */
  private async showStates(): Promise<void> {
    const { graph } = this;
    if (graph === undefined || this.metrics === undefined || !this.panel.visible) return;
    if (await this.readStates(graph)) return this.refresh();
    // What came meanwhile carries its own states.
    if (this.graph === graph) this.post({ type: "states", states: this.nodeStates(graph) });
  }

  private async showLog(node: GraphNode | undefined): Promise<void> {
    const state = node && stateOfNode(node, this.files);
    if (!node?.uri || !state) return;
    const log: LogToShow = { dockerfile: node.uri, stage: state.index, column: this.otherColumn() };
    await vscode.commands.executeCommand("dockstage.showStepLog", log);
  }

  /** Where something is shown that shall not cover the graph. */
  private otherColumn(): vscode.ViewColumn {
    return this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  }

  /** Ends the build that still builds a stage, or the stage of a consumer; asks where several do. */
  private async stop(node: GraphNode | undefined): Promise<void> {
    const built = this.graph?.edges.filter((edge) => edge.from === node?.id && edge.kind === "builds").map((edge) => this.node(edge.to));
    const stages = node?.kind === "consumer" ? (built ?? []) : [node];
    const builds = stages.flatMap((stage) => {
      const state = stage && stateOfNode(stage, this.files);
      return stage?.uri && state ? this.states.buildsOf(stage.uri, state.index) : [];
    });
    await stopBuild([...new Set(builds)]);
  }

  private async ask({ document, target, selected, consumers }: GraphOptions): Promise<StageGraph | undefined> {
    const node = this.node(selected);
    const answer = await this.server.ask<StageGraph>("dockstage/graph", {
      ...(document !== "" && { document }),
      ...(target !== null && { target }),
      ...(!consumers && { consumers }),
      ...(node?.uri != null && { selected: { uri: node.uri, label: node.label } }),
    });
    if (answer === undefined) return undefined;
    return withOwnImages(joinedEdges(withLastingIds(answer)));
  }

  /** Whether something is selected now about which the graph was not asked: a stage that a lens names, or one from before a reload. */
  private selects(graph: StageGraph): boolean {
    const { wanted } = this;
    this.wanted = undefined;
    const named = wanted?.label;
    const node = graph.nodes.find((node) =>
      named === undefined
        ? node.id === this.options.selected
        : node.label === named && node.uri !== null && isSameDocument(node.uri, wanted?.document ?? ""),
    );
    const isKnown = this.node(node?.id ?? null) !== undefined && this.options.selected === node?.id;
    this.graph = graph;
    if (node === undefined || isKnown) return false;
    this.options = { ...this.options, selected: node.id };
    return true;
  }

  private node(id: string | null): GraphNode | undefined {
    return this.graph?.nodes.find((node) => node.id === id);
  }

  private async follow(editor: vscode.TextEditor | undefined): Promise<void> {
    if (editor === undefined || !this.panel.visible) return;
    this.postCursor(editor);
    const { document, follow } = this.options;
    const uri = editor.document.uri.toString();
    // A file that is in the picture already changes it no more than a click there does.
    const isShown = isSameDocument(uri, document) || this.graph?.nodes.some((node) => node.uri !== null && isSameDocument(uri, node.uri));
    if (!follow || document === "" || isShown || !/^docker(file|compose)$/.test(editor.document.languageId)) return;
    // A compose file that builds nothing has no graph; then the last one stays.
    const graph = await this.server.ask<StageGraph>("dockstage/graph", { document: uri });
    if (graph?.nodes.length && this.options.follow && vscode.window.activeTextEditor === editor)
      this.choose({ document: uri, target: null, selected: null });
  }

  private postCursor(editor: vscode.TextEditor | undefined): void {
    if (this.graph === undefined || editor === undefined) return;
    const uri = editor.document.uri.toString();
    const document = this.graph.nodes.find((node) => node.uri !== null && isSameDocument(node.uri, uri))?.uri;
    const node = document ? stageAt(this.graph, document, editor.selection.active.line + 1) : undefined;
    this.post({ type: "cursor", id: node?.id ?? null });
  }

  private async goTo(node: GraphNode | undefined, focus: boolean): Promise<void> {
    if (node?.uri == null || node.line === null) return;
    const uri = vscode.Uri.parse(node.uri);
    const state = stateOfNode(node, this.files);
    // In a stage that failed the instruction that did is what one looks for.
    const line = state?.state === "failed" && state.place !== null ? state.place.firstLine : node.line - 1;
    const range = new vscode.Range(line, 0, line, 0);
    // Where the document is open already, else beside the graph.
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
    const viewColumn = open?.viewColumn ?? this.otherColumn();
    await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !focus, selection: range });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

/** The URI of the document in the active editor, or nothing. */
function activeDocument(): string {
  return vscode.window.activeTextEditor?.document.uri.toString() ?? "";
}
