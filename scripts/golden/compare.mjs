/**
 * `node scripts/golden/compare.mjs FOLDER`: compares what Dockstage says of every Dockerfile below a folder (of real ones, say: none is kept in
 * this repository) with what a real engine says, as the tests compare the golden corpus. The engine's answers stay in the cache, beside
 * copies of the files; a file that has not changed is not asked about again.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { inCache } from "../setup/cache.mjs";
import { dotnetEnvironment } from "../setup/dotnet.mjs";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { inRepository } from "../setup/repository.mjs";
import { run } from "../setup/run.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { runCaptured } from "../suites/runCaptured.mjs";
import { buildFacts } from "./buildFacts.mjs";
import { withGoldenEngine } from "./goldenEngine.mjs";
import { inParallel } from "./inParallel.mjs";
import { offlineText } from "./offlineText.mjs";
import { writeJson } from "./writeJson.mjs";

const DOCKERFILE = /(^|[/.])(dockerfile|containerfile)$|(^|\/)(dockerfile|containerfile)\.[^/]+$/i;
/** What is called like a Dockerfile but is none. */
const OTHER = /\.(dockerignore|containerignore|md|go|js|ts|py|rb|sh|json|ya?ml|toml|txt|tmpl|template|j2|erb|in)$/i;
const DIGEST = /(?<=[\w.-])@sha256:[0-9a-f]{64}\b/g;
/** The copy of a file and the facts about it, as the golden tests look for them. */
const COPY = ".Dockerfile";
const FACTS = ".facts.json";
const PROJECT = inRepository("tests", "Core.Tests");

async function compare() {
  const [given] = process.argv.slice(2);
  if (!given || !existsSync(given)) {
    throw new SetUpError("Usage: node scripts/golden/compare.mjs FOLDER");
  }
  const source = resolve(given);
  const folder = inCache("compare", createHash("sha256").update(source).digest("hex").slice(0, 16));
  mkdirSync(folder, { recursive: true });
  const names = dockerfilesIn(source);
  if (names.length === 0) {
    throw new SetUpError(`No Dockerfile below ${source}.`);
  }
  removeOthers(folder, new Set(names));
  const asked = names.filter((name) => !isAnswered(source, folder, name));
  if (asked.length > 0) {
    await withGoldenEngine((engine, emptyContext) =>
      step(`facts of ${asked.length} files`, () => ask(engine, emptyContext, folder, asked)),
    );
  }
  console.log(summary(folder));
  await step("tests", () => run(["dotnet", "build", PROJECT, "-c", "Release"], { log: "compare", env: dotnetEnvironment }));
  const argv = ["dotnet", "run", "--project", PROJECT, "-c", "Release", "--no-build", "--", "-noColor"];
  const { output, ended } = await runCaptured([...argv, "-namespace", "Dockstage.Core.Tests.Golden", "-class-", "*.GoldenCorpusTests"], {
    cwd: inRepository(),
    env: { ...dotnetEnvironment, DOCKSTAGE_GOLDEN: folder },
  });
  console.log(output);
  process.exitCode = ended === null ? 0 : 1;
}

/** The paths of all Dockerfiles below a folder, with `/`. */
function dockerfilesIn(source) {
  return readdirSync(source, { recursive: true })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => DOCKERFILE.test(name) && !OTHER.test(name) && statSync(join(source, name)).isFile());
}

const copyOf = (folder, name) => join(folder, `${name}${COPY}`);
const factsOf = (folder, name) => join(folder, `${name}${FACTS}`);

/** Takes away what belongs to Dockerfiles that are gone. */
function removeOthers(folder, names) {
  for (const kept of readdirSync(folder, { recursive: true }).map((name) => name.split(sep).join("/"))) {
    const end = [COPY, FACTS].find((one) => kept.endsWith(one));
    if (end && !names.has(kept.slice(0, -end.length))) {
      rmSync(join(folder, kept), { recursive: true });
    }
  }
}

/** Whether the facts about a file are there; if not, puts a copy of it there that an engine without network can read. */
function isAnswered(source, folder, name) {
  // No image has the digest that it is asked for by, so it is asked for by its name alone.
  const text = offlineText(readFileSync(join(source, name), "utf8")).replace(DIGEST, "");
  const copy = copyOf(folder, name);
  if (existsSync(factsOf(folder, name)) && existsSync(copy) && readFileSync(copy, "utf8") === text) {
    return true;
  }
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, text);
  rmSync(factsOf(folder, name), { force: true });
  return false;
}

/** Asks the engine about copies. One of which a base is for another machine, say, cannot be compared and is taken away. */
function ask(engine, emptyContext, folder, names) {
  return inParallel(names, async (name) => {
    const file = copyOf(folder, name);
    try {
      writeJson(factsOf(folder, name), await buildFacts(engine, name, ["--file", file], emptyContext));
    } catch (error) {
      if (!(error instanceof SetUpError)) {
        throw error;
      }
      rmSync(file);
      console.log(`not compared: ${error.message.split("\n")[0]}`);
    }
  });
}

/** What is compared, in figures. */
function summary(folder) {
  const facts = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".facts.json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const count = (one) => facts.reduce((sum, fact) => sum + one(fact), 0);
  const stages = count(({ targets }) => targets.stages?.length ?? 0);
  const several = count(({ targets }) => ((targets.stages?.length ?? 0) > 1 ? 1 : 0));
  const warnings = count(({ check }) => (check.error ? 0 : check.warnings.length));
  const refused = count(({ check }) => (check.error ? 1 : 0));
  return (
    `${facts.length} files, ${several} of them with several stages; ${stages} stages. ` +
    `The engine refuses ${refused} files and warns ${warnings} times in the others.`
  );
}

entry(compare);
