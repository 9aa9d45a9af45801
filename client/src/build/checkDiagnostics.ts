import * as vscode from "vscode";
import type { CheckFinding } from "./checkResult.ts";

/** What the engine's own check found in a Dockerfile, until it is checked again or changes. */
export class CheckDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("dockstage-check");
  private readonly subscriptions = [
    this.collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.collection.delete(document.uri);
    }),
  ];

  /** Shows the findings of one Dockerfile in place of those before. */
  async report(uri: vscode.Uri, findings: readonly CheckFinding[]): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    this.collection.set(
      uri,
      findings.map((finding) => diagnosticOf(document, finding)),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

function diagnosticOf(document: vscode.TextDocument, { lines, severity, rule, url, message }: CheckFinding): vscode.Diagnostic {
  const [first, last] = lines.map((line) => document.lineAt(Math.min(line, document.lineCount) - 1)) as [vscode.TextLine, vscode.TextLine];
  const range = new vscode.Range(first.lineNumber, first.firstNonWhitespaceCharacterIndex, last.lineNumber, last.range.end.character);
  const kind = severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(range, message, kind);
  diagnostic.source = "docker build --check";
  if (rule !== null) diagnostic.code = url === null ? rule : { value: rule, target: vscode.Uri.parse(url) };
  return diagnostic;
}
