import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inCache } from "./cache.mjs";
import { npmCommand, outsideOfNpm } from "./npm.mjs";
import { run } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";

const VERSION = "24.21.0";

/**
 * Node 24 for code-server alone, from npm: the whole package is taken, since it also carries the headers that native modules
 * are compiled against.
 * @returns {Promise<{ note: string, value: { node: string, bin: string, headers: string } }>}
 */
export async function node24() {
  if (!["linux", "darwin"].includes(process.platform)) {
    throw new SetUpError(
      "code-server, the VS Code in a browser that `npm start` opens, runs on Linux and macOS only.\n" +
        "Here: npm run package, then install dist/dockstage-*.vsix in VS Code (code --install-extension FILE).",
    );
  }
  const name = `node-${process.platform}-${process.arch}`;
  const folder = inCache(`${name}-${VERSION}`);
  const root = join(folder, "node_modules", name);
  const value = { node: join(root, "bin", "node"), bin: join(root, "bin"), headers: root };
  if (existsSync(value.node)) {
    return { note: "already there", value };
  }
  const building = `${folder}.${process.pid}.tmp`;
  mkdirSync(building, { recursive: true });
  writeFileSync(join(building, "package.json"), '{ "private": true }\n');
  await run([...npmCommand(), "install", "--no-progress", "--no-audit", `${name}@${VERSION}`], {
    log: "node24",
    cwd: building,
    env: outsideOfNpm(),
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return { note: VERSION, value };
}
