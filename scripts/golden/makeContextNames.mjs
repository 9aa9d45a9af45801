/**
 * `node scripts/golden/makeContextNames.mjs`: asks a real `docker buildx build` and a real Compose what they make of each name of a context in
 * tests/fixtures/context-names/cases.json, and writes their answers beside it. Needs what `make.mjs` needs. No test runs this: tests read the answers.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { inRepository } from "../setup/repository.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { call } from "./call.mjs";
import { withGoldenEngine } from "./goldenEngine.mjs";
import { inParallel } from "./inParallel.mjs";
import { writeJson } from "./writeJson.mjs";

const folder = inRepository("tests", "fixtures", "context-names");

/** What the tools say of the name itself, before anything is built. */
const REFUSED = /invalid context name [\s\S]*?(?=\n|$)|additional_contexts additional properties .*/;
/** What an engine says that looks for an image of that name, or for the file in a stage or in nothing. */
const NOT_TAKEN =
  /failed to resolve source metadata|failed to calculate checksum|lstat .*\/marker: no such file|does not exist|exit code: 1/;

async function make() {
  const cases = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8"));
  const root = mkdtempSync(join(tmpdir(), "dockstage-contexts-"));
  try {
    await withGoldenEngine(async (engine) => {
      const facts = [];
      await step(`what is made of ${cases.length} names`, () =>
        inParallel(cases, async (one, index) => {
          facts[index] = { ...one, ...(await factsOf(engine, one, join(root, `${index}`))) };
        }),
      );
      const buildx = (await engine.read("buildx", "version")).trim().split(" ")[1];
      const compose = (await engine.read("compose", "version", "--short")).trim();
      const { Server } = JSON.parse(await engine.read("version", "--format", "json"));
      writeJson(join(folder, "facts.json"), { engine: Server.Version, buildx, compose, facts });
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What becomes of a build that is given a context with one file, `marker`, which the Dockerfile copies from what it names. */
async function factsOf(engine, { name, dockerfile }, place) {
  mkdirSync(join(place, "given"), { recursive: true });
  writeFileSync(join(place, "given", "marker"), name);
  writeFileSync(join(place, "Dockerfile"), dockerfile);
  // JSON is YAML; Compose puts no variables into names.
  const build = { context: ".", additional_contexts: { [name]: "./given" } };
  writeFileSync(join(place, "compose.yaml"), JSON.stringify({ name: "case", services: { web: { build } } }));
  const options = { cwd: place, env: { ...process.env, ...engine.env } };
  const ask = async (...argv) => outcome(name, await call("docker", argv, options));
  return {
    build: await ask(
      "buildx",
      "build",
      "--progress=plain",
      "--no-cache",
      "--output=type=cacheonly",
      "--build-context",
      `${name}=given`,
      ".",
    ),
    compose: await ask("compose", "--progress=plain", "build", "--no-cache"),
  };
}

function outcome(name, { code, stdout, stderr }) {
  if (code === 0) {
    return "taken";
  }
  const refused = stderr.match(REFUSED)?.[0];
  if (refused) {
    return { refused };
  }
  if (!NOT_TAKEN.test(stdout + stderr)) {
    throw new SetUpError(`${name}: neither taken nor refused.\n${stdout}\n${stderr}`);
  }
  return "not taken";
}

entry(make);
