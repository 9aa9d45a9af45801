import assert from "node:assert/strict";
import { test } from "node:test";
import { BuildProgress } from "../../client/src/build/buildProgress.ts";
import { duration } from "../../client/src/build/duration.ts";
import { ProgressText, withoutCursorMoves } from "../../client/src/build/progressText.ts";
import type { SolveStatus } from "../../client/src/build/solveStatus.ts";
import { replay } from "./recording.ts";

const words = { cached: "cached", done: "done", stopped: "stopped" };

/** What a terminal shows, without colours; times are rounded away. */
function render(statuses: SolveStatus[], targets?: string[]): string[] {
  const progress = new BuildProgress(targets && new Set(targets));
  const text = new ProgressText(progress, words);
  return (
    statuses
      .map((status) => {
        progress.apply(status);
        return text.render(status);
      })
      .join("")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences.
      .replace(/\x1b\[[0-9;]*m/g, "")
      .replace(/done \d+(\.\d)? s/g, "done N s")
      .split("\r\n")
  );
}

test("a build reads by its instructions, with what they print behind their stage", () => {
  assert.deepEqual(render(replay("0.29-build.rawjson").statuses), [
    "develop 1/2  FROM docker.io/library/golang:1.26",
    "develop 2/2  WORKDIR /src",
    "develop 2/2  done N s",
    'builder 1/3  RUN echo "grüße 😀" && sleep 1 && echo two',
    "builder 1/3 │ grüße 😀",
    "builder 1/3 │ two",
    "builder 1/3  done N s",
    "builder 2/3  COPY Dockerfile /src/",
    "builder 2/3  done N s",
    "builder 3/3  RUN go build -o /out/app .",
    "builder 3/3  done N s",
    "stage-2 1/1  COPY --from=builder /out/app /app",
    "",
  ]);
});

test("what was cached takes one line", () => {
  const lines = render(replay("0.29-cached.rawjson").statuses);
  assert.ok(lines.includes("builder 3/3  cached  RUN go build -o /out/app ."), lines.join("\n"));
  assert.equal(lines.filter((line) => line.startsWith("builder 3/3")).length, 1);
});

test("a failing step says why, behind what it printed", () => {
  const lines = render(replay("0.13-failing.rawjson").statuses);
  assert.deepEqual(lines.slice(-4), [
    "builder 1/1 │ one",
    "builder 1/1 │ oops",
    'builder 1/1  ✗ process "/bin/sh -c echo one && echo oops >&2 && exit 7" did not complete successfully: exit code: 7',
    "",
  ]);
});

test("in a build of several the target stands in front", () => {
  const lines = render(replay("0.29-bake.rawjson").statuses, ["stage-0", "stage-1"]);
  assert.ok(
    lines.some((line) => line.startsWith("stage-0 builder 1/3  ")),
    lines.join("\n"),
  );
});

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
const log = (vertex: string, text: string) => ({ vertex, data: Buffer.from(text).toString("base64") });

test("BuildKit's preparations are told only when they took long", () => {
  const step = (name: string, seconds: number) => ({ digest: name, name, started: at(0), completed: at(seconds) });
  assert.deepEqual(render([{ vertexes: [step("[internal] load .dockerignore", 0.1), step("[internal] load build context", 12)] }]), [
    "[internal] load build context  done N s",
    "",
  ]);
});

test("a line that is not complete waits for its rest, and is shown at the step's end", () => {
  const running = { digest: "d", name: "[a 1/1] RUN a", started: at(0) };
  assert.deepEqual(
    render([
      { vertexes: [running] },
      { logs: [log("d", "one\ntw")] },
      { logs: [log("d", "o\nthr")] },
      { vertexes: [{ ...running, completed: at(1) }] },
    ]),
    ["a 1/1  RUN a", "a 1/1 │ one", "a 1/1 │ two", "a 1/1 │ thr", "a 1/1  done N s", ""],
  );
});

test("a progress bar that writes over itself is one line", () => {
  const lines = render([
    { vertexes: [{ digest: "d", name: "[a 1/1] RUN a", started: at(0) }] },
    { logs: [log("d", "10%\r50%\r100%\r\nx\r\n")] },
  ]);
  assert.deepEqual(lines.slice(1, 3), ["a 1/1 │ 100%", "a 1/1 │ x"]);
});

test("what a step prints cannot move the cursor, clear the screen or set the title; colours stay", () => {
  assert.equal(
    withoutCursorMoves("\x1b[2J\x1b[1;1Ha\x1b[31mb\x1b[0m\x1b]0;title\x07c\x1b]8;;http://x\x1b\\d\x1bce\x08\x07"),
    "a\x1b[31mb\x1b[0mcde",
  );
});

test("times are read at a glance", () => {
  assert.deepEqual([0, 40, 3_240, 9_960, 59_400, 59_600, 185_000].map(duration), [
    "0.0 s",
    "0.0 s",
    "3.2 s",
    "10 s",
    "59 s",
    "1 min 0 s",
    "3 min 5 s",
  ]);
});
