/**
 * `node scripts/golden/make.mjs [FILTER]`: asks a real engine about every Dockerfile of tests/fixtures/golden (or those whose path
 * contains FILTER) and writes its answers beside them. The engine comes from Debian's newest packages, is unpacked into the cache,
 * reaches no network, and vanishes at the end. No test runs this: tests read the answers.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { buildFacts } from "./buildFacts.mjs";
import { corpus, corpusFolder } from "./corpus.mjs";
import { withGoldenEngine } from "./goldenEngine.mjs";
import { inParallel } from "./inParallel.mjs";
import { offlineText } from "./offlineText.mjs";
import { planFacts } from "./planFacts.mjs";
import { writeJson } from "./writeJson.mjs";

async function make() {
  const [filter = ""] = process.argv.slice(2);
  const inputs = corpus().filter((input) => input.name.includes(filter));
  if (inputs.length === 0) {
    throw new SetUpError(`No input's path contains "${filter}".`);
  }
  await withGoldenEngine(async (engine, emptyContext, write) => {
    writeJson(join(corpusFolder, "engine.json"), await versions(engine));
    await step(`facts of ${inputs.length} files`, () =>
      inParallel(inputs, async (input, index) => {
        const raw = readFileSync(input.path, "utf8");
        const text = offlineText(raw);
        const file = text === raw ? input.path : write(`${index}.Dockerfile`, text);
        const options = ["--file", file, ...callOptions(input.call)];
        const folder = input.context ?? emptyContext;
        const facts = await buildFacts(engine, input.name, options, folder);
        writeJson(input.factsFile, facts);
        if (input.hasPlan) {
          writeJson(input.planFile, await planFacts(engine, input.name, text, facts.targets.stages, options, folder));
        }
      }),
    );
  });
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

entry(make);
