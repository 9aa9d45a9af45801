import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cachedFolder } from "./cachedFolder.mjs";
import { npm } from "./npm.mjs";
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
  const { path, isNew } = await cachedFolder(`${name}-${VERSION}`, async (folder) => {
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    await npm(["install", "--no-progress", "--no-audit", `${name}@${VERSION}`], { log: "node24", cwd: folder });
  });
  const root = join(path, "node_modules", name);
  return { note: isNew ? VERSION : "already there", value: { node: join(root, "bin", "node"), bin: join(root, "bin"), headers: root } };
}
