import * as vscode from "vscode";

/** The command `dockstage.revealStage`: shows where a row of the tree, or what a key binding names, is written. Without one nothing happens. */
export async function revealStage(argument: unknown): Promise<void> {
  if (typeof argument !== "object" || argument === null) return;
  const { document, line } = argument as { readonly document?: unknown; readonly line?: unknown };
  if (typeof document !== "string") return;
  const at = typeof line === "number" && line >= 1 ? Math.floor(line) - 1 : 0;
  await vscode.window.showTextDocument(vscode.Uri.parse(document), { selection: new vscode.Range(at, 0, at, 0) });
}
