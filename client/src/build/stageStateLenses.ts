import * as vscode from "vscode";
import { localizedStateWords } from "./localizedStateWords.ts";
import type { StageStates } from "./stageStates.ts";
import { stageStateText } from "./stageStateText.ts";

/** A lens over each FROM whose stage was built, or is being built: how that went. A click shows what its steps printed. */
export class StageStateLenses implements vscode.CodeLensProvider {
  /** A Dockerfile may be written inside a compose file, and that may be any YAML. */
  static readonly languages = ["dockerfile", "dockercompose", "yaml"];

  private readonly words = localizedStateWords();
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(private readonly states: StageStates) {
    this.onDidChangeCodeLenses = states.onDidChange;
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!vscode.workspace.getConfiguration("dockstage", document).get("codeLens.status", true)) return [];
    return this.states.of(document).flatMap((state) => {
      const title = stageStateText(state, this.words);
      if (title === null) return [];
      const argument = { dockerfile: document.uri.toString(), stage: state.index };
      return [new vscode.CodeLens(document.lineAt(state.line).range, { title, command: "dockstage.showStepLog", arguments: [argument] })];
    });
  }
}
