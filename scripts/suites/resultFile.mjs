import { mkdirSync } from "node:fs";
import { inRepository } from "../setup/repository.mjs";

/** Where a suite's results go, below the ignored `test-output`. */
export function resultFile(name) {
  mkdirSync(inRepository("test-output", "results"), { recursive: true });
  return inRepository("test-output", "results", name);
}
