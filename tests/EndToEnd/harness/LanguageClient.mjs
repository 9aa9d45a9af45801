import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { executable } from "../../../scripts/build/platform.mjs";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { writeWorkspace } from "./markedText.mjs";
import { until } from "./until.mjs";

/** Longer than any answer takes on a busy machine. */
const PATIENCE_SECONDS = 60;

/** The published native binary that `npm run build` makes. */
export const serverExecutable = inRepository("dist", "server", executable);

/**
 * A language client for tests: starts the published server over stdio on a workspace of its own, keeps what the server publishes, and
 * speaks for an editor that knows all capabilities it is given.
 */
export class LanguageClient {
  /** What the server published last for each document URI. @type {Map<string, object[]>} */
  #diagnostics = new Map();
  #versions = new Map();
  #texts = new Map();
  #workspace;
  #process;
  #connection;

  /** Messages of `window/logMessage` and `window/showMessage`, in their order. @type {{ type: number, message: string }[]} */
  messages = [];
  /** What `dockstage/changed` told, in its order. @type {{ documents?: string[] }[]} */
  changes = [];
  /** Registrations of `client/registerCapability`. @type {{ id: string, method: string, registerOptions?: object }[]} */
  registrations = [];
  /** What the server wrote on stderr. */
  errors = "";
  /** The result of `initialize`. */
  serverInfo = null;
  /** Resolves when the server has read the folders for the first time. @type {Promise<void>} */
  scanned;
  /** Resolves with the exit code once the server has ended. @type {Promise<number | null>} */
  exited;

  /**
   * Writes the workspace, starts the server, initializes it.
   * @param {string} marked the workspace as text: files with `//- path`, a cursor `<|>` where one is needed
   * @param {{ locale?: string, capabilities?: object, settings?: object, initializationOptions?: object }} [options]
   */
  static async start(marked, options = {}) {
    return LanguageClient.startIn(writeWorkspace(marked), options);
  }

  /**
   * The same on a workspace that is there.
   * @param {{ folder: string, path: (name: string) => string, remove: () => void }} workspace
   */
  static async startIn(workspace, options = {}) {
    const client = new LanguageClient(workspace, options);
    await client.#initialize(options);
    return client;
  }

