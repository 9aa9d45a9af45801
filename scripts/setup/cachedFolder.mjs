import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { inCache } from "./cache.mjs";

/**
 * A folder of the cache that is there complete or not at all: it is filled under another name and then renamed, so that interrupted work
 * is begun anew, and two scripts at once do not disturb each other.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill puts everything into the given empty folder
 * @returns {Promise<{ path: string, isNew: boolean }>}
 */
export async function cachedFolder(name, fill) {
  const path = inCache(name);
  if (existsSync(path)) {
    return { path, isNew: false };
  }
  removeAbandoned(path);
  const building = `${path}.${process.pid}.tmp`;
  mkdirSync(building);
  try {
    await fill(building);
    renameSync(building, path);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // The other of two scripts at once was quicker.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") {
      throw error;
    }
  }
  return { path, isNew: true };
}

// What processes left behind that ended before they were done.
function removeAbandoned(path) {
  for (const entry of readdirSync(dirname(path))) {
    const [, name, owner] = entry.match(/^(.+)\.(\d+)\.tmp$/) ?? [];
    if (name === basename(path) && !isRunning(Number(owner))) {
      rmSync(`${path}.${owner}.tmp`, { recursive: true, force: true });
    }
  }
}

function isRunning(processId) {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
