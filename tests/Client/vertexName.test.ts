import assert from "node:assert/strict";
import { test } from "node:test";
import { readVertexName } from "../../client/src/build/vertexName.ts";

const read = (name: string, ...targets: string[]) => {
  const step = readVertexName(name, new Set(targets));
  return step && [step.target, step.platform, step.stage, `${step.index}/${step.total}`, step.instruction];
};

test("a step names its stage, its number and its instruction", () => {
  assert.deepEqual(read("[builder 2/5] RUN make"), [null, null, "builder", "2/5", "RUN make"]);
  assert.deepEqual(read("[stage-2 1/1] COPY --from=builder /out/app /app"), [
    null,
    null,
    "stage-2",
    "1/1",
    "COPY --from=builder /out/app /app",
  ]);
  assert.deepEqual(read("[a.b_c-1 1/2] FROM docker.io/library/golang:1.26"), [
    null,
    null,
    "a.b_c-1",
    "1/2",
    "FROM docker.io/library/golang:1.26",
  ]);
});

test("the only stage of a Dockerfile may have no name", () => {
  assert.deepEqual(read("[1/2] FROM docker.io/library/x"), [null, null, null, "1/2", "FROM docker.io/library/x"]);
});

test("for several platforms the platform stands in front", () => {
  assert.deepEqual(read("[linux/arm64 builder 2/5] RUN make"), [null, "linux/arm64", "builder", "2/5", "RUN make"]);
  assert.deepEqual(read("[linux/amd64->arm64 builder 2/5] RUN make"), [null, "linux/amd64->arm64", "builder", "2/5", "RUN make"]);
  assert.deepEqual(read("[linux/arm/v7 2/5] RUN make"), [null, "linux/arm/v7", null, "2/5", "RUN make"]);
});

test("in a build of several the target stands in front of all", () => {
  assert.deepEqual(read("[web builder 2/5] RUN make", "web"), ["web", null, "builder", "2/5", "RUN make"]);
  assert.deepEqual(read("[web builder 2/5] RUN make"), ["web", null, "builder", "2/5", "RUN make"]);
  assert.deepEqual(read("[web linux/arm64 builder 2/5] RUN make", "web"), ["web", "linux/arm64", "builder", "2/5", "RUN make"]);
  assert.deepEqual(read("[web linux/arm64 2/5] RUN make", "web"), ["web", "linux/arm64", null, "2/5", "RUN make"]);
  assert.deepEqual(read("[web 2/5] RUN make", "web", "api"), ["web", null, null, "2/5", "RUN make"]);
});

test("brackets and line breaks of an instruction are its own", () => {
  assert.equal(read("[b 1/1] RUN [ -f x ] && echo [2/3] y")?.[4], "RUN [ -f x ] && echo [2/3] y");
  assert.equal(read("[b 1/1] RUN <<EOF (echo a\nb)")?.[4], "RUN <<EOF (echo a\nb)");
});

test("what belongs to no instruction is none", () => {
  for (const name of [
    "[internal] load build context",
    "exporting to image",
    "[web internal] load .dockerignore",
    "[web] exporting to image",
    "",
  ]) {
    assert.equal(read(name), null, name);
  }
});
