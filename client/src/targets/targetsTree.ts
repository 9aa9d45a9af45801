import * as vscode from "vscode";
import { localizedStateWords } from "../build/localizedStateWords.ts";
import type { StageStates } from "../build/stageStates.ts";
import type { Change, LanguageServer } from "../languageServer.ts";
import type { FileTargets, TargetFile } from "./buildTargets.ts";
import { localizedTargetWords } from "./localizedTargetWords.ts";
import { fileRow, type TargetRow, targetRows, withState } from "./targetRows.ts";

/** The tree "Build Targets": Dockerfiles with their stages, and the files that ask for builds with these. A file is read when it is opened. */
export class TargetsTree implements vscode.TreeDataProvider<TargetRow>, vscode.Disposable {
  private readonly words = localizedTargetWords();
  private readonly stateWords = localizedStateWords();
  private readonly changed = new vscode.EventEmitter<TargetRow | TargetRow[] | undefined>();
  private readonly subscriptions: vscode.Disposable[];
  /** The rows of the first level, as they were given to the editor last. */
  private files: readonly TargetRow[] = [];
  /** Those below the files that were opened, by document, and what is shown of each now. */
  private readonly rows = new Map<string, readonly TargetRow[]>();
  private readonly shown = new Map<string, TargetRow>();

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly states: StageStates,
  ) {
    this.subscriptions = [
      this.changed,
      server.onDidChange((change) => this.takeChange(change)),
      states.onDidChange(() => void this.showStates()),
    ];
  }

  async getChildren(row?: TargetRow): Promise<TargetRow[]> {
    if (row === undefined) {
      const files = (await this.server.ask<TargetFile[]>("dockstage/targetFiles", {})) ?? [];
      const rows = files.map(fileRow);
      this.files = rows;
      for (const uri of this.rows.keys()) if (!rows.some(({ document }) => document === uri)) this.rows.delete(uri);
      return rows;
    }
    if (row.kind !== "file") return [];
    const targets = await this.server.ask<FileTargets>("dockstage/targets", { document: row.document });
    if (targets === undefined) return [];
    const rows = targetRows(row.document, targets, this.words);
    this.rows.set(row.document, rows);
    await this.readStates(row.document, rows);
    return rows;
  }

  getTreeItem(plain: TargetRow): vscode.TreeItem {
    const row = this.shown.get(plain.id) ?? plain;
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, row.kind !== "file" ? None : this.files.length <= FEW_FILES ? Expanded : Collapsed);
    item.id = row.id;
    item.description = row.description;
    item.tooltip = row.tooltip.join("\n");
    item.iconPath = new vscode.ThemeIcon(row.icon, row.color === undefined ? undefined : new vscode.ThemeColor(row.color));
    item.contextValue = row.context;
    if (row.kind !== "file") item.command = { command: "dockstage.revealStage", title: vscode.l10n.t("Go to the line"), arguments: [row] };
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Draws the rows anew about which a build has something else to say; the rest, with what the mouse is over, stays. */
  private async showStates(): Promise<void> {
    const changed = await Promise.all([...this.rows].map(([document, rows]) => this.readStates(document, rows)));
    if (changed.flat().length > 0) this.changed.fire(changed.flat());
  }

  /** Reads how builds of a file's stages go. Answers the rows that look otherwise now. */
  private async readStates(document: string, rows: readonly TargetRow[]): Promise<TargetRow[]> {
    const states = await this.states.current(document);
    return rows.filter((row) => {
      const [before, now] = [this.shown.get(row.id), withState(row, states, this.stateWords)];
      this.shown.set(row.id, now);
      return before !== undefined && (before.description !== now.description || before.icon !== now.icon);
    });
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
