import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix, resolve, sep } from "node:path";
import { inCache } from "../setup/cache.mjs";
import { inRepository } from "../setup/repository.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { composeAnswer } from "./composeAnswer.mjs";
import { composeUses } from "./composeUses.mjs";
import { writeJson } from "./writeJson.mjs";

/**
 * A repository whose files are looked at: real ones, say, of which none is kept here.
 * @typedef {object} ComposeRepository
 * @property {string} name
 * @property {string} path
 * @property {string[]} paths of all its files, below it, with `/`
 * @property {import("./composeUses.mjs").ComposeUse[]} uses
 */

/**
 * The repositories in a folder, each a folder of it. Throws where no folder is given.
 * @param {string | undefined} given
 * @param {string} usage what to say then
 * @returns {ComposeRepository[]} by name
 */
export function repositoriesIn(given, usage) {
  if (!given || !existsSync(given)) {
    throw new SetUpError(usage);
  }
  return readdirSync(given)
    .sort()
    .map((name) => repositoryIn(resolve(given, name)));
}

function repositoryIn(path) {
  const paths = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((file) => !file.isDirectory())
        .map((file) =>
          join(file.parentPath, file.name)
            .slice(path.length + 1)
            .split(sep)
            .join("/"),
        )
    : [];
  return { name: posix.basename(path), path, paths, uses: composeUses(path, paths) };
}

/** Copies a repository to `case` below a folder, of which Compose's answers tell as `/`. */
export function copyRepository({ path }, root) {
  mkdirSync(root, { recursive: true });
  cpSync(path, join(root, "case"), { recursive: true, verbatimSymlinks: true });
}

/**
 * What Compose says of each use of a repository that was copied to `root`. The answers stay in the cache: a repository that has not changed is not asked
 * about again.
 * @param {string} compose the program
 * @param {ComposeRepository} repository
 * @param {string} root
 */
export async function composeAnswers(compose, { name, path, paths, uses }, root) {
  const hash = createHash("sha256").update(JSON.stringify(uses));
  for (const script of ["composeAnswer.mjs", "composeFacts.mjs"]) {
    hash.update(readFileSync(inRepository("scripts", "golden", script)));
  }
  for (const file of paths.filter((file) => existsSync(join(path, file)) && statSync(join(path, file)).isFile())) {
    hash.update(`\0${file}\0`).update(readFileSync(join(path, file)));
  }
  const kept = inCache("compare-compose", `${name}.json`);
  const key = hash.digest("hex");
  const old = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : null;
  if (old?.key === key) {
    for (const file of old.answers.flatMap(({ made }) => made)) {
      mkdirSync(dirname(join(root, "case", file)), { recursive: true });
      writeFileSync(join(root, "case", file), "");
    }
    return old.answers;
  }
  const answers = [];
  for (const use of uses) {
    answers.push(await composeAnswer(compose, use, root));
  }
  writeJson(kept, { key, answers });
  return answers;
}
