import assert from "node:assert/strict";
import { test } from "node:test";
import { findBuildable } from "../../client/src/build/findBuildable.ts";

const stage = (label: string, stage: string | null | undefined, isDefault = false) => ({
  label,
  default: isDefault,
  build: stage === undefined ? null : { dockerfile: "file:///w/Dockerfile", stage },
});
const service = (label: string, target: string | null) => ({ label, target, build: { consumer: "file:///w/compose.yaml", build: label } });

/** A server that knows a Dockerfile whose last stage has no name, and a compose file. */
const server = {
  async ask<Result>(method: string, question: object): Promise<Result | undefined> {
    const { document } = question as { document?: string };
    const answer =
      method === "dockstage/targetFiles"
        ? [
            { uri: "file:///w/Dockerfile", path: "Dockerfile", kind: "dockerfile" },
            { uri: "file:///w/gone", path: "gone", kind: "dockerfile" },
            { uri: "file:///w/compose.yaml", path: "compose.yaml", kind: "compose" },
          ]
        : document === "file:///w/Dockerfile"
          ? { stages: [stage("stage-0", undefined), stage("builder", "builder"), stage("stage-2", null, true)], builds: [] }
          : document === "file:///w/compose.yaml"
            ? { stages: [], builds: [service("web", "builder"), service("api", null)] }
            : undefined;
    return answer as Result | undefined;
  },
};

test("what can be built is told file by file: stages, the last also without a name, and services with the stage for which they ask", async () => {
  assert.deepEqual(
    (await findBuildable(server)).map((one) => [one.name, one.path, one.asksFor, one.isDefault, one.target]),
    [
      ["builder", "Dockerfile", null, false, { dockerfile: "file:///w/Dockerfile", stage: "builder" }],
      ["stage-2", "Dockerfile", null, true, { dockerfile: "file:///w/Dockerfile", stage: null }],
      ["web", "compose.yaml", "builder", false, { consumer: "file:///w/compose.yaml", build: "web" }],
      ["api", "compose.yaml", null, false, { consumer: "file:///w/compose.yaml", build: "api" }],
    ],
  );
});

test("while no server answers nothing is found", async () => {
  assert.deepEqual(await findBuildable({ ask: async () => undefined }), []);
  assert.deepEqual(await findBuildable({ ask: () => Promise.reject(new Error("stopped")) }), []);
});
