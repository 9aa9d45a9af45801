import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOfStep, placeOfText, type StagePlace, stageIndexOf } from "../../client/src/build/stagePlaces.ts";
import { readVertexName } from "../../client/src/build/vertexName.ts";

/** A Dockerfile as the outline tells it: one instruction on each line. */
function stagesOf(text: string): StagePlace[] {
  const stages: (StagePlace & { instructions: StagePlace["instructions"][number][] })[] = [];
  text
    .trim()
    .split("\n")
    .forEach((line, at) => {
      const [keyword = "", ...rest] = line.trim().split(" ");
      if (keyword === "FROM") stages.push({ name: / AS (\S+)/.exec(line)?.[1] ?? null, line: at, instructions: [] });
      else stages.at(-1)?.instructions.push({ keyword, text: rest.join(" "), firstLine: at, lastLine: at });
    });
  return stages;
}

const stages = stagesOf(`
  FROM golang AS develop
  ENV A=b
  WORKDIR /src
  FROM develop AS Builder
  RUN one
  RUN two
  FROM scratch
  COPY --from=builder /out/app /app
`);

const lineOf = (name: string) => {
  const step = readVertexName(name);
  return step && placeOfStep(stages, step)?.firstLine;
};

test("a step leads to its instruction", () => {
  assert.equal(lineOf("[develop 1/2] FROM docker.io/library/golang"), 0);
  assert.equal(lineOf("[develop 2/2] WORKDIR /src"), 2);
  assert.equal(lineOf("[builder 1/2] RUN one"), 4);
  assert.equal(lineOf("[builder 2/2] RUN two"), 5);
  assert.equal(lineOf("[stage-2 1/1] COPY --from=builder /out/app /app"), 7);
});

test("with steps from ONBUILD of the base image the text decides", () => {
  assert.equal(lineOf("[builder 4/5] RUN two"), 5);
  assert.equal(lineOf("[builder 3/5] RUN from the image"), undefined);
});

test("a stage that is not there has no place", () => {
  for (const name of ["[nope 1/1] RUN x", "[stage-1 1/1] RUN x", "[stage-9 1/1] RUN x"]) assert.equal(lineOf(name), undefined, name);
});

test("of two stages of one name the last is meant, and a number only where no name is", () => {
  assert.equal(stageIndexOf(stagesOf("FROM a AS x\nFROM b AS X"), "x"), 1);
  assert.equal(stageIndexOf(stagesOf("FROM a AS stage-1\nFROM b"), "stage-1"), 0);
  assert.equal(stageIndexOf(stagesOf("FROM a"), null), 0);
});

test("a service that is called like a stage may stand for it where the engine writes only one name", () => {
  const step = readVertexName("[builder 2/2] RUN two", new Set(["builder"]));
  assert.deepEqual([step?.target, step?.stage], ["builder", null]);
  assert.equal(stageIndexOf(stages, null, "builder"), 1);
  assert.equal(step && placeOfStep(stages, step)?.firstLine, 5);
  assert.equal(stageIndexOf(stages, null, "nope"), -1);
  assert.equal(stageIndexOf(stagesOf("FROM a"), null, "builder"), 0);
});

test("blanks do not count where podman names an instruction, and a long one may be cut", () => {
  assert.equal(placeOfText(stages, "RUN  two")?.firstLine, 5);
  const cut = [{ name: null, line: 0, instructions: [{ keyword: "run", text: "echo 123…", firstLine: 1, lastLine: 3 }] }];
  assert.equal(placeOfText(cut, "RUN echo 123456")?.lastLine, 3);
  assert.equal(placeOfText(cut, "RUN echo 9"), null);
});
