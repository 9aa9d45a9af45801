import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inRepository } from "../setup/repository.mjs";

/** The folder of the compose set-ups: `TOPIC/CASE/`, each with its files and `facts.json` beside them. */
export const composeCorpusFolder = inRepository("tests", "fixtures", "compose-golden");

/** What of a case's folder is not part of the set-up. */
export const NO_INPUT = ["case.json", "facts.json", "bake.json"];

/**
 * Every set-up, sorted by name. Its `case.json`, where it has one, says how Compose is called, when not plainly.
 * @typedef {object} ComposeCase
 * @property {string} name `TOPIC/CASE`
 * @property {string} path
 * @property {{ arguments?: string[], environment?: Record<string, string>, folder?: string, profiles?: string[], after?: string[] }} call
 *   `arguments` before `config`, and `after` it; `environment` of the call; `folder` below the case in which it is called; `profiles` that are
 *   active, all when not given
 * @property {string} factsFile
 * @property {string} bakeFile where it is kept what Compose would have bake build
 * @returns {ComposeCase[]}
 */
export function composeCorpus() {
  return foldersIn(composeCorpusFolder)
    .flatMap((topic) => foldersIn(join(composeCorpusFolder, topic)).map((name) => `${topic}/${name}`))
    .sort()
    .map(caseOf);
}

function caseOf(name) {
  const path = join(composeCorpusFolder, name);
  const callFile = join(path, "case.json");
  return {
    name,
    path,
    call: existsSync(callFile) ? JSON.parse(readFileSync(callFile, "utf8")) : {},
    factsFile: join(path, "facts.json"),
    bakeFile: join(path, "bake.json"),
  };
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
