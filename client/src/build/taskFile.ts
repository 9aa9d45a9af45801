import { posix } from "node:path";
import * as vscode from "vscode";

/**
 * A Dockerfile or compose file as a task definition names it: relative to the workspace folder where it lies inside, so that the definition can be
 * kept in tasks.json; else its URI.
 */
export function taskFile(file: vscode.Uri, folder: vscode.WorkspaceFolder | undefined): string {
  if (folder === undefined) return file.toString();
  const path = posix.relative(folder.uri.path, file.path);
  // A folder may be called like the scheme of a URI.
  return isUri(path) ? `./${path}` : path;
}

/**
 * The file that a task definition names: a URI, an absolute path or a path relative to the workspace folder.
 * Undefined when the path is relative and there is no folder.
 */
export function locateTaskFile(named: string, folder: vscode.WorkspaceFolder | undefined): vscode.Uri | undefined {
  if (isUri(named)) return vscode.Uri.parse(named);
  if (/^([/\\]|[a-z]:[/\\])/i.test(named)) return vscode.Uri.file(named);
  return folder && vscode.Uri.joinPath(folder.uri, process.platform === "win32" ? named.replaceAll("\\", "/") : named);
}

/** Whether it begins with a scheme, which has two letters at least: `c:/` is a Windows drive. */
function isUri(named: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(named);
}
