import assert from "node:assert/strict";
import { test } from "node:test";
import { BuildProgress } from "../../client/src/build/buildProgress.ts";
import { type BuiltFile, dockerfileIn, lineInFile } from "../../client/src/build/builtDockerfile.ts";
import { PlainProgress } from "../../client/src/build/plainProgress.ts";
import { RunningBuild } from "../../client/src/build/runningBuild.ts";

const FILE = "file:///w/compose.yaml";

/** A file with a Dockerfile for each list of stages. */
function fileOf(...dockerfiles: string[][]): BuiltFile {
  const place = (name: string) => ({ name, line: 0, instructions: [] });
  return { text: "", dockerfiles: dockerfiles.map((stages) => stages.map(place)), states: new Map() };
}

/** A build of one target, and what its engine prints. */
function buildOf(file: BuiltFile, { name, stage = null, index }: { name?: string; stage?: string | null; index?: number } = {}) {
  const inside = index === undefined ? undefined : { index, lines: [] };
  const stageOfBuild = { ...(name !== undefined && { name }), dockerfile: FILE, stage, in: dockerfileIn(FILE, file, inside) };
  const build = new RunningBuild(
    [stageOfBuild],
    "",
    () => {},
    () => {},
  );
  build.await();
  const [plain, progress] = [new PlainProgress(() => 0), new BuildProgress(name === undefined ? undefined : new Set([name]))];
  return {
    build,
    says: (text: string) => {
      for (const status of plain.read(text)) progress.apply(status);
      build.update(progress);
    },
    ends: () => {
      progress.end();
      build.update(progress);
      build.end();
    },
  };
}

/** The states of a file's stages in their order, `-` where none is known. */
const states = (file: BuiltFile) => file.dockerfiles.flat().map((_, at) => file.states.get(at)?.state ?? "-");

const at = (build: RunningBuild, count: number) =>
  Array.from({ length: count }, (_, index) => index).filter((index) => build.isAt(FILE, index));

test("of several Dockerfiles in one file only the one that is built has states, whatever the stages are called", () => {
  const file = fileOf(["base", "last"], ["base", "last"]);
  const { says, ends } = buildOf(file, { name: "api", index: 1 });
  assert.deepEqual(states(file), ["-", "-", "-", "waiting"]);
  says("#5 [api base 1/1] RUN a\n#5 DONE 0.2s\n#6 [api last 1/1] RUN b\n");
  assert.deepEqual(states(file), ["-", "-", "done", "running"]);
  ends();
  assert.deepEqual(states(file), ["-", "-", "done", "stopped"]);
});

test("a service whose steps come without its name has its stages told of, and those that it did without as skipped", () => {
  const file = fileOf(["develop", "lint", "release"]);
  const { says, ends } = buildOf(file, { name: "web", index: 0 });
  says("#5 [develop 1/1] RUN a\n#5 DONE 0.2s\n#6 [release 1/1] RUN b\n#6 DONE 0.1s\n");
  ends();
  assert.deepEqual(states(file), ["done", "skipped", "done"]);
});

test("a build is at the stages that it builds and at the one that it was asked for, until it has come past them", () => {
  const file = fileOf(["develop", "lint", "release"]);
  const { build, says } = buildOf(file, { stage: "release" });
  assert.deepEqual(at(build, 3), [2]);
  says("#5 [develop 1/1] RUN a\n");
  assert.deepEqual(at(build, 3), [0, 2]);
  says("#5 DONE 0.2s\n#6 [release 1/1] RUN b\n");
  assert.deepEqual(at(build, 3), [2]);
  assert.deepEqual(at(buildOf(file, { stage: "lint" }).build, 3), [1]);
});

test("of two builds of one Dockerfile each is at its own stages, and one that ends takes nothing from the other", () => {
  const file = fileOf(["develop", "lint", "release"]);
  const [lint, release] = [buildOf(file, { stage: "lint" }), buildOf(file, { stage: "release" })];
  for (const { says } of [lint, release]) says("#5 [develop 1/1] RUN a\n");
  assert.deepEqual(
    [at(lint.build, 3), at(release.build, 3)],
    [
      [0, 1],
      [0, 2],
    ],
  );
  assert.deepEqual(states(file), ["running", "waiting", "waiting"]);
  lint.ends();
  release.build.tellAgain();
  assert.deepEqual(states(file), ["running", "skipped", "waiting"]);
});

test("a build that will come to a stage does not hide that another one is at it", () => {
  const file = fileOf(["develop", "release"]);
  const first = buildOf(file, { stage: "release" });
  first.says("#5 [develop 1/1] RUN a\n#5 DONE 0.2s\n#6 [release 1/1] RUN b\n");
  const second = buildOf(file, { stage: "release" });
  assert.deepEqual(states(file), ["done", "running"]);
  first.ends();
  second.build.tellAgain();
  assert.deepEqual(states(file), ["done", "waiting"]);
});

test("a line that the engine names is found where the Dockerfile is written", () => {
  const own = dockerfileIn(FILE, fileOf(["a"]));
  assert.deepEqual(
    [1, 7].map((line) => lineInFile(own, line)),
    [0, 6],
  );
  const inside = dockerfileIn(FILE, fileOf(["a"]), { index: 0, lines: [4, 5, 5, 9] });
  assert.deepEqual(
    [1, 3, 4, 7].map((line) => lineInFile(inside, line)),
    [4, 5, 9, 9],
  );
});
