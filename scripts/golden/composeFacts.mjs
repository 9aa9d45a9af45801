import { spawn } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { SetUpError } from "../setup/SetUpError.mjs";
import { NO_INPUT } from "./composeCorpus.mjs";

/** What facts tell of a service, and of its build: all that says what is built, from where, and as what. */
const OF_SERVICE = ["build", "image", "profiles", "depends_on"];
const OF_BUILD = [
  "context",
  "dockerfile",
  "dockerfile_inline",
  "target",
  "additional_contexts",
  "args",
  "no_cache_filter",
  "tags",
  "platforms",
];
const WARNING = /^time="[^"]*" level=warning msg="((?:[^"\\]|\\.)*)"$/;
const CIRCLE = "Circular reference:";

/**
 * The facts about one set-up: what `docker compose config --format json` answers, cut down to what concerns builds. The set-up lies at
 * `/case` then, so that paths are the same on every machine; the home folder is `/home`.
 * @param {string} compose the program
 * @param {import("./composeCorpus.mjs").ComposeCase} input
 * @param {string} root an empty folder, of which the facts tell as `/`
 */
export async function composeFacts(compose, input, root) {
  const folder = join(root, "case");
  mkdirSync(join(root, "home"), { recursive: true });
  cpSync(input.path, folder, { recursive: true, filter: (path) => !NO_INPUT.includes(basename(path)) });
  const { arguments: given = [], environment = {}, folder: below = ".", profiles = ["*"] } = input.call;
  const argv = [...given, ...profiles.flatMap((profile) => ["--profile", profile]), "config", "--format", "json"];
  const answer = await call(compose, argv, {
    cwd: join(folder, below),
    // Nothing of this machine's own environment, and no way to the network.
    env: {
      PATH: process.env.PATH,
      HOME: join(root, "home"),
      HTTP_PROXY: "http://127.0.0.1:9",
      HTTPS_PROXY: "http://127.0.0.1:9",
      ...environment,
    },
  });

  const here = (text) => text.replaceAll(root, "");
  const lines = here(answer.stderr)
    .split("\n")
    .filter((line) => line.trim());
  const [warnings, errors] = [lines.filter((line) => WARNING.test(line)), lines.filter((line) => !WARNING.test(line))];
  const told = [...new Set(warnings.map((line) => JSON.parse(`"${line.match(WARNING)[1]}"`)))].sort();
  const common = told.length > 0 ? { warnings: told } : {};
  if (answer.code !== 0) {
    if (errors.length === 0) {
      throw new SetUpError(`${input.name}: refused without a word.`);
    }
    return { exitCode: answer.code, error: settled(errors), ...common };
  }
  // Compose writes its answer so that it could be read as a compose file again, in which `$` begins a variable.
  const { name, services = {} } = JSON.parse(here(answer.stdout).replaceAll("$$", "$"));
  return {
    exitCode: 0,
    name,
    services: Object.fromEntries(Object.entries(services).map(([key, service]) => [key, serviceFacts(service)])),
    ...common,
  };
}

// Where Compose enters a circle is a matter of chance.
function settled([first, ...rest]) {
  return first === CIRCLE ? first : [first, ...rest].join("\n");
}

function serviceFacts(service) {
  const facts = only(OF_SERVICE, service);
  return facts.build ? { ...facts, build: only(OF_BUILD, facts.build) } : facts;
}

function only(keys, object) {
  return Object.fromEntries(keys.filter((key) => object[key] !== undefined && object[key] !== null).map((key) => [key, object[key]]));
}

function call(program, argv, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const answer = { code: 0, stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        answer[stream] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      answer.code = code ?? 1;
      resolve(answer);
    });
  });
}
