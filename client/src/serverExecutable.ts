import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A program and its arguments, as they are given to the operating system. */
export interface ServerExecutable {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * The language server to start: what the setting `dockstage.server.path` names, else the native executable of this platform's package,
 * else the portable assembly of the universal package, run with `dotnet`. Undefined when none of them is there.
 *
 * @param configuredPath the setting; empty when unset; `~/` stands for the home folder
 * @param extensionFolder where the extension is installed
 */
export function findServerExecutable(
  configuredPath: string,
  extensionFolder: string,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): ServerExecutable | undefined {
  const folder = join(extensionFolder, "dist", "server");
  const candidates =
    configuredPath.trim() === ""
      ? [join(folder, platform === "win32" ? "dockstage.exe" : "dockstage"), join(folder, "dockstage.dll")]
      : [configuredPath.trim().replace(/^~(?=[/\\])/, () => homedir())];
  const path = candidates.find(exists);
  if (path === undefined) return undefined;
  return /\.dll$/i.test(path) ? { command: "dotnet", args: [path, "lsp", "--stdio"] } : { command: path, args: ["lsp", "--stdio"] };
}