  constructor(workspace, { settings = {} }) {
    this.#workspace = workspace;
    this.#process = spawn(serverExecutable, ["lsp", "--stdio"], { cwd: workspace.folder, stdio: ["pipe", "pipe", "pipe"] });
    this.#process.stderr.setEncoding("utf8").on("data", (text) => {
      this.errors += text;
    });
    this.exited = new Promise((resolve, reject) => {
      this.#process.on("error", reject);
      this.#process.on("exit", resolve);
    });
    // Awaited by those who care; a server that cannot be started is told by the first request.
    this.exited.catch(() => {});
    const connection = createMessageConnection(new StreamMessageReader(this.#process.stdout), new StreamMessageWriter(this.#process.stdin));
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => this.#diagnostics.set(uri, diagnostics));
    connection.onNotification("dockstage/changed", (change) => this.changes.push(change));
    connection.onNotification("window/logMessage", (message) => this.messages.push(message));
    connection.onNotification("window/showMessage", (message) => this.messages.push(message));
    this.scanned = new Promise((resolve) => {
      connection.onNotification("$/progress", ({ value }) => value.kind === "end" && resolve());
    });
    connection.onRequest("client/registerCapability", ({ registrations }) => {
      this.registrations.push(...registrations);
      return null;
    });
    connection.onRequest("client/unregisterCapability", () => null);
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => valueAt(settings, section)));
    for (const refresh of ["codeLens", "inlayHint", "semanticTokens", "diagnostics"]) {
      connection.onRequest(`workspace/${refresh}/refresh`, () => null);
    }
    connection.listen();
    this.#connection = connection;
  }

  /** The place of `<|>` in the workspace's text. */
  get cursor() {
    if (!this.#workspace.cursor) {
      throw new Error("The workspace's text has no cursor <|>.");
    }
    const { path, line, character } = this.#workspace.cursor;
    return { textDocument: { uri: this.uri(path) }, position: { line, character } };
  }

  /** The URI of a file of the workspace. */
  uri(path) {
    return pathToFileURL(this.path(path)).href;
  }

  /** The path of a file of the workspace on the disk. */
  path(path) {
    return this.#workspace.path(path);
  }

  /** The workspace's own name for a URI: `compose.yaml`; the URI itself when it is of another place. */
  name(uri) {
    const folder = `${pathToFileURL(this.#workspace.folder).href}/`;
    return uri.startsWith(folder) ? decodeURIComponent(uri.slice(folder.length)) : uri;
  }

  /** Opens a file as an editor does, with the text on the disk unless another is given. */
  async open(path, { languageId = languageOf(path), text = readFileSync(this.path(path), "utf8") } = {}) {
    const uri = this.uri(path);
    this.#versions.set(uri, 1);
    this.#texts.set(uri, text);
    await this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /**
   * Replaces one piece of an open document's text, as an incremental change.
   * @param {string} path
   * @param {string} old a text that stands there once
   * @param {string} replacement
   */
  async change(path, old, replacement) {
    const uri = this.uri(path);
    const text = this.#texts.get(uri);
    const start = text.indexOf(old);
    if (start < 0 || text.includes(old, start + 1)) {
      throw new Error(`"${old}" does not stand exactly once in ${path}:\n${text}`);
    }
    const version = this.#versions.get(uri) + 1;
    const range = { start: positionAt(text, start), end: positionAt(text, start + old.length) };
    this.#versions.set(uri, version);
    this.#texts.set(uri, text.slice(0, start) + replacement + text.slice(start + old.length));
    await this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text: replacement }] });
  }

  async close(path) {
    await this.notify("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  /**
   * Sends a request and answers its result; an error response is thrown as `ResponseError`, with its `code`. A request that is not
   * answered is an error too.
   */
  async request(method, params, token) {
    const answer = this.#connection.sendRequest(method, ...present(params), ...present(token));
    let clock;
    const silence = new Promise((_, reject) => {
      clock = setTimeout(
        () => reject(new Error(`No answer to ${method} in ${PATIENCE_SECONDS} s. ${this.errors}`)),
        PATIENCE_SECONDS * 1000,
      );
    });
    return Promise.race([answer, silence]).finally(() => clearTimeout(clock));
  }

  async notify(method, params) {
    await this.#connection.sendNotification(method, ...present(params));
  }

  /** Waits until what is published for a file satisfies the condition, and answers it. */
  async waitForDiagnostics(path, condition, { seconds = 10 } = {}) {
    const published = () => this.#diagnostics.get(this.uri(path));
    return until(
      `diagnostics of ${path}`,
      () => {
        const diagnostics = published();
        return diagnostics && condition(diagnostics) ? diagnostics : null;
      },
      { seconds, state: published },
    );
  }

  /** Everything that is published at this moment, by the workspace's own names of files; files without findings are left out. */
  published() {
    return Object.fromEntries(
      [...this.#diagnostics].filter(([, diagnostics]) => diagnostics.length > 0).map(([uri, diagnostics]) => [this.name(uri), diagnostics]),
    );
  }

  /** Shuts the server down as the protocol says, removes the workspace and answers the exit code. */
  async stop() {
    try {
      if (this.#process.exitCode === null) {
        await this.request("shutdown");
        await this.notify("exit");
      }
      return await this.exited;
    } finally {
      this.kill();
    }
  }

  /** Ends the server without a word, as a crashing editor would, and removes the workspace. */
  kill() {
    this.#connection.dispose();
    this.#process.kill("SIGKILL");
    this.#workspace.remove();
  }

  async #initialize({ locale = "en", capabilities = {}, initializationOptions }) {
    const rootUri = pathToFileURL(this.#workspace.folder).href;
    this.serverInfo = await this.request("initialize", {
      processId: process.pid,
      clientInfo: { name: "dockstage tests" },
      locale,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: "work" }],
      capabilities: { ...CAPABILITIES, ...capabilities },
      initializationOptions,
    });
    await this.notify("initialized", {});
  }
}

/** What a modern editor can do. */
const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    codeLens: { refreshSupport: true },
    fileOperations: { willRename: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  window: { workDoneProgress: true },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
    completion: { completionItem: { documentationFormat: ["markdown", "plaintext"], insertReplaceSupport: true } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source", "source.fixAll"] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
  },
};

// The JSON-RPC library would send an argument that is undefined as `null` in an array.
function present(argument) {
  return argument === undefined ? [] : [argument];
}

function languageOf(path) {
  if (/(^|\/)(docker-)?compose[^/]*\.ya?ml$/.test(path)) {
    return "dockercompose";
  }
  return /\.ya?ml$/.test(path) ? "yaml" : "dockerfile";
}

function positionAt(text, offset) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1).length };
}

// `workspace/configuration` asks for a section by its dotted name.
function valueAt(settings, section) {
  return (
    (section ?? "")
      .split(".")
      .filter(Boolean)
      .reduce((value, key) => value?.[key], settings) ?? null
  );
}
