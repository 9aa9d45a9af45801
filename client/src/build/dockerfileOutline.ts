import * as vscode from "vscode";
import type { DocumentSymbol, Range } from "vscode-languageclient/node";
import type { LanguageServer } from "../languageServer.ts";
import type { StagePlace } from "./stagePlaces.ts";

/** The kind that the server's outline has for stages: LSP `SymbolKind.Class`. */
const stageKind = 5;

/** The kind that it has for Dockerfiles that are written inside the document: LSP `SymbolKind.Module`. */
const dockerfileKind = 2;

/**
 * The stages of a Dockerfile with the places of their instructions, as the server's outline tells them: a list of one. For another document, the
 * same of each Dockerfile that is written inside it.
 */
export async function readStagePlaces(server: LanguageServer, document: vscode.TextDocument): Promise<StagePlace[][]> {
  const symbols = await server.request<DocumentSymbol[] | null>("textDocument/documentSymbol", {
    textDocument: { uri: document.uri.toString() },
  });
  const inside = (symbols ?? []).filter(({ kind }) => kind === dockerfileKind);
  const dockerfiles = inside.length > 0 ? inside.map(({ children }) => children ?? []) : [symbols ?? []];
  return dockerfiles.map((outline) => stagesIn(outline, document));
}

function stagesIn(outline: readonly DocumentSymbol[], document: vscode.TextDocument): StagePlace[] {
  return outline
    .filter(({ kind }) => kind === stageKind)
    .map(({ name, range, selectionRange, children = [] }) => ({
      // A stage without a name is called otherwise than what stands at its place.
      name: textAt(document, selectionRange).toLowerCase() === name.toLowerCase() ? name : null,
      line: range.start.line,
      instructions: children.map((child) => ({
        keyword: child.name,
        text: child.detail ?? "",
        firstLine: child.range.start.line,
        lastLine: child.range.end.line,
      })),
    }));
}

function textAt(document: vscode.TextDocument, { start, end }: Range): string {
  return document.getText(new vscode.Range(start.line, start.character, end.line, end.character));
}
