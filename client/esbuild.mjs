// Bundles the client into dist/client/extension.js, and the licences of what is bundled into licenses.txt beside it.
//   --watch   bundle again at every change, not minified
//   --tests   bundle the tests of tests/Client instead, into one file for `node --test`
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
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
  metafile: true,
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

/** The licence of every package that files of the bundle come from, as their licences ask. */
function licenses(inputs) {
  const folders = new Set(Object.keys(inputs).flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (file === undefined) throw new Error(`${folder} has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), "utf8").trim()}\n`;
  });
}

if (watch) {
  await (await context(extension)).watch();
} else if (flags.has("--tests")) {
  await build(tests);
} else {
  const { metafile } = await build(extension);
  writeFileSync(join(root, "dist/client/licenses.txt"), licenses(metafile.inputs).join(`\n${"-".repeat(80)}\n\n`));
}
