import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const ENDINGS = process.platform === "win32" ? (process.env.PATHEXT ?? ".EXE;.CMD").split(";") : [""];

/** The full path of a program on PATH (or in one of the further folders), else null. Starts nothing. */
export function findProgram(name, ...furtherFolders) {
  for (const folder of [...(process.env.PATH ?? "").split(delimiter), ...furtherFolders]) {
    for (const ending of ENDINGS) {
      const path = join(folder, name + ending);
      if (folder && isExecutable(path)) {
        return path;
      }
    }
  }
  return null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
