import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import type { ExportFormat, FromPage, GraphOptions } from "./graphMessages.ts";

const KINDS: Readonly<Record<ExportFormat, { readonly name: string; readonly ending: string }>> = {
  svg: { name: "SVG", ending: "svg" },
  png: { name: "PNG", ending: "png" },
  dot: { name: "DOT (Graphviz)", ending: "dot" },
  mermaid: { name: "Mermaid", ending: "mmd" },
};

/** Asks where to, and writes the picture that the page has drawn, or the text that the server writes. */
export async function saveExport(
  { format, content }: Extract<FromPage, { type: "export" }>,
  options: GraphOptions,
  server: LanguageServer,
): Promise<void> {
  const { name, ending } = KINDS[format];
  const { document } = options;
  const folder = document === "" ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(vscode.Uri.parse(document), "..");
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `stages.${ending}`) }),
    filters: { [name]: [ending] },
    title: vscode.l10n.t("Export the stage graph"),
  });
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, await bytesOf(format, content, options, server));
    const open = vscode.l10n.t("Open");
    const message = vscode.l10n.t("Written: {0}", vscode.workspace.asRelativePath(uri));
    if ((await vscode.window.showInformationMessage(message, open)) === open) await vscode.commands.executeCommand("vscode.open", uri);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function bytesOf(
  format: ExportFormat,
  content: string,
  { document, target, consumers }: GraphOptions,
  server: LanguageServer,
): Promise<Uint8Array> {
  if (format === "png") return Buffer.from(content, "base64");
  if (format === "svg") return Buffer.from(content, "utf8");
  const answer = await server.ask<{ readonly text: string }>("dockstage/graphText", {
    ...(document !== "" && { document }),
    ...(target !== null && { target }),
    ...(!consumers && { consumers }),
    format,
  });
  if (answer === undefined) throw new Error(vscode.l10n.t("The Dockstage language server is not running."));
  return Buffer.from(answer.text, "utf8");
}
