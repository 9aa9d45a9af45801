import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { inCache } from "./cache.mjs";
import { debianPackages } from "./debianPackages.mjs";
import { node24 } from "./node24.mjs";
import { npmCommand, outsideOfNpm } from "./npm.mjs";
import { read, run } from "./run.mjs";

const VERSION = "4.139.1";
// What its native modules are compiled with and against.
const PACKAGES = ["g++", "make", "python3", "pkg-config", "libkrb5-dev", "libsecret-1-dev", "libx11-dev", "libxkbfile-dev"];
// Without these the server starts but has no terminal, no file watching or no search.
const NATIVE_MODULES = ["node-pty", "@parcel/watcher", "@vscode/spdlog", "@vscode/sqlite3", "kerberos"];

/**
 * VS Code in a browser: code-server from npm. It appears in the cache when it is complete, so that an interrupted
 * installation is begun anew.
 * @returns {Promise<{ note: string, value: { node: string, entry: string } }>} run it as `[node, entry, …]`
 */
export async function codeServer() {
  const { value: ownNode } = await node24();
  const folder = inCache(`code-server-${VERSION}-node-${process.platform}-${process.arch}`);
  const root = join(folder, "node_modules", "code-server");
  const value = { node: ownNode.node, entry: join(root, "out", "node", "entry.js") };
  if (existsSync(value.entry)) {
    return { note: "already there", value };
  }
  if (process.platform === "linux") {
    await debianPackages("code-server's native modules", PACKAGES);
  }
  const building = `${folder}.${process.pid}.tmp`;
  mkdirSync(building, { recursive: true });
  writeFileSync(join(building, "package.json"), '{ "private": true }\n');
  const [npm, ...npmArguments] = npmCommand();
  await run(
    [
      ...(npmArguments.length > 0 ? [ownNode.node, ...npmArguments] : [npm]),
      "install",
      "--no-progress",
      "--no-audit",
      `code-server@${VERSION}`,
    ],
    {
      log: "code-server",
      cwd: building,
      env: {
        // Its install script asks npm which Node it runs on, and would be told of this one.
        ...outsideOfNpm(),
        PATH: [ownNode.bin, process.env.PATH].join(delimiter),
        // The headers of this very Node, which would else be downloaded from outside the registry.
        npm_config_nodedir: ownNode.headers,
        // Its install scripts install VS Code's own packages and compile them; npm 11 and later run none that were not approved.
        npm_config_dangerously_allow_all_scripts: "true",
        // node-gyp then compiles on all cores.
        JOBS: "max",
      },
    },
  );
  const server = join(building, "node_modules", "code-server", "lib", "vscode");
  await read([ownNode.node, "-e", `for (const name of ${JSON.stringify(NATIVE_MODULES)}) require(name)`], { cwd: server });
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return { note: VERSION, value };
}
