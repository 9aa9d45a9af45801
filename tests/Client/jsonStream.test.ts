import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonStream } from "../../client/src/build/jsonStream.ts";
import { replay } from "./recording.ts";

/** Reads a text in pieces of each size from 1, and says what came out if it is the same each time. */
function read(text: string): unknown[] {
  const results = Array.from({ length: text.length + 1 }, (_, size) => {
    const stream = new JsonStream();
    const parts = [];
    for (let at = 0; at < text.length; at += size + 1) parts.push(...stream.read(text.slice(at, at + size + 1)));
    return [...parts, ...stream.end()].map((part) => ("value" in part ? part.value : part.line));
  });
  for (const result of results) assert.deepEqual(result, results[0]);
  return results[0] ?? [];
}

test("objects come one after another, on one line each or indented over many", () => {
  assert.deepEqual(read('{"a":1}\n{\n  "b": {\n    "c": [{}]\n  }\n}\n{"d":"}{\\"\\\\"}\n'), [
    { a: 1 },
    { b: { c: [{}] } },
    { d: '}{"\\' },
  ]);
});

test("lines between the objects and behind them are kept, blank ones too", () => {
  assert.deepEqual(read('warning: x\r\n{"a":1}\r\nDockerfile:5\n\n   5 | >>> RUN {x}\nERROR: failed'), [
    "warning: x",
    { a: 1 },
    "Dockerfile:5",
    "",
    "   5 | >>> RUN {x}",
    "ERROR: failed",
  ]);
});

test("what begins like an object and is none is a line", () => {
  assert.deepEqual(read('{x} y\n{"a":1}\n{"half": tru\nlast'), ["{x} y", { a: 1 }, '{"half": tru', "last"]);
});

test("an empty object and an empty stream are no trouble", () => {
  assert.deepEqual(read("{}\n{ }\n"), [{}, {}]);
  assert.deepEqual(read(""), []);
});

for (const name of ["0.13-failing.rawjson", "0.29-failing.rawjson"]) {
  test(`${name}: what the error excerpt says is left as lines, wherever the stream was cut`, () => {
    const whole = replay(name, 1_000_000);
    assert.ok(whole.statuses.length > 10);
    assert.deepEqual(whole.lines.slice(0, 2), ["fail.Dockerfile:5", "--------------------"]);
    assert.match(whole.lines.at(-1) ?? "", /^ERROR: failed to/);
    for (const size of [1, 7, 100, 4096]) assert.deepEqual(replay(name, size), whole);
  });
}
