import { writeFileSync } from "node:fs";

/** Writes a value in the form in which facts are kept. */
export function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
