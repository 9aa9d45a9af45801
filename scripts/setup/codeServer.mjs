import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cachedFolder } from "./cachedFolder.mjs";
import { debianPackages } from "./debianPackages.mjs";
import { node24 } from "./node24.mjs";
import { npm } from "./npm.mjs";
import { read } from "./run.mjs";

const VERSION = "4.139.1";
// What its native modules are compiled with and against.
const PACKAGES = ["g++", "make", "python3", "pkg-config", "libkrb5-dev", "libsecret-1-dev", "libx11-dev", "libxkbfile-dev"];
// Without these the server starts but has no terminal, no file watching or no search.
const NATIVE_MODULES = ["node-pty", "@parcel/watcher", "@vscode/spdlog", "@vscode/sqlite3", "kerberos"];

/**
 * VS Code in a browser: code-server from npm.
 * @returns {Promise<{ note: string, value: { node: string, entry: string } }>} run it as `[node, entry, …]`
 */
export async function codeServer() {
  const { value: ownNode } = await node24();
  const name = `code-server-${VERSION}-node-${process.platform}-${process.arch}`;
  const { path, isNew } = await cachedFolder(name, (folder) => install(folder, ownNode));
  const entry = join(path, "node_modules", "code-server", "out", "node", "entry.js");
  return { note: isNew ? VERSION : "already there", value: { node: ownNode.node, entry } };
}

async function install(folder, ownNode) {
  if (process.platform === "linux") {
    await debianPackages("code-server's native modules", PACKAGES);
  }
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  await npm(["install", "--no-progress", "--no-audit", `code-server@${VERSION}`], {
    log: "code-server",
    cwd: folder,
    node: ownNode.node,
    env: {
      PATH: [ownNode.bin, process.env.PATH].join(delimiter),
      // The headers of this very Node, which would else be downloaded from outside the registry.
      npm_config_nodedir: ownNode.headers,
      // Its install scripts install VS Code's own packages and compile them; npm 11 and later run none that were not approved.
      npm_config_dangerously_allow_all_scripts: "true",
      // node-gyp then compiles on all cores.
      JOBS: "max",
    },
  });
  const server = join(folder, "node_modules", "code-server", "lib", "vscode");
  await read([ownNode.node, "-e", `for (const name of ${JSON.stringify(NATIVE_MODULES)}) require(name)`], { cwd: server });
}
