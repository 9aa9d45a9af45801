// Bundles the client: the extension and the thread that lays graphs out into dist/client, the page of the graph into dist/client/webview. The
// licences of what is bundled go into dist/client/licenses.txt.
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

// A file of its own, read when the first graph is laid out: nobody else waits for Graphviz to be loaded.
const layoutWorker = {
  ...extension,
  entryPoints: ["client/src/graph/layoutWorker.ts"],
  outfile: "dist/client/layoutWorker.js",
  external: [],
};

const page = {
  ...common,
  entryPoints: ["client/webview/graph.ts"],
  outfile: "dist/client/webview/graph.js",
  platform: "browser",
  format: "iife",
  target: "chrome120",
  loader: { ".css": "text" },
  minify: !watch,
  sourcemap: watch ? "inline" : false,
  metafile: true,
};

const stylesheets = {
  ...common,
  entryPoints: ["client/webview/page.css", "client/webview/picture.css"],
  outdir: "dist/client/webview",
  platform: "browser",
  minify: !watch,
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

/** What packages hold compiled, and their own licence files do not name. */
const COMPILED_IN =
  "Graphviz (Eclipse Public License, https://graphviz.org/license), compiled into @hpcc-js/wasm-graphviz\n\nSource: https://gitlab.com/graphviz/graphviz\n";

if (watch) {
  for (const bundle of [extension, layoutWorker, page, stylesheets]) await (await context(bundle)).watch();
} else if (flags.has("--tests")) {
  await build(tests);
  await build({ ...layoutWorker, outfile: "dist/client-tests/layoutWorker.cjs", metafile: false });
} else {
  const bundles = await Promise.all([extension, layoutWorker, page].map((bundle) => build(bundle)));
  await build(stylesheets);
  const inputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.inputs));
  writeFileSync(join(root, "dist/client/licenses.txt"), [...licenses(inputs), COMPILED_IN].join(`\n${"-".repeat(80)}\n\n`));
}
