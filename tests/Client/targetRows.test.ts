import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameDocument } from "../../client/src/sameDocument.ts";
import type { ConsumerTarget, StageTarget } from "../../client/src/targets/buildTargets.ts";
import { fileRow, indexAt, statusOf, type TargetWords, targetOfRow, targetRows, withState } from "../../client/src/targets/targetRows.ts";
import { statesOf, stateWords } from "./stateWords.ts";

const words: TargetWords = {
  defaultTarget: "default target",
  builtBy: "built by {0}",
  builtOn: "built on {0}",
  runs: "runs {0} of {1}",
  noStage: "no such stage",
  inFile: "in {0}",
};

const stage = (label: string, line: number, more: Partial<StageTarget> = {}): StageTarget => ({
  label,
  line,
  base: "alpine",
  description: null,
  default: false,
  runs: 1,
  builtBy: [],
  build: { dockerfile: "file:///w/Dockerfile", stage: label },
  ...more,
});

const build = (label: string, line: number, more: Partial<ConsumerTarget> = {}): ConsumerTarget => ({
  label,
  line,
  lines: { first: line - 2, last: line },
  dockerfile: "api/Dockerfile",
  target: "builder",
  stage: { uri: "file:///w/api/Dockerfile", line: 1 },
  build: { consumer: "file:///w/compose.yaml", build: label },
  ...more,
});

const rowsOf = (stages: StageTarget[], builds: ConsumerTarget[] = []) => targetRows("file:///w/Dockerfile", { stages, builds }, words);

test("files of one name are told apart by their folders", () => {
  const row = fileRow({ uri: "file:///w/a/b/Dockerfile", path: "a/b/Dockerfile", kind: "dockerfile" });
  assert.deepEqual([row.label, row.description, row.context], ["Dockerfile", "a/b", "file dockerfile"]);
  assert.equal(fileRow({ uri: "file:///w/compose.yaml", path: "compose.yaml", kind: "compose" }).description, "");
});

test("a stage's row says who builds it, else on what it stands; the default target has an icon of its own", () => {
  const rows = rowsOf([
    stage("develop", 1),
    stage("builder", 3, { builtBy: ["web", "api", "x", "y"] }),
    stage("release", 9, { default: true, builtBy: ["prod"] }),
  ]);
  assert.deepEqual(
    rows.map((row) => [row.label, row.description, row.icon]),
    [
      ["develop", "alpine", "symbol-class"],
      ["builder", "built by web, api, x, …", "symbol-class"],
      ["release", "default target · built by prod", "star-full"],
    ],
  );
});

test("only what can be built offers to be built", () => {
  const rows = rowsOf([stage("stage-0", 1, { build: null }), stage("b", 2)], [build("web", 3), build("shell.yaml", 4, { build: null })]);
  assert.deepEqual(
    rows.map((row) => row.context),
    ["stage", "stage buildable", "build buildable", "build"],
  );
});

test("a build's row says which stage of which Dockerfile it asks for, or that there is none", () => {
  const rows = rowsOf([], [build("web", 3), build("api", 5, { target: null }), build("bad", 7, { stage: null })]);
  assert.deepEqual(
    rows.map((row) => [row.description, row.icon]),
    [
      ["builder · api/Dockerfile", "package"],
      ["default target · api/Dockerfile", "package"],
      ["no such stage", "warning"],
    ],
  );
});

test("stages of one name have rows of their own", () => {
  const rows = rowsOf([stage("a", 1), stage("a", 2)]);
  assert.notEqual(rows[0]?.id, rows[1]?.id);
});

test("the status bar tells about the stage in whose lines the cursor is", () => {
  const targets = {
    stages: [stage("builder", 3, { builtBy: ["web"], runs: 2 }), stage("release", 9, { default: true, runs: null })],
    builds: [],
  };
  const textAt = (line: number) => statusOf(targets, line, words)?.text;
  assert.deepEqual(
    [textAt(1), textAt(3), textAt(8), textAt(100)],
    [undefined, "builder · built by web · runs 2 of 2", "builder · built by web · runs 2 of 2", "release · default target"],
  );
});

test("in a consumer's file it tells which stage is asked for by the build whose lines hold the cursor, from its name on", () => {
  const web = build("web", 7, { lines: { first: 5, last: 9 } });
  const taken = build("prometheus", 1, { lines: null });
  const targets = { stages: [], builds: [web, build("api", 14, { target: null, lines: { first: 12, last: 14 } }), taken] };
  const textAt = (line: number) => statusOf(targets, line, words)?.text;
  assert.deepEqual([5, 7, 9].map(textAt), ["web → builder", "web → builder", "web → builder"]);
  assert.deepEqual([12, 14].map(textAt), ["api → default target", "api → default target"]);
  assert.deepEqual([1, 4, 10, 15].map(textAt), [undefined, undefined, undefined, undefined]);
});

test("the row that tells of a line is the stage's or the build's", () => {
  assert.deepEqual(
    [2, 3, 8, 9].map((line) => indexAt({ stages: [stage("a", 3), stage("b", 9)], builds: [] }, line)),
    [-1, 0, 0, 1],
  );
  assert.equal(indexAt({ stages: [], builds: [build("web", 3), build("api", 8)] }, 7), 1);
});

test("what is built for a row is what it names; what else comes with a command stays as it is", () => {
  const [row] = rowsOf([stage("builder", 3)]);
  assert.deepEqual(targetOfRow(row), { dockerfile: "file:///w/Dockerfile", stage: "builder" });
  for (const other of [undefined, null, 5, "x", { dockerfile: "x", stage: null }, { consumer: "x", build: "y" }])
    assert.equal(targetOfRow(other), other);
});

test("one document may be written in several ways", () => {
  assert.ok(isSameDocument("file:///c%3A/w/my%20api/Dockerfile", "file:///C:/w/my api/Dockerfile"));
  assert.ok(!isSameDocument("file:///w/Dockerfile", "file:///w/dockerfile"));
  assert.ok(isSameDocument("file:///w/%E0%A4%A", "file:///w/%E0%A4%A"));
});

test("a stage that was built says how that went, others stay as they are", () => {
  const rows = [...rowsOf([stage("develop", 1), stage("builder", 11), stage("last", 21)]), ...rowsOf([], [build("web", 1)])];
  const states = statesOf("develop 1/1 done 3200 RUN a\nbuilder 1/2 failed 400 RUN b\nlast 1/1 waiting 0 RUN c", true);
  assert.deepEqual(
    rows
      .map((row) => withState(row, states, stateWords))
      .map(({ label, description, icon, color }) => [label, description, icon, color ?? ""].join(" | ")),
    [
      "develop | ✓ 3.2 s · alpine | pass | charts.green",
      "builder | ✗ failed after 0.4 s · alpine | error | charts.red",
      "last | alpine | symbol-class | ",
      "web | builder · api/Dockerfile | package | ",
    ],
  );
  assert.deepEqual(withState(rows[1] as never, states, stateWords).tooltip.slice(-2), ["✗ failed after 0.4 s", "RUN b"]);
});
