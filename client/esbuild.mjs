// Bundles the client into dist/client/extension.js.
//   --watch   bundle again at every change, not minified
//   --tests   bundle the tests of tests/Client instead, into one file for `node --test`
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const flags = new Set(process.argv.slice(2));
const watch = flags.has("--watch");

const common = { absWorkingDir: root, bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "warning" };

const extension = {
  ...common,
  entryPoints: ["client/src/extension.ts"],
  outfile: "dist/client/extension.js",
  external: ["vscode"],
  minify: !watch,
  keepNames: true,
  sourcemap: watch,
};

const tests = {
  ...common,
  stdin: {
    contents: readdirSync(join(root, "tests/Client"))
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `import "./tests/Client/${name}";`)
      .join("\n"),
    resolveDir: root,
  },
  outfile: "dist/client-tests/client.test.cjs",
  sourcemap: "inline",
};

if (watch) await (await context(extension)).watch();
else await build(flags.has("--tests") ? tests : extension);
