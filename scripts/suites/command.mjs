import { inRepository } from "../setup/repository.mjs";
import { runCaptured } from "./runCaptured.mjs";

/** One command that must end with exit code 0, counted as one test. */
export function commandSuite(name, needs, argv, env) {
  return {
    name,
    needs,
    async run() {
      const { output, ended } = await runCaptured(argv, { cwd: inRepository(), env });
      return ended === null
        ? { passed: 1, failed: 0, output }
        : { passed: 0, failed: 1, output: `$ ${argv.join(" ")}\n${output}\n${ended}` };
    },
  };
}
