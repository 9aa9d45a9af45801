/**
 * `node scripts/golden/make.mjs [FILTER]`: asks a real engine about every Dockerfile of tests/fixtures/golden (or those whose path
 * contains FILTER) and writes its answers beside them. The engine comes from Debian's newest packages, is unpacked into the cache,
 * reaches no network, and vanishes at the end. No test runs this: tests read the answers.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { startDockerEngine } from "../setup/dockerEngine.mjs";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { AskEngine } from "./askEngine.mjs";
import { buildFacts } from "./buildFacts.mjs";
import { corpus, corpusFolder } from "./corpus.mjs";
import { offlineText } from "./offlineText.mjs";
import { planFacts } from "./planFacts.mjs";

/** The suite whose engine knows `--call=check`. */
const SUITE = "sid";
const STAND_IN = "busybox:local";
/** A port that nobody listens at: whatever would leave the machine fails at once. */
const NO_NETWORK = { HTTP_PROXY: "http://127.0.0.1:9", HTTPS_PROXY: "http://127.0.0.1:9" };

async function make() {
  const [filter = ""] = process.argv.slice(2);
  const inputs = corpus().filter((input) => input.name.includes(filter));
  if (inputs.length === 0) {
    throw new SetUpError(`No input's path contains "${filter}".`);
  }
  const work = mkdtempSync(join(tmpdir(), "dockstage-golden-"));
  const emptyContext = join(work, "empty");
  mkdirSync(emptyContext);
  let running;
  try {
    await step("engine", async () => {
      running = await startDockerEngine({ suite: SUITE, env: NO_NETWORK });
    });
    const engine = new AskEngine(running.env, STAND_IN);
    writeJson(join(corpusFolder, "engine.json"), await versions(engine));
    await step(`facts of ${inputs.length} files`, () =>
      inParallel(inputs, async (input, index) => {
        const raw = readFileSync(input.path);
        const text = offlineText(raw.toString("utf8"));
        const file = text === raw.toString("utf8") ? input.path : join(work, `${index}.Dockerfile`);
        if (file !== input.path) {
          writeFileSync(file, text);
        }
        const options = ["--file", file, ...callOptions(input.call)];
        const folder = input.context ?? emptyContext;
        const facts = await buildFacts(engine, input.name, options, folder);
        writeJson(input.factsFile, facts);
        if (input.hasPlan) {
          writeJson(input.planFile, await planFacts(engine, input.name, text, facts.targets.stages, options, folder));
        }
      }),
    );
  } finally {
    await running?.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

async function versions(engine) {
  const { Client, Server } = JSON.parse(await engine.read("version", "--format", "json"));
  const [, , buildx] = (await engine.read("buildx", "version")).trim().split(" ");
  return { engine: Server.Version, client: Client.Version, buildx, platform: `${Server.Os}/${Server.Arch}` };
}

function callOptions({ target, args = {}, contexts = {} }) {
  return [
    ...(target ? ["--target", target] : []),
    ...Object.entries(args).flatMap(([key, value]) => ["--build-arg", `${key}=${value}`]),
    ...Object.entries(contexts).flatMap(([key, value]) => ["--build-context", `${key}=${value}`]),
  ];
}

async function inParallel(items, work) {
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) {
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

entry(make);
