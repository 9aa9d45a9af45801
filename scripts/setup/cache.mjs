import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Where everything is kept that is downloaded or built once and used by every clone: `$DOCKSTAGE_CACHE`, else
 * `$XDG_CACHE_HOME/dockstage`, else `~/.cache/dockstage`. Moving it away makes the next run start from nothing.
 */
export const cacheFolder = resolve(
  process.env.DOCKSTAGE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "dockstage"),
);

/** A path in the cache; the folder that holds it exists afterwards. */
export function inCache(...parts) {
  const path = join(cacheFolder, ...parts);
  mkdirSync(join(path, ".."), { recursive: true });
  return path;
}
