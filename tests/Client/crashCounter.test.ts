import assert from "node:assert/strict";
import { test } from "node:test";
import { CrashCounter } from "../../client/src/crashCounter.ts";

test("the fifth crash within three minutes is one too many", () => {
  const counter = new CrashCounter();
  assert.deepEqual(
    [0, 1000, 2000, 3000, 4000].map((time) => counter.isTooMany(time)),
    [false, false, false, false, true],
  );
});

test("crashes that lie further back are forgotten", () => {
  const counter = new CrashCounter(2, 1000);
  assert.deepEqual(
    [0, 1000, 1999].map((time) => counter.isTooMany(time)),
    [false, false, true],
  );
});
