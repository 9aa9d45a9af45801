// Runs the grammar tests: every *.test.Dockerfile and *.test.yaml beside this file.
//   node tests/Grammars/test.mjs [VSCODE_EXTENSIONS]
// The grammars that ours are injected into come from the package tm-grammars, or from the extensions folder of a VS Code, whose YAML
// grammar is another one.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const require = createRequire(import.meta.url);
const [extensions] = process.argv.slice(2);

const grammars =
  extensions === undefined
    ? ["docker", "yaml"].map((name) => join(root, "node_modules", "tm-grammars", "grammars", `${name}.json`))
    : ["docker", "yaml"].flatMap((name) => {
        const folder = join(extensions, name, "syntaxes");
        return readdirSync(folder).map((file) => join(folder, file));
      });
const cases = readdirSync(here)
  .filter((name) => /\.test\.(Dockerfile|yaml)$/.test(name))
  .map((name) => join(here, name));

const { status, stdout, error } = spawnSync(
  process.execPath,
  [
    join(dirname(require.resolve("vscode-tmgrammar-test/package.json")), "dist", "unit.js"),
    "--config",
    join(root, "package.json"),
    ...grammars.flatMap((path) => ["--grammar", path]),
    ...cases,
  ],
  // The tool never ends on an assertion that it cannot read.
  { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], timeout: 120_000 },
);
process.stdout.write(stdout);
if (error !== undefined) console.error(error.message);
const passed = stdout.match(/^✓/gmu)?.length ?? 0;
console.log(`${passed} passed, ${cases.length - passed} failed`);
process.exit(status ?? 1);
