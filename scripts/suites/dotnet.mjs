import { existsSync, readFileSync, rmSync } from "node:fs";
import { dotnetEnvironment } from "../setup/dotnet.mjs";
import { inRepository } from "../setup/repository.mjs";
import { counted, notRun } from "./outcome.mjs";
import { resultFile } from "./resultFile.mjs";
import { runCaptured } from "./runCaptured.mjs";

/** The tests of one xunit.v3 project, which is an executable of its own and writes its results as CTRF (JSON). */
export function dotnetSuite(name, needs, project) {
  return {
    name,
    needs,
    async run() {
      const results = resultFile(`${name}.ctrf.json`);
      rmSync(results, { force: true });
      const argv = ["dotnet", "run", "--project", inRepository(project), "-c", "Release", "--no-build", "--"];
      const options = { cwd: inRepository(), env: dotnetEnvironment };
      const { output, ended } = await runCaptured([...argv, "-noColor", "-result-ctrf", results], options);
      if (!existsSync(results)) {
        return notRun(`${output}\n${ended ?? "It wrote no results."}`);
      }
      const { passed, failed, other, skipped, pending } = JSON.parse(readFileSync(results, "utf8")).results.summary;
      return counted({ passed, failed: failed + other, skipped: skipped + pending, output, ended });
    },
  };
}
