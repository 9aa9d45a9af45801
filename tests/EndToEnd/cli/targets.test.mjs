// `dockstage targets` and `dockstage plan` of the published native binary. What they write is tested on texts in tests/LanguageServer.Tests; here is
// what only the binary can show, and that the examples of the README are true.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { dockstage } from "../harness/dockstage.mjs";
import { writeWorkspace } from "../harness/markedText.mjs";
import { readFlowchart } from "../harness/mermaid.mjs";

const SAMPLE = inRepository("samples", "go");

test("the examples of the README are what the program says", async () => {
  const section = readFileSync(inRepository("README.md"), "utf8").split("## On the command line")[1].split("\n## ")[0];
  const examples = [...section.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => block.split(/^\$ /m).slice(1));
  assert.ok(examples.length >= 4, section);
  for (const example of examples) {
    const [line, ...expected] = example.split("\n");
    const [program, ...argv] = line.split(" | ")[0].split(" ");
    assert.equal(program, "dockstage");
    const { output, errors } = await dockstage(argv, { cwd: SAMPLE });
    if (!line.includes(" | ")) {
      assert.equal(output + errors, expected.join("\n"), line);
    }
  }
  const [, chart] = section.match(/^```mermaid\n([\s\S]*?)^```$/m);
  assert.equal((await dockstage(["graph", "--format", "mermaid"], { cwd: SAMPLE })).output, chart);
  await readFlowchart(chart);
});

test("the words of a command are those that JSON gives, and run in the folder that it names", async () => {
  const { output } = await dockstage(["targets", "samples", "--format", "json"], { cwd: inRepository() });
  const { dockerfiles, consumers } = JSON.parse(output);
  assert.deepEqual(
    dockerfiles.map(({ path, targets }) => [path, targets.map(({ name }) => name)]),
    [
      ["go/Dockerfile", ["develop", "builder", null]],
      ["python/Dockerfile", ["stage", "develop", "production"]],
    ],
  );
  assert.deepEqual(
    consumers.map(({ argv, cwd, stageLine }) => [argv.join(" "), cwd, stageLine]),
    [
      ["docker compose -f compose.yaml build greeter", "go", 11],
      ["docker compose -f compose.yaml build notes", "python", 10],
    ],
  );
});

test("sixty stages with wide names, a byte order mark and Windows line ends stand in columns", async () => {
  const workspace = writeWorkspace("//- Dockerfile\n");
  try {
    const stages = Array.from(
      { length: 60 },
      (_, i) => `# s${i} makes 日本 ${i}\r\nFROM ${i % 2 ? "registry.example.com/a/b:1" : "x"} AS s${i}\r\n`,
    );
    writeFileSync(workspace.path("Dockerfile"), `\ufeff${stages.join("")}`);
    const { output, code } = await dockstage(["targets"], { cwd: workspace.folder });
    const rows = output.split("\n").filter((line) => line.includes("makes"));
    assert.deepEqual([code, rows.length], [0, 60]);
    assert.equal(new Set(rows.map((row) => row.indexOf("makes"))).size, 1);
    assert.match(rows[59], /^ {2}s59 \(default\) {2}registry/);
    const plan = await dockstage(["plan", "Dockerfile", "--format", "json"], { cwd: workspace.folder });
    assert.deepEqual([plan.code, JSON.parse(plan.output).runs[0].line, JSON.parse(plan.output).skips.length], [0, 120, 59]);
  } finally {
    workspace.remove();
  }
});

for (const argv of [
  ["targets", "--format", "dot"],
  ["targets", "--bogus"],
  ["plan"],
  ["plan", "a", "b"],
  ["plan", "no such file"],
  ["plan", "--target"],
  ["graph", "a", "b"],
  ["graph", "--format", "png"],
]) {
  test(`${argv.join(" ")} is refused with 2 and nothing on stdout`, async () => {
    const { code, output, errors } = await dockstage(argv, { cwd: SAMPLE });
    assert.deepEqual([code, output], [2, ""]);
    assert.match(errors, /^dockstage: /);
  });
}
