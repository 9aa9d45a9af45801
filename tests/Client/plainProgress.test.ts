import assert from "node:assert/strict";
import { test } from "node:test";
import { BuildProgress } from "../../client/src/build/buildProgress.ts";
import { PlainProgress } from "../../client/src/build/plainProgress.ts";
import { recording } from "./recording.ts";

function progressOf(text: string, size: number): BuildProgress {
  const progress = new BuildProgress();
  const plain = new PlainProgress(() => 1_000_000);
  for (let at = 0; at < text.length; at += size) for (const status of plain.read(text.slice(at, at + size))) progress.apply(status);
  progress.end();
  return progress;
}

const rows = (progress: BuildProgress) => progress.stages().map(({ target, stage, state }) => `${target} ${stage}: ${state}`);

test("plain progress tells the stages too, wherever it is cut", () => {
  for (const size of [1, 13, 100_000]) {
    const progress = progressOf(recording("0.13-failing.plain"), size);
    assert.deepEqual(rows(progress), ["null develop: cached", "null builder: failed"]);
    assert.equal(progress.failures()[0]?.log, "one\noops\n");
  }
});

test("compose puts the service in front", () => {
  assert.deepEqual(rows(progressOf(recording("compose-2.26.plain"), 50)), ["web develop: cached", "web builder: cached"]);
});

test("times are those that are printed", () => {
  const [step] = progressOf("#1 [a 1/1] RUN sleep 3\n#1 DONE 3.2s\n", 10).all();
  assert.equal(step?.milliseconds, 3_200);
});

test("other lines tell nothing", () => {
  assert.deepEqual(rows(progressOf("# 1 x\nStep 1/2 : FROM x\n#x\n\n", 5)), []);
});
