import * as vscode from "vscode";
import type { Change, LanguageServer } from "../languageServer.ts";
import type { FileTargets, TargetFile } from "./buildTargets.ts";
import { localizedTargetWords } from "./localizedTargetWords.ts";
import { fileRow, type TargetRow, targetRows } from "./targetRows.ts";

/** The tree "Build Targets": Dockerfiles with their stages, and the files that ask for builds with these. A file is read when it is opened. */
export class TargetsTree implements vscode.TreeDataProvider<TargetRow>, vscode.Disposable {
  private readonly words = localizedTargetWords();
  private readonly changed = new vscode.EventEmitter<TargetRow | undefined>();
  private readonly subscription: vscode.Disposable;
  /** The rows of the first level, as they were given to the editor last. */
  private files: readonly TargetRow[] = [];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly server: LanguageServer) {
    this.subscription = server.onDidChange((change) => this.takeChange(change));
  }

  async getChildren(row?: TargetRow): Promise<TargetRow[]> {
    if (row === undefined) {
      const files = (await this.server.ask<TargetFile[]>("dockstage/targetFiles", {})) ?? [];
      const rows = files.map(fileRow);
      this.files = rows;
      return rows;
    }
    if (row.kind !== "file") return [];
    const targets = await this.server.ask<FileTargets>("dockstage/targets", { document: row.document });
    return targets === undefined ? [] : targetRows(row.document, targets, this.words);
  }

  getTreeItem(row: TargetRow): vscode.TreeItem {
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, row.kind !== "file" ? None : this.files.length <= FEW_FILES ? Expanded : Collapsed);
    item.id = row.id;
    item.description = row.description;
    item.tooltip = row.tooltip.join("\n");
    item.iconPath = new vscode.ThemeIcon(row.icon, row.icon === "warning" ? new vscode.ThemeColor("list.warningForeground") : undefined);
    item.contextValue = row.context;
    if (row.kind !== "file") item.command = { command: "dockstage.revealStage", title: vscode.l10n.t("Go to the line"), arguments: [row] };
    return item;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** An edit of one Dockerfile reads only its own rows anew: in a large workspace the list of the files is long. */
  private takeChange({ documents }: Change): void {
    const rows = documents?.map((uri) => this.files.find((file) => file.document === uri));
    const isOnlyStages = rows?.every((row) => row?.context === "file dockerfile");
    if (rows === undefined || !isOnlyStages) this.changed.fire(undefined);
    else for (const row of rows) this.changed.fire(row);
  }
}

/** With so few files all are opened. */
const FEW_FILES = 8;
