import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import type { FileTargets } from "./buildTargets.ts";
import { localizedTargetWords } from "./localizedTargetWords.ts";
import { statusOf } from "./targetRows.ts";

/** The item of the status bar: what builds the stage in which the cursor is, and how much of the file that runs. A click shows the graph. */
export class StageStatus implements vscode.Disposable {
  private readonly words = localizedTargetWords();
  private readonly item = vscode.window.createStatusBarItem("dockstage.stage", vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];
  private known: { readonly uri: string; readonly targets: FileTargets } | undefined;
  /** How often something was asked: an answer that comes after a later question is dropped. */
  private asked = 0;

  constructor(private readonly server: LanguageServer) {
    this.item.name = vscode.l10n.t("Dockstage: stage at the cursor");
    this.item.command = "dockstage.showGraph";
    this.subscriptions = [
      this.item,
      server.onDidChange(() => void this.read()),
      vscode.window.onDidChangeActiveTextEditor(() => void this.read()),
      vscode.window.onDidChangeTextEditorSelection(() => this.show()),
    ];
    void this.read();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async read(): Promise<void> {
    const turn = ++this.asked;
    const document = vscode.window.activeTextEditor?.document;
    const uri = document?.uri.toString();
    // Any YAML may be a consumer; the server knows.
    const isAsked = document !== undefined && /^(dockerfile|dockercompose|yaml)$/.test(document.languageId);
    const targets = isAsked && uri !== undefined ? await this.server.ask<FileTargets>("dockstage/targets", { document: uri }) : undefined;
    if (turn !== this.asked) return;
    this.known = uri !== undefined && targets !== undefined ? { uri, targets } : undefined;
    this.show();
  }

  private show(): void {
    const editor = vscode.window.activeTextEditor;
    const isKnown = editor !== undefined && editor.document.uri.toString() === this.known?.uri;
    const status = isKnown && this.known ? statusOf(this.known.targets, editor.selection.active.line + 1, this.words) : null;
    if (status === null) {
      this.item.hide();
      return;
    }
    this.item.text = `$(layers) ${status.text.replaceAll("$(", "$\u200b(")}`;
    this.item.tooltip = status.tooltip.join("\n");
    this.item.show();
  }
}
