import * as vscode from "vscode";
import type { Location } from "vscode-languageclient/node";
import type { LanguageServer } from "../languageServer.ts";
import type { ConsumerToBuild, StageToBuild } from "./buildRequest.ts";

/** Something in the workspace that can be built, by its name. */
export interface Buildable {
  readonly name: string;
  readonly file: vscode.Uri;
  /** The line where it is declared, from 0. */
  readonly line: number;
  readonly target: StageToBuild | ConsumerToBuild;
}

/** The kind that the server's symbols have for stages: LSP `SymbolKind.Class`. */
const stageKind = 5;

/** The stages with a name and the services that are built, of the whole workspace; as many as a symbol search answers. */
export async function findBuildable(server: LanguageServer): Promise<Buildable[]> {
  const symbols =
    (await server
      .request<{ name: string; kind: number; location: Location }[] | null>("workspace/symbol", { query: "" })
      .catch(() => null)) ?? [];
  const all = symbols.map(({ name, kind, location: { uri, range } }) => ({
    name,
    file: vscode.Uri.parse(uri),
    line: range.start.line,
    target: kind === stageKind ? { dockerfile: uri, stage: name } : { consumer: uri, build: name },
  }));
  // Of several stages of one name only the last can be built; a service may come from several documents of a file.
  const last = new Map(all.map((one) => [`${one.file.toString()} ${"stage" in one.target ? one.name.toLowerCase() : one.name}`, one]));
  return [...last.values()].sort((a, b) => a.file.path.localeCompare(b.file.path) || a.line - b.line);
}
