import * as vscode from "vscode";
import type { StageStates } from "../build/stageStates.ts";
import type { LanguageServer } from "../languageServer.ts";
import type { GraphOptions } from "./graphMessages.ts";
import { GraphPanel, type StageToShow } from "./graphPanel.ts";
import { Layouter } from "./layouter.ts";

/** Opens the window of the stage graph, one at a time, and brings it back after a reload of the editor. */
export class GraphPanels implements vscode.WebviewPanelSerializer<{ readonly options?: GraphOptions } | undefined>, vscode.Disposable {
  private readonly layouter: Layouter;
  private current: GraphPanel | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly server: LanguageServer,
    private readonly states: StageStates,
  ) {
    this.layouter = new Layouter(vscode.Uri.joinPath(extensionUri, "dist", "client", "layoutWorker.js").fsPath);
  }

  /** The command `dockstage.showGraph`. Without a document: that of the active editor, else the whole workspace. */
  show(stage: StageToShow | undefined): void {
    const active = vscode.window.activeTextEditor?.document;
    const isShown = active !== undefined && /^docker(file|compose)$/.test(active.languageId);
    this.open(stage ?? { document: isShown ? active.uri.toString() : "" });
  }

  /** The command `dockstage.showWorkspaceGraph`. */
  showAll(): void {
    this.open({ document: "" });
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: { readonly options?: GraphOptions } | undefined): Promise<void> {
    this.current?.dispose();
    this.adopt(panel, state?.options ?? {});
  }

  dispose(): void {
    this.current?.dispose();
    this.layouter.dispose();
  }

  private open(stage: StageToShow): void {
    if (this.current === undefined) {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.adopt(vscode.window.createWebviewPanel(GraphPanel.viewType, vscode.l10n.t("Stage graph"), place, { enableFindWidget: false }), {
        document: stage.document,
      });
    }
    this.current?.show(stage);
  }

  private adopt(panel: vscode.WebviewPanel, options: Partial<GraphOptions>): void {
    const opened = new GraphPanel(panel, this.extensionUri, this.server, this.layouter, this.states, options);
    this.current = opened;
    opened.onDidClose(() => {
      if (this.current === opened) this.current = undefined;
    });
  }
}

/** What a lens, a row of the tree, a menu (the URI of a file) or a key binding gives to `dockstage.showGraph`. */
export function stageToShow(argument: unknown): StageToShow | undefined {
  if (argument instanceof vscode.Uri) return { document: argument.toString() };
  if (typeof argument !== "object" || argument === null) return undefined;
  const { document, label } = argument as Partial<StageToShow>;
  if (typeof document !== "string") return undefined;
  return typeof label === "string" ? { document, label } : { document };
}
