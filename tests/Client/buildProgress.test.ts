import assert from "node:assert/strict";
import { test } from "node:test";
import { BuildProgress } from "../../client/src/build/buildProgress.ts";
import { PlainProgress } from "../../client/src/build/plainProgress.ts";
import { progressOf, recording, replay } from "./recording.ts";

const rows = (progress: BuildProgress) =>
  progress
    .stages()
    .map(({ target, stage, state, cached, total }) => `${target ? `${target} ` : ""}${stage}: ${state}, ${cached} of ${total} cached`);

test("a build that went well: every stage with its state", () => {
  const progress = progressOf("0.29-build.rawjson");
  assert.deepEqual(rows(progress), ["develop: done, 0 of 1 cached", "builder: done, 0 of 3 cached", "stage-2: done, 0 of 1 cached"]);
  const builder = progress.stages().find(({ stage }) => stage === "builder");
  assert.ok(builder && builder.milliseconds > 1_000 && builder.milliseconds < 10_000, String(builder?.milliseconds));
});

test("a build out of the cache: every stage is cached, though FROM never says so", () => {
  for (const { stage, state } of progressOf("0.29-cached.rawjson").stages()) assert.equal(state, "cached", stage ?? "");
});

for (const name of ["0.13-failing.rawjson", "0.29-failing.rawjson"]) {
  test(`${name}: the failing stage, its instruction and its log`, () => {
    const progress = progressOf(name);
    const [failure, ...others] = progress.failures();
    assert.equal(others.length, 0);
    assert.equal(failure?.instruction?.stage, "builder");
    assert.match(failure?.error ?? "", /did not complete successfully: exit code: 7$/);
    assert.equal(failure?.log, "one\noops\n");
    assert.deepEqual(
      progress
        .stages()
        .map(({ stage, state }) => `${stage}: ${state}`)
        .sort(),
      ["builder: failed", "develop: cached", "last: skipped"],
    );
  });
}

test("in a build of several each target has stages of its own", () => {
  const progress = progressOf("0.29-bake.rawjson", ["stage-0", "stage-1"]);
  assert.deepEqual(
    progress
      .stages()
      .map(({ target, stage }) => `${target} ${stage}`)
      .sort(),
    ["stage-0 builder", "stage-0 develop", "stage-1 develop"],
  );
});

test("for several platforms a stage is told once", () => {
  const progress = progressOf("0.29-platforms.rawjson");
  assert.deepEqual(
    progress
      .stages()
      .map(({ target, stage, state }) => `${target} ${stage}: ${state}`)
      .sort(),
    ["null base: done", "null builder: done", "null host: done", "null stage-3: done"],
  );
  assert.equal(progress.all().find(({ instruction }) => instruction?.stage === "builder")?.instruction?.platform, "linux/amd64");
});

test("while it runs a stage tells its step", () => {
  const progress = new BuildProgress();
  const seen: string[] = [];
  for (const status of replay("0.29-build.rawjson").statuses) {
    progress.apply(status);
    const builder = progress.stages().find(({ stage }) => stage === "builder");
    if (builder) seen.push(`${builder.state} ${builder.current?.instruction?.index ?? "-"}`);
  }
  const order = seen.filter((state, at) => state !== seen[at - 1]);
  assert.equal(order[0], "waiting -");
  assert.ok(order.includes("running 1"), order.join());
  assert.equal(order.at(-1), "done -");
});

const vertex = (name: string, rest: object = {}) => ({ digest: name, name, started: "2026-01-01T00:00:00Z", ...rest });

test("what runs when the build ends was stopped, and so was what another step's failure ended", () => {
  const progress = new BuildProgress();
  progress.apply({
    vertexes: [
      vertex("[a 1/2] RUN a"),
      vertex("[b 1/1] RUN b", {
        completed: "2026-01-01T00:00:01Z",
        error: 'process "/bin/sh -c b" did not complete successfully: context canceled',
      }),
      vertex("[c 1/1] RUN c", { completed: "2026-01-01T00:00:01Z", error: "exit code: 1" }),
    ],
  });
  progress.end();
  assert.deepEqual(rows(progress), ["a: stopped, 0 of 1 cached", "b: stopped, 0 of 1 cached", "c: failed, 0 of 1 cached"]);
  assert.deepEqual(
    progress.failures().map(({ name }) => name),
    ["[c 1/1] RUN c"],
  );
});

test("a character cut over two pieces of a log is put together", () => {
  const progress = new BuildProgress();
  progress.apply({ vertexes: [vertex("[a 1/1] RUN a")] });
  const bytes = Buffer.from("ü😀");
  for (const piece of [bytes.subarray(0, 3), bytes.subarray(3)]) {
    progress.apply({ logs: [{ vertex: "[a 1/1] RUN a", data: piece.toString("base64") }] });
  }
  assert.equal(progress.step("[a 1/1] RUN a")?.log, "ü😀");
});

test("what the end of a broken build leaves unfinished was stopped, what never began was skipped", () => {
  const waits = (name: string) => ({ digest: name, name });
  const done = (name: string) => vertex(name, { completed: "2026-01-01T00:00:01Z" });
  const progress = new BuildProgress();
  progress.apply({
    vertexes: [done("[a 1/2] RUN a"), waits("[a 2/2] RUN aa"), waits("[b 1/1] RUN b"), { ...done("[c 1/1] RUN c"), error: "exit code: 1" }],
  });
  assert.deepEqual(rows(progress), ["a: running, 0 of 2 cached", "c: failed, 0 of 1 cached", "b: waiting, 0 of 1 cached"]);
  progress.end();
  assert.deepEqual(rows(progress), ["a: stopped, 0 of 2 cached", "c: failed, 0 of 1 cached", "b: skipped, 0 of 1 cached"]);
});

test("what a build that went well could do without stops no stage", () => {
  const progress = new BuildProgress();
  progress.apply({ vertexes: [vertex("[a 2/2] RUN aa", { completed: "2026-01-01T00:00:01Z" }), { digest: "x", name: "[a 1/2] RUN a" }] });
  progress.end();
  assert.deepEqual(rows(progress), ["a: done, 0 of 2 cached"]);
});

test("a step counts from when it was told to run, by this machine's clock", () => {
  let now = 5_000;
  const progress = new BuildProgress(undefined, () => now);
  const since = () => progress.stages()[0]?.since;
  progress.apply({ vertexes: [{ digest: "a", name: "[a 1/1] RUN a" }] });
  assert.equal(since(), null);
  progress.apply({ vertexes: [vertex("[a 1/1] RUN a", { digest: "a" })] });
  now = 9_000;
  progress.apply({ vertexes: [vertex("[a 1/1] RUN a", { digest: "a" })] });
  assert.equal(since(), 5_000);
  progress.apply({ vertexes: [vertex("[a 1/1] RUN a", { digest: "a", completed: "2026-01-01T00:00:01Z" })] });
  assert.equal(since(), null);
});

test("BuildKit's report names all steps before they begin, its plain text does not", () => {
  assert.equal(progressOf("0.29-build.rawjson").announces, true);
  const progress = new BuildProgress();
  for (const status of new PlainProgress().read(recording("0.13-failing.plain"))) progress.apply(status);
  assert.ok(progress.stages().length > 0);
  assert.equal(progress.announces, false);
});
