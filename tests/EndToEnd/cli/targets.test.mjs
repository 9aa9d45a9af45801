// `dockstage targets` and `dockstage plan` of the published native binary. What they write is tested on texts in tests/LanguageServer.Tests; here is
// what only the binary can show, and that the examples of the README are true.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
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

test("a pasted line is, to a real shell, those words in the Dockerfile's folder, whatever folders and files are called", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a folder's name.
  const folders = ["-", "-x", "--help", "it's ${HOME}", "`touch pwned`", 'a "b" & c', "x\\", "[a]*", "=ls", "~", "%PATH% ^"];
  const workspace = writeWorkspace(folders.map((folder) => `//- ${folder}/--help/Dockerfile\nFROM scratch AS one\n`).join(""));
  try {
    const { output } = await dockstage(["targets"], { cwd: workspace.folder });
    const lines = output.split("\n").filter((line) => line.startsWith("    cd "));
    const told = lines.map((line) => {
      // The shell tells its folder and the words, in the place of docker.
      const script = `docker() { printf '%s\\0' "$PWD" "$@"; }\n${line}\n`;
      const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: workspace.folder, encoding: "utf8" });
      assert.equal(status, 0, `${line}\n${stderr}`);
      return stdout.split("\0").slice(0, -1);
    });
    assert.deepEqual(told.map(([folder]) => folder).sort(), folders.map((folder) => workspace.path(`${folder}/--help`)).sort());
    for (const [, ...words] of told) {
      assert.deepEqual(words, ["buildx", "build", "--target", "one", "-f", "Dockerfile", "-t", "help:one", "--load", "."]);
    }
  } finally {
    workspace.remove();
  }
});

test("a folder whose name has a control character is told, and no line is made to be pasted", async () => {
  const workspace = writeWorkspace("//- a\u001b[201~b/Dockerfile\nFROM scratch AS one\n");
  try {
    const { output } = await dockstage(["targets"], { cwd: workspace.folder });
    assert.match(output, /The command cannot be pasted into sh: one of its words has a line break or another control character\./);
    assert.doesNotMatch(output, / docker /);
  } finally {
    workspace.remove();
  }
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
