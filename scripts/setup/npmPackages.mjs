import { npm } from "./npm.mjs";
import { inRepository } from "./repository.mjs";
import { fingerprint, isStamped, writeStamp } from "./stamp.mjs";

/** `npm ci` in this clone, when the lock file is another one than at the last time. */
export async function npmPackages() {
  const stampFile = inRepository("node_modules", ".dockstage-stamp");
  const stamp = fingerprint([inRepository("package-lock.json")], process.version);
  if (isStamped(stampFile, stamp)) {
    return "already there";
  }
  await npm(["ci", "--no-progress"], { log: "npm-ci", cwd: inRepository() });
  writeStamp(stampFile, stamp);
}
