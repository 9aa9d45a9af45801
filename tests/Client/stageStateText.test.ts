import assert from "node:assert/strict";
import { test } from "node:test";
import { countedDuration } from "../../client/src/build/duration.ts";
import { signedStateText, spokenStateText, stageStateText } from "../../client/src/build/stageStateText.ts";
import { statesOf, stateWords } from "./stateWords.ts";

/** In a lens, in a row of the tree, and for a screen reader. */
const textsOf = (text: string, isOver = false) => {
  const [state] = statesOf(text, isOver);
  assert.ok(state);
  return [stageStateText(state, stateWords), signedStateText(state, stateWords), spokenStateText(state, stateWords)];
};

test("each state has one wording, with the name over a FROM, without it where the name stands, without the sign for who sees none", () => {
  assert.deepEqual(textsOf("a 1/1 done 3200 RUN make"), ["✓ a 3.2 s", "✓ 3.2 s", "done 3.2 s"]);
  assert.deepEqual(textsOf("a 1/2 cached 0 RUN x\na 2/2 done 3200 RUN make"), [
    "✓ a 3.2 s, 1 of 2 cached",
    "✓ 3.2 s, 1 of 2 cached",
    "done 3.2 s, 1 of 2 cached",
  ]);
  assert.deepEqual(textsOf("a 1/1 cached 0 RUN make"), ["✓ a cached", "✓ cached", "cached"]);
  assert.deepEqual(textsOf("a 2/5 running 0 RUN make"), ["⟳ a 2/5 RUN make", "⟳ 2/5 RUN make", "running 2/5 RUN make"]);
  assert.deepEqual(textsOf("a 1/2 failed 400 RUN make  all"), [
    "✗ a failed after 0.4 s: show log",
    "✗ failed after 0.4 s",
    "failed after 0.4 s: 1/2 RUN make all",
  ]);
  assert.deepEqual(textsOf("a 1/1 running 0 RUN make", true), ["■ a stopped", "■ stopped", "stopped"]);
  assert.deepEqual(textsOf("a 1/1 waiting 0 RUN make"), [null, "○ waiting", "waiting"]);
  assert.deepEqual(textsOf("a 1/1 waiting 0 RUN make", true), [null, "– skipped", "skipped"]);
});

test("between two steps a stage runs, though no instruction does", () => {
  assert.deepEqual(textsOf("a 1/2 done 100 RUN x\na 2/2 waiting 0 RUN y"), ["⟳ a", "⟳ running", "running"]);
});

test("a time that counts has no tenths", () => {
  assert.deepEqual([0, 999, 59_999, 60_000, 125_400, -5].map(countedDuration), ["0 s", "0 s", "59 s", "1 min 0 s", "2 min 5 s", "0 s"]);
});
