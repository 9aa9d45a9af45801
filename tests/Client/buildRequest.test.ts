import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf, isBuildTarget, isStageToBuild } from "../../client/src/build/buildRequest.ts";

const stage = { dockerfile: "file:///x/Dockerfile", stage: "builder" };
const service = { consumer: "file:///x/compose.yaml", build: "web" };

test("a lens names a stage of a Dockerfile or a service of a compose file", () => {
  for (const target of [stage, { ...stage, stage: null }, service]) assert.ok(isBuildTarget(target));
  assert.ok(isStageToBuild(stage));
  assert.ok(!isStageToBuild(service));
  assert.equal(documentOf(stage), "file:///x/Dockerfile");
  assert.equal(documentOf(service), "file:///x/compose.yaml");
});

test("what a key binding gives may be anything", () => {
  for (const value of [
    undefined,
    null,
    5,
    "x",
    {},
    { dockerfile: 5, stage: null },
    { dockerfile: "x" },
    { consumer: "x" },
    { build: "web" },
  ]) {
    assert.ok(!isBuildTarget(value), JSON.stringify(value));
  }
});
