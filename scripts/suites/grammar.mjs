import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inRepository } from "../setup/repository.mjs";
import { counted, notRun } from "./outcome.mjs";
import { resultFile } from "./resultFile.mjs";
import { runCaptured } from "./runCaptured.mjs";

const RUNNER = inRepository("node_modules", "vscode-tmgrammar-test", "dist", "unit.js");

/**
 * Files that carry the scopes that each line must get, beside the line. A test is one line with its assertions; the grammars are
 * those that package.json contributes, and the given ones of the languages that they are injected into.
 */
export function grammarSuite(name, needs, folder, baseGrammars) {
  return {
    name,
    needs,
    async run() {
      if (!existsSync(inRepository(folder))) {
        return notRun(`No folder ${folder}.`);
      }
      const results = resultFile(name);
      rmSync(results, { recursive: true, force: true });
      const argv = [process.execPath, RUNNER, "--config", "package.json", "--xunit-report", results];
      argv.push(...baseGrammars.flatMap((path) => ["--grammar", path]), `${folder}/**/*.test.*`);
      const { output, ended } = await runCaptured(argv, { cwd: inRepository() });
      const reports = existsSync(results) ? readdirSync(results).map((file) => readFileSync(join(results, file), "utf8")) : [];
      const lines = reports.flatMap((report) => report.split("<testcase").slice(1));
      const failed = lines.filter((line) => /<(failure|error)\b/.test(line)).length;
      return counted({ passed: lines.length - failed, failed, output, ended });
    },
  };
}
