import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** compose-go, cli/options.go: what `docker compose` looks for in a folder, and what it then lays over that, each in this order. */
const BASES = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
const OVERRIDES = ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];
const NAME = /^(docker-)?compose.*\.ya?ml$/i;

/** Whether a path is that of a file which people hand to Compose by its name. */
export const isComposeFile = (path) => NAME.test(posix.basename(path));

/**
 * The ways in which a user would load the compose files of a repository.
 * @typedef {object} ComposeUse
 * @property {"alone" | "found" | "over"} kind one file with `-f`; what Compose finds in a folder where that is more than one file, or what
 *   `COMPOSE_FILE` says; one with another name over what Compose finds
 * @property {string[]} files paths below the repository, each laid over those before it
 * @property {string} folder the folder below the repository in which Compose is called
 * @property {string[]} arguments before `config`
 * @param {string} root the repository
 * @param {string[]} paths of all its files, below it
 * @returns {ComposeUse[]}
 */
export function composeUses(root, paths) {
  const files = paths.filter(isComposeFile);
  return [...new Set(files.map(posix.dirname))].flatMap((folder) => {
    const names = files.filter((path) => posix.dirname(path) === folder).map((path) => posix.basename(path));
    const first = (list) => list.find((name) => names.includes(name));
    const use = (kind, list, called = true) => ({
      kind,
      files: list.map((name) => posix.join(folder, name)),
      folder,
      arguments: called ? list.flatMap((name) => ["-f", name]) : [],
    });
    const named = filesOfVariable(join(root, folder));
    const [base, over] = [first(BASES), first(OVERRIDES)];
    const found = named ?? (base && over ? [base, over] : []);
    const others = base ? names.filter((name) => !BASES.includes(name) && !OVERRIDES.includes(name)) : [];
    return [
      ...names.map((name) => use("alone", [name])),
      ...(found.length > 0 ? [use("found", found, false)] : []),
      ...others.filter((name) => !found.includes(name)).map((name) => use("over", [base, name])),
    ];
  });
}

/** The files of `COMPOSE_FILE` in a folder's `.env`; null when it says nothing of it. */
function filesOfVariable(folder) {
  const text = textOf(join(folder, ".env"));
  const list = text.match(/^(?:export\s+)?COMPOSE_FILE=["']?([^"'\n\r]+)/m)?.[1].trim();
  const separator = text.match(/^COMPOSE_PATH_SEPARATOR=["']?([^"'\n\r])/m)?.[1] ?? ":";
  return list ? list.split(separator) : null;
}

function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
