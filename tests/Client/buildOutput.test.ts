import assert from "node:assert/strict";
import { test } from "node:test";
import { PlainOutput, RawJsonOutput } from "../../client/src/build/buildOutput.ts";
import { CheckOutput } from "../../client/src/build/checkOutput.ts";
import { recording } from "./recording.ts";

const words = { cached: "cached", done: "done", stopped: "stopped" };

test("with rawjson the terminal shows text, the error as the engine wrote it, and the place is known", () => {
  const output = new RawJsonOutput(words);
  const shown = output.read(recording("0.13-failing.rawjson"), "stderr") + output.end();
  assert.doesNotMatch(shown, /"vertexes"/);
  assert.ok(shown.includes("   5 | >>> RUN echo one && \\\x1b[0m\r\n"), shown);
  assert.deepEqual(output.errors()[0]?.lines, [5, 6]);
  assert.match(output.message(), /exit code: 7$/);
  assert.deepEqual(
    output.progress.stages().map(({ stage }) => stage),
    ["develop", "builder", "last"],
  );
});

test("an engine that does not know rawjson is shown as it speaks", () => {
  const output = new RawJsonOutput(words);
  assert.equal(
    output.read("unknown flag: --progress\nSee 'docker --help'.\n", "stderr"),
    "unknown flag: --progress\x1b[0m\r\nSee 'docker --help'.\x1b[0m\r\n",
  );
  assert.equal(output.read("sha256:1\n", "stdout"), "sha256:1\r\n");
});

test("other output is shown as it comes, and the stages are known where it is BuildKit's", () => {
  const output = new PlainOutput();
  const text = recording("0.13-failing.plain");
  assert.equal(output.read(text, "stderr"), text.replaceAll("\n", "\r\n"));
  output.end();
  assert.equal(output.progress.failures()[0]?.instruction?.stage, "builder");
  assert.deepEqual(output.errors()[0]?.lines, [5, 6]);
});

test("a check is its answer; without one what was said beside it is shown", () => {
  const output = new CheckOutput();
  const text = recording("0.29-check.json");
  for (let at = 0; at < text.length; at += 100) output.read(text.slice(at, at + 100), "stdout");
  assert.equal(output.findings()?.length, 4);
  const old = new CheckOutput();
  old.read("unknown flag: --call\n", "stderr");
  assert.equal(old.findings(), null);
  assert.equal(old.text(), "unknown flag: --call\r\n");
});
