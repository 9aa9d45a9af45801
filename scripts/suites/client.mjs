import { inRepository } from "../setup/repository.mjs";
import { runFiles } from "./node.mjs";
import { notRun } from "./outcome.mjs";
import { runCaptured } from "./runCaptured.mjs";

/** Tests of the client in TypeScript, which Node 20 does not run: bundled like the client itself, then run by Node's test runner. */
export function clientSuite(name, needs) {
  return {
    name,
    needs,
    async run() {
      const bundling = await runCaptured([process.execPath, inRepository("client", "esbuild.mjs"), "--tests"], { cwd: inRepository() });
      if (bundling.ended !== null) {
        return notRun(`${bundling.output}\n${bundling.ended}`);
      }
      return runFiles(name, [inRepository("dist", "client-tests", "client.test.cjs")]);
    },
  };
}
