import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const STAGE_NAME = /^(?!(scratch|context|last)$)[a-z][a-z0-9]*([-_.][a-z0-9]+)*$/;

/**
 * Writes the Dockerfiles that the builds of a set-up look for and that are not there: most set-ups have none, for Compose reads none. Each declares the
 * stages that the builds name, each built on the one before it.
 * @param {{ services?: Record<string, { build?: object }> }} facts what Compose made of the set-up
 * @param {string} folder the set-up
 */
export function writeStages({ services = {} }, folder) {
  const named = new Map();
  for (const { build } of Object.values(services)) {
    if (!build?.context?.startsWith("/case") || !build.dockerfilePath) {
      continue;
    }
    const path = join(folder, resolve("/case", build.context, build.dockerfilePath).slice("/case".length));
    if (path.startsWith(`${folder}/`) && (named.has(path) || !existsSync(path))) {
      const names = [build.target, ...(build.no_cache_filter ?? []), ...Object.keys(build.additional_contexts ?? {})];
      named.set(path, [...(named.get(path) ?? []), ...names]);
    }
  }
  for (const [path, words] of named) {
    const names = [...new Set(words.map((word) => (word ?? "").toLowerCase()).filter((word) => STAGE_NAME.test(word)))].sort();
    const stages = names.map((name, index) => `FROM ${names[index - 1] ?? "busybox"} AS ${name}\nCOPY --from=${names[0]} /a /b\n`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${stages.join("")}FROM busybox AS last\n`);
  }
}
