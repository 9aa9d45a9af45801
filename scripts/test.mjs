import { dotnetEnvironment } from "./setup/dotnet.mjs";
import { describe, entry } from "./setup/entry.mjs";
import { step } from "./setup/progress.mjs";
import { inRepository } from "./setup/repository.mjs";
import { SetUpError } from "./setup/SetUpError.mjs";
import { clientSuite } from "./suites/client.mjs";
import { commandSuite } from "./suites/command.mjs";
import { dotnetSuite } from "./suites/dotnet.mjs";
import { grammarSuite } from "./suites/grammar.mjs";
import * as needs from "./suites/needs.mjs";
import { nodeSuite } from "./suites/node.mjs";
import { notRun } from "./suites/outcome.mjs";

const bin = (...path) => [process.execPath, inRepository("node_modules", ...path)];
const GRAMMARS = inRepository("node_modules", "tm-grammars", "grammars");

/** Every suite, the quick ones first. */
const SUITES = [
  commandSuite("lint", [needs.npm], [...bin("@biomejs", "biome", "bin", "biome"), "ci", "."]),
  commandSuite("types", [needs.npm], [...bin("typescript", "bin", "tsc"), "--noEmit", "-p", "tsconfig.json"]),
  commandSuite("webview types", [needs.npm], [...bin("typescript", "bin", "tsc"), "--noEmit", "-p", "client/webview/tsconfig.json"]),
  clientSuite("client", [needs.npm]),
  grammarSuite("grammar", [needs.npm], "tests/Grammars", [`${GRAMMARS}/docker.json`, `${GRAMMARS}/yaml.json`]),
  nodeSuite("scripts", [], "tests/Scripts"),
  dotnetSuite("core", [needs.solution], "tests/Core.Tests"),
  dotnetSuite("language-server", [needs.solution], "tests/LanguageServer.Tests"),
  commandSuite(
    "format",
    [needs.solution],
    ["dotnet", "format", "LanguageServer.sln", "--verify-no-changes", "--no-restore"],
    dotnetEnvironment,
  ),
  nodeSuite("server", [needs.npm, needs.server], "tests/EndToEnd/server"),
  nodeSuite("cli", [needs.npm, needs.server, needs.graphviz], "tests/EndToEnd/cli"),
  nodeSuite("package", [needs.unzip, needs.platformPackage, needs.universalPackage], "tests/EndToEnd/package"),
  nodeSuite("editor", [needs.editor, needs.platformPackage], "tests/EndToEnd/editor"),
  nodeSuite("docker", [needs.editor, needs.platformPackage, needs.engine, needs.podman], "tests/EndToEnd/docker"),
];

/**
 * `npm test [-- suite…]`: sets up what the suites need, runs them, and ends with the line `N passed, N failed`. Exit code 1 when
 * anything failed; 2 when a suite could not run because this machine lacks something.
 */
async function test() {
  const suites = selected(process.argv.slice(2));
  const total = { passed: 0, failed: 0 };
  const machine = { lacksSomething: false };
  for (const suite of suites) {
    const outcome = await runSuite(suite, machine);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  }
  if (total.failed > 0) {
    process.exitCode = machine.lacksSomething ? 2 : 1;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
}

function selected(names) {
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new SetUpError(`No such suite: ${unknown.join(", ")}. There are: ${SUITES.map((suite) => suite.name).join(", ")}`);
  }
  return names.length === 0 ? SUITES : SUITES.filter((suite) => names.includes(suite.name));
}

async function runSuite(suite, machine) {
  try {
    for (const need of suite.needs) {
      await have(need);
    }
  } catch (error) {
    machine.lacksSomething ||= error instanceof SetUpError;
    console.log(`✗ ${suite.name}: 0 passed, 1 failed\n${firstTime(error) ? describe(error) : "For the same reason as above."}\n`);
    return notRun();
  }
  const outcome = await step(suite.name, async () => {
    const value = await suite.run().catch((error) => notRun(describe(error)));
    const skipped = value.skipped ? `, ${value.skipped} skipped` : "";
    return { value, failed: value.failed > 0, note: `${value.passed} passed, ${value.failed} failed${skipped}` };
  });
  if (outcome.failed > 0) {
    console.log(`${outcome.output.trimEnd()}\n`);
  }
  return outcome;
}

const had = new Map();

/** Gets a need and what it needs itself, each at most once; one that failed fails again for the same reason. */
function have(need) {
  if (!had.has(need)) {
    had.set(need, getInOrder(need));
  }
  return had.get(need);
}

async function getInOrder(need) {
  for (const other of need.needs) {
    await have(other);
  }
  await need.get();
}

const told = new Set();

function firstTime(error) {
  const first = !told.has(error);
  told.add(error);
  return first;
}

await entry(test);
