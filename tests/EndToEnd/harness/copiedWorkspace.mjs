import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { inRepository } from "../../../scripts/setup/repository.mjs";

/**
 * Copies a folder of the repository to a temporary place, where a test may edit it.
 * @param {...string} path the folder's path in the repository
 * @returns {{ folder: string, path: (name: string) => string, remove: () => void }}
 */
export function copyWorkspace(...path) {
  const parent = mkdtempSync(join(tmpdir(), "dockstage-copy-"));
  const folder = join(parent, basename(inRepository(...path)));
  cpSync(inRepository(...path), folder, { recursive: true });
  return { folder, path: (name) => join(folder, name), remove: () => rmSync(parent, { recursive: true, force: true }) };
}
