import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRepository } from "../setup/repository.mjs";
import { read, run } from "../setup/run.mjs";
import { fingerprint, isStamped, writeStamp } from "../setup/stamp.mjs";

const VSCE = [process.execPath, inRepository("node_modules", "@vscode", "vsce", "vsce")];
// esbuild has put what the client uses into one file.
const WITHOUT_NODE_MODULES = "--no-dependencies";
// Folders of which nothing is packaged, so that a change there does not call for a new package; checked against what is packaged.
const NEVER_PACKAGED = new Set([".git", "client", "docs", "node_modules", "samples", "scripts", "server", "test-output", "tests"]);

/**
 * Makes `dist/dockstage-<name>.vsix`, unless nothing of it changed. `.vscodeignore` says which files go into it; whatever it takes
 * from `dist/server` is replaced by the given server folder, which the package holds as `dist/server`.
 * @param {{ name: string, target: string | null, server: string }} options `target`: the marketplace's platform, null for all
 * @returns {Promise<{ note: string, value: string }>} `value` is the path of the package
 */
export async function packageExtension({ name, target, server }) {
  const vsix = inRepository("dist", `dockstage-${name}.vsix`);
  const sources = readdirSync(inRepository()).filter((entry) => entry !== "dist" && !NEVER_PACKAGED.has(entry));
  const stampFile = inRepository("dist", "stamps", `vsix-${name}`);
  const stamp = fingerprint([...sources.map((entry) => inRepository(entry)), inRepository("dist", "client"), server], sources, target);
  if (existsSync(vsix) && isStamped(stampFile, stamp)) {
    return { note: "unchanged", value: vsix };
  }

  const staging = inRepository("dist", "build", `vsix-${name}`);
  rmSync(staging, { recursive: true, force: true });
  for (const path of await packagedFiles()) {
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    cpSync(inRepository(path), join(staging, path));
  }
  cpSync(server, join(staging, "dist", "server"), { recursive: true });
  const targeted = target ? ["--target", target] : [];
  await run([...VSCE, "package", WITHOUT_NODE_MODULES, ...targeted, "--out", vsix], { log: `vsce-${name}`, cwd: staging });
  writeStamp(stampFile, stamp);
  return { note: "packaged", value: vsix };
}

async function packagedFiles() {
  const listed = await read([...VSCE, "ls", WITHOUT_NODE_MODULES], { cwd: inRepository() });
  const files = listed.split(/\r?\n/).filter((path) => path && !path.startsWith("dist/server"));
  const unwatched = files.filter((path) => NEVER_PACKAGED.has(path.split("/")[0]));
  if (unwatched.length > 0) {
    throw new Error(`.vscodeignore packages ${unwatched.join(", ")}, whose changes scripts/build/vsix.mjs does not watch.`);
  }
  return files;
}
