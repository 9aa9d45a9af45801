import { cpSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { SetUpError } from "../setup/SetUpError.mjs";
import { call } from "./call.mjs";
import { NO_INPUT } from "./composeCorpus.mjs";
import { composeEnvironment } from "./composeEnvironment.mjs";

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
const PANIC = "panic: ";

/**
 * The facts about one set-up of the corpus, and what Compose would have bake build of it, or null.
 * @param {string} compose the program
 * @param {import("./composeCorpus.mjs").ComposeCase} input
 * @param {string} root an empty folder, of which the facts tell as `/`
 * @returns {Promise<{ facts: object, bake: object | null }>}
 */
export function composeFacts(compose, input, root) {
  cpSync(input.path, join(root, "case"), { recursive: true, filter: (path) => !NO_INPUT.includes(basename(path)) });
  return factsOfCall(compose, input, root);
}

/**
 * The facts about one call: what `docker compose config --format json` answers, cut down to what concerns builds, and the path of each
 * Dockerfile that `docker compose build --print` hands on. They are told as if the files lay at `/case`, so that paths are the same on
 * every machine; the home folder is `/home`.
 * @param {string} compose the program
 * @param {Pick<import("./composeCorpus.mjs").ComposeCase, "name" | "call">} input
 * @param {string} root a folder of which the facts tell as `/`; the files are in `case` below it
 * @returns {Promise<{ facts: object, bake: object | null }>}
 */
export async function factsOfCall(compose, { name: title, call: given }, root) {
  const { arguments: before = [], environment = {}, folder = ".", profiles = ["*"], after = [] } = given;
  const ask = async (...command) => {
    const answer = await call(compose, [...before, ...profiles.flatMap((profile) => ["--profile", profile]), ...command], {
      cwd: join(root, "case", folder),
      env: composeEnvironment(root, environment),
    });
    return toldFrom(root, title, answer);
  };

  const { code, output, errors, warnings } = await ask("config", "--format", "json", ...after);
  const common = warnings.length > 0 ? { warnings } : {};
  if (code !== 0) {
    // Compose 2.40.3 cannot tell the keys of `ssh` as JSON.
    return { facts: { exitCode: code, error: errors, ...common }, bake: errors.includes("types.SSHKey") ? await bakeFacts(ask) : null };
  }
  // Compose writes its answer so that it could be read as a compose file again, in which `$` begins a variable.
  const { name, services = {} } = JSON.parse(output.replaceAll("$$", "$"));
  const isBuilt = Object.values(services).some((service) => service.build);
  const bake = isBuilt ? await bakeFacts(ask) : null;
  const paths = dockerfilePaths(bake?.targets);
  const facts = {
    exitCode: 0,
    name,
    services: Object.fromEntries(Object.entries(services).map(([key, service]) => [key, serviceFacts(service, paths[key])])),
    ...(bake?.error && { buildError: bake.error }),
    ...common,
  };
  return { facts, bake: bake?.error ? null : bake };
}

/** What Compose says when it is asked before a build of several, and what it hands to bake when it builds itself; or why it does not. */
async function bakeFacts(ask) {
  const plan = await ask("build", "--print");
  if (plan.code !== 0) {
    return { error: plan.errors };
  }
  const targets = Object.entries(JSON.parse(plan.output).target).map(targetFacts);
  return { config: (await ask("config")).output, targets: Object.fromEntries(targets) };
}

/** An answer without the places of this machine: the output, the warnings one by one, and all else that was said. */
function toldFrom(root, name, { code, stdout, stderr }) {
  const [output, said] = [stdout, stderr].map((text) => text.replaceAll(`${root}/`, "/").replaceAll(root, "/"));
  if ((output + said).includes(dirname(root))) {
    throw new SetUpError(`${name}: names a place above the root.`);
  }
  const lines = said.split("\n").filter((line) => line.trim());
  const warnings = lines.flatMap((line) => (WARNING.test(line) ? [JSON.parse(`"${line.match(WARNING)[1]}"`)] : []));
  const errors = lines.filter((line) => !WARNING.test(line));
  if (code !== 0 && errors.length === 0) {
    throw new SetUpError(`${name}: refused without a word.`);
  }
  return { code, output, errors: code === 0 ? "" : settled(errors), warnings: [...new Set(warnings)].sort() };
}

// Where Compose enters a circle is a matter of chance, and so are the addresses behind a panic.
function settled([first, ...rest]) {
  return first === CIRCLE || first.startsWith(PANIC) ? first : [first, ...rest].join("\n");
}

/** The path of each service's Dockerfile as Compose hands it to the builder. */
function dockerfilePaths(targets = {}) {
  return Object.fromEntries(Object.values(targets).map((one) => [one.labels["com.docker.compose.service"], one.dockerfile]));
}

// Compose tells limits in the order of chance.
function targetFacts([name, target]) {
  return [name, { ...target, ...(target.ulimits && { ulimits: target.ulimits.sort() }) }];
}

function serviceFacts(service, dockerfilePath) {
  const facts = only(OF_SERVICE, service);
  return facts.build ? { ...facts, build: { ...only(OF_BUILD, facts.build), ...(dockerfilePath && { dockerfilePath }) } } : facts;
}

function only(keys, object) {
  return Object.fromEntries(keys.filter((key) => object[key] !== undefined && object[key] !== null).map((key) => [key, object[key]]));
}
