import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inRepository } from "../setup/repository.mjs";
import { counted, notRun } from "./outcome.mjs";
import { resultFile } from "./resultFile.mjs";
import { runCaptured } from "./runCaptured.mjs";

const REPORTER = fileURLToPath(new URL("nodeReporter.mjs", import.meta.url));
// No test takes so long: a test that hangs shall not hang the run.
const HUNG_MILLISECONDS = 900_000;

/**
 * The `*.test.mjs` files of one folder, run by Node's own test runner, one file after the other: they share an editor's ports, an
 * engine's bridge and two cores.
 */
export function nodeSuite(name, needs, folder) {
  return {
    name,
    needs,
    async run() {
      const path = inRepository(folder);
      const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(".test.mjs")) : [];
      return files.length === 0
        ? notRun(`No *.test.mjs in ${folder}.`)
        : runFiles(
            name,
            files.sort().map((file) => join(path, file)),
          );
    },
  };
}

/** Runs test files with Node's test runner. */
export async function runFiles(name, files) {
  const results = resultFile(`${name}.jsonl`);
  rmSync(results, { force: true });
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
  reporters.push(`--test-reporter=${REPORTER}`, `--test-reporter-destination=${results}`);
  const argv = [process.execPath, "--test", "--test-concurrency=1", `--test-timeout=${HUNG_MILLISECONDS}`, ...reporters, ...files];
  // Set by a test runner for the files that it runs; a runner that finds it takes itself for such a file and runs nothing.
  const { output, ended } = await runCaptured(argv, { cwd: inRepository(), env: { NODE_TEST_CONTEXT: undefined } });
  const ran = existsSync(results)
    ? readFileSync(results, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  const count = (outcome) => ran.filter((test) => test.outcome === outcome).length;
  return counted({ passed: count("passed"), failed: count("failed"), skipped: count("skipped"), output, ended });
}
