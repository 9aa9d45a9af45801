import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRepository } from "../setup/repository.mjs";
import { runFiles } from "./node.mjs";
import { notRun } from "./outcome.mjs";

/** Tests of the client in TypeScript, bundled like the client itself (Node 20 runs no TypeScript), then run by Node's test runner. */
export function clientSuite(name, needs, folder) {
  return {
    name,
    needs,
    async run() {
      const path = inRepository(folder);
      const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(".test.ts")) : [];
      if (files.length === 0) {
        return notRun(`No *.test.ts in ${folder}.`);
      }
      // Found in node_modules, which is not there yet when the entry script begins.
      const { build } = await import(pathToFileURL(inRepository("node_modules", "esbuild", "lib", "main.js")).href);
      const output = inRepository("dist", "build", "client-tests");
      rmSync(output, { recursive: true, force: true });
      await build({
        entryPoints: files.map((file) => join(path, file)),
        outdir: output,
        outExtension: { ".js": ".mjs" },
        bundle: true,
        platform: "node",
        format: "esm",
        target: "node20",
        external: ["vscode"],
        sourcemap: "inline",
        logLevel: "silent",
      });
      return runFiles(
        name,
        files.map((file) => join(output, `${basename(file, ".ts")}.mjs`)),
      );
    },
  };
}
