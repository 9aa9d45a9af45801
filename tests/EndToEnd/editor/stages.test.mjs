// What a person does with stages, in a real VS Code with the packaged extension. Each test begins with the files as they are on the disk.
import assert from "node:assert/strict";
import { after, before, beforeEach } from "node:test";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { platformPackage } from "../harness/packages.mjs";

const WORKSPACE = `
  //- Dockerfile
  FROM scratch AS wrong

  //- my api/Dockerfile
  ARG GO_VERSION=1.26
  FROM golang:\${GO_VERSION} AS develop
  WORKDIR /src

  # builder compiles the program into /out
  FROM develop AS builder
  COPY . .
  RUN go build -o /out/app .

  FROM scratch
  COPY --from=builder /out/app /app
  CMD ["/app"]

  //- compose.yaml
  services:
    web:
      build:
        context: ./my api
        target: builder
      ports:
        - "8080:8080"
    broken:
      build:
        context: ./nowhere
`;

let editor;

before(async () => {
  editor = await Editor.open(WORKSPACE, { vsix: platformPackage });
});

after(() => editor?.close());

beforeEach(async () => {
  await editor.revertAll();
});

test("a lens over every FROM offers to build its stage", async () => {
  await editor.openFile("my api/Dockerfile");
  await editor.lens("▷ Build builder");
  const lenses = await editor.lenses();
  assert.deepEqual(
    lenses.filter((lens) => lens.startsWith("▷")),
    ["▷ Build develop", "▷ Build builder", "▷ Build (last stage)"],
  );
  await editor.picture("lenses");
});

test("COPY --from= completes the stages above", async () => {
  await editor.openFile("my api/Dockerfile");
  await editor.lens("▷ Build builder");
  await editor.goToText('CMD ["/app"]');
  await editor.press("Enter");
  await editor.type("COPY --from=");
  await editor.waitForSuggestions("builder");
  await editor.picture("completion-copy");
  assert.deepEqual(await editor.suggestions(), ["builder", "develop"]);
  await editor.accept("develop");
  await editor.waitForLine("COPY --from=develop");
});

test("FROM completes the stages above", async () => {
  await editor.openFile("my api/Dockerfile");
  await editor.lens("▷ Build builder");
  await editor.goToText('CMD ["/app"]');
  await editor.press("Enter");
  await editor.type("FROM ");
  await editor.waitForSuggestions("builder");
  await editor.picture("completion-from");
  assert.deepEqual(await editor.suggestions(), ["builder", "develop"]);
  await editor.accept("builder");
  await editor.waitForLine("FROM builder");
});

test("a stage's name leads to its FROM", async () => {
  await editor.openFile("my api/Dockerfile");
  await editor.lens("▷ Build builder");
  await editor.goToText("--from=builder", "--from=bui".length);
  await editor.press("F12");
  await editor.waitForPosition(6, 17);
});

test("a stage's hover tells its ancestry, its comment and who builds it", async () => {
  await editor.openFile("my api/Dockerfile");
  await editor.lens("▷ Build builder");
  await editor.goToText("--from=builder", "--from=bui".length);
  const text = await editor.hover("golang:1.26 ← develop ← builder");
  await editor.picture("hover-stage");
  assert.match(text, /compiles the program into \/out/);
  assert.match(text, /web — \.\.\/compose\.yaml:5/);
});

test("a compose target completes from the Dockerfile that context selects", async () => {
  await editor.openFile("compose.yaml");
  await editor.goToText("target: builder");
  for (let i = 0; i < "builder".length; i++) await editor.press("Backspace");
  await editor.completionsUntil("develop");
  await editor.picture("completion-compose");
  assert.deepEqual(await editor.suggestions(), ["develop", "builder"]);
  await editor.accept("develop");
  await editor.waitForLine("target: develop");
});

test("a compose target leads to the stage", async () => {
  await editor.openFile("compose.yaml");
  await editor.goToText("target: builder", "target: bui".length);
  await editor.hover("golang:1.26 ← develop ← builder");
  await editor.picture("hover-compose");
  await editor.press("Escape");
  await editor.press("F12");
  await editor.waitForPosition(6, 17);
  assert.equal(await editor.activeFile(), "Dockerfile");
});

test("TargetNotFound comes with an unsaved edit of the Dockerfile and goes with the next", async () => {
  await editor.openFile("compose.yaml");
  await editor.openFile("my api/Dockerfile");
  await editor.lens("▷ Build builder");
  await editor.goToText("develop AS builder");
  await editor.type("2");
  await editor.lens("▷ Build builder2");
  await editor.openFile("compose.yaml");
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("has no stage named 'builder'")));
  assert.ok(problems.some((row) => row.includes("my api/Dockerfile has no stage named 'builder'. Did you mean 'builder2'?")));
  assert.ok(problems.some((row) => row.includes("TargetNotFound")));
  await editor.picture("target-not-found");
  await editor.openFile("my api/Dockerfile");
  await editor.goToText("develop AS builder2");
  await editor.press("Backspace");
  await editor.waitForProblems((rows) => !rows.some((row) => row.includes("has no stage named")));
});

test("DockerfileNotFound marks the path of a Dockerfile that is not there", async () => {
  await editor.openFile("compose.yaml");
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("DockerfileNotFound")));
  assert.ok(problems.some((row) => row.includes("There is no Dockerfile at nowhere/Dockerfile.")));
});
