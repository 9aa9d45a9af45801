import { existsSync } from "node:fs";
import { inRepository } from "../setup/repository.mjs";
import { run } from "../setup/run.mjs";
import { fingerprint, isStamped, writeStamp } from "../setup/stamp.mjs";

const OUTPUT = inRepository("dist", "client", "extension.js");

/** Bundles the TypeScript client into `dist/client/extension.js`. */
export async function buildClient() {
  const stampFile = inRepository("dist", "stamps", "client");
  const stamp = fingerprint([inRepository("client"), inRepository("package-lock.json"), inRepository("tsconfig.json")], process.version);
  if (existsSync(OUTPUT) && isStamped(stampFile, stamp)) {
    return "unchanged";
  }
  await run([process.execPath, inRepository("client", "esbuild.mjs")], { log: "build-client", cwd: inRepository() });
  writeStamp(stampFile, stamp);
}
