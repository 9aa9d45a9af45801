import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const GENERATED_FOLDERS = new Set(["bin", "obj", "node_modules", "dist", ".git", "TestResults"]);

/**
 * A hash over the content of files and folders (generated folders below them are left out) and over further texts such as a
 * tool's version: equal hash, equal outcome. A path that is not there counts as such.
 */
export function fingerprint(paths, ...texts) {
  const hash = createHash("sha256");
  const add = (path, name) => {
    if (!existsSync(path)) {
      hash.update(`absent ${name}\0`);
    } else if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) {
        if (!GENERATED_FOLDERS.has(entry)) {
          add(join(path, entry), `${name}/${entry}`);
        }
      }
    } else {
      hash.update(`file ${name}\0`).update(readFileSync(path));
    }
  };
  paths.forEach((path, index) => {
    add(path, String(index));
  });
  hash.update(JSON.stringify(texts));
  return hash.digest("hex");
}

/** Whether the stamp file holds exactly this text: the work that it stands for is done. */
export function isStamped(stampFile, text) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === text;
}

/** Notes that the work is done; written last, so that interrupted work is done again. */
export function writeStamp(stampFile, text) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, text);
}
