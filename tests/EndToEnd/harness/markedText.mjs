import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const FILE_HEADER = /^[ \t]*\/\/- (.+)$/m;
const CURSOR = "<|>";

/**
 * Reads a text with marks: `//- path` on a line of its own begins a file, `<|>` is the cursor. The indentation that all lines
 * share is taken away.
 * @param {string} marked
 * @returns {{ files: { path: string, text: string }[], cursor: { path: string, offset: number, line: number, character: number } | null }}
 *   `offset` and `character` count UTF-16 units, `line` and `character` from 0
 */
export function readMarked(marked) {
  const [before, ...parts] = withoutSharedIndentation(marked).split(new RegExp(FILE_HEADER.source, "gm"));
  if (before.trim() !== "") {
    throw new Error(`Text stands before the first file header "//- path": ${before.trim()}`);
  }
  const files = [];
  let cursor = null;
  for (let index = 0; index < parts.length; index += 2) {
    const path = parts[index].trim();
    const text = parts[index + 1].replace(/^\r?\n/, "");
    const offset = text.indexOf(CURSOR);
    if (offset >= 0 && (cursor || text.includes(CURSOR, offset + 1))) {
      throw new Error("More than one cursor.");
    }
    files.push({ path, text: text.replace(CURSOR, "") });
    if (offset >= 0) {
      const lines = text.slice(0, offset).split("\n");
      cursor = { path, offset, line: lines.length - 1, character: lines.at(-1).length };
    }
  }
  return { files, cursor };
}

/**
 * Writes the files of a marked text to a new temporary folder, whose name has a space in it on purpose.
 * @param {string} marked
 * @param {string} [name] what the folder is called instead, where people are to read it
 * @returns {{ folder: string, path: (name: string) => string, cursor: ReturnType<typeof readMarked>["cursor"], remove: () => void }}
 */
export function writeWorkspace(marked, name) {
  const { files, cursor } = readMarked(marked);
  const made = mkdtempSync(join(tmpdir(), "dockstage work "));
  const folder = name === undefined ? made : join(made, name);
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
  return {
    folder,
    cursor,
    path: (name) => join(folder, name),
    remove: () => rmSync(made, { recursive: true, force: true }),
  };
}

function withoutSharedIndentation(text) {
  const lines = text.replace(/^\r?\n/, "").split("\n");
  const widths = lines.filter((line) => line.trim() !== "").map((line) => line.match(/^[ \t]*/)[0].length);
  const width = Math.min(...widths, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => (line.trim() === "" ? line.trim() : line.slice(width))).join("\n");
}
