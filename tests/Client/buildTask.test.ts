import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { choicesOf, namesSomething, targetOf, taskOf } from "../../client/src/build/buildTask.ts";

const name = (uri: string) => uri.replace("file:///w/", "");
const locate = (file: string) => `file:///w/${file}`;
const choices = {
  tag: "x:1",
  platforms: ["linux/arm64"],
  builder: "b",
  buildArgs: ["A=$(rm -rf ~); 'b' \"c\"\n😀"],
  secrets: ["id=n,src=f"],
  noCache: true,
  output: "push",
} as const;

for (const target of [
  { dockerfile: "file:///w/a b/Dockerfile", stage: "build" },
  { dockerfile: "file:///w/Dockerfile", stage: null },
  { consumer: "file:///w/compose.yaml", build: "web" },
  {
    stages: [
      { dockerfile: "file:///w/Dockerfile", stage: "a" },
      { dockerfile: "file:///w/b/Dockerfile", stage: null },
      { consumer: "file:///w/compose.yaml", build: "--web" },
    ] as const,
  },
]) {
  test(`a task says all of what is built, and is read as it was: ${JSON.stringify(target)}`, () => {
    const task = taskOf(target, choices, name);
    assert.ok(namesSomething(task));
    assert.deepEqual(targetOf(JSON.parse(JSON.stringify(task)), locate), target);
    assert.deepEqual(choicesOf(task), choices);
    assert.deepEqual(choicesOf(taskOf(target, {}, name)), {});
  });
}

test("package.json describes every field of a task, and no other", () => {
  const [{ properties }] = JSON.parse(readFileSync("package.json", "utf8")).contributes.taskDefinitions;
  const fields = new Set([
    ...Object.keys(taskOf({ dockerfile: "x", stage: "y" }, choices, name)),
    ...Object.keys(taskOf({ consumer: "x", build: "y" }, {}, name)),
    ...Object.keys(taskOf({ stages: [{ dockerfile: "x", stage: null }] }, {}, name)),
    "check",
  ]);
  assert.deepEqual(Object.keys(properties).sort(), [...fields].sort());
  for (const [field, { markdownDescription }] of Object.entries<{ markdownDescription?: string }>(properties)) {
    assert.match(markdownDescription ?? "", /^%task\.\w+%$/, field);
  }
});

test("what is written by hand may be anything", () => {
  for (const task of [
    {},
    { stage: "x" },
    { dockerfile: "" },
    { consumer: "x" },
    { build: "x" },
    { stages: [] },
    { stages: [{}] },
    { stages: [{ consumer: "compose.yaml" }] },
    { stages: [null] },
  ]) {
    assert.ok(!namesSomething(task as never), JSON.stringify(task));
  }
  assert.deepEqual(choicesOf({ tag: 5, platforms: "x", buildArgs: [1], noCache: "yes", output: {} } as never), {});
});
