// The same clicks with an engine that is not Docker: podman, by the setting.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { podmanFolder } from "../../../scripts/setup/podman.mjs";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { writeWorkspace } from "../harness/markedText.mjs";
import { platformPackage } from "../harness/packages.mjs";

const BUILD_SECONDS = 120;

const WORKSPACE = `
  //- it's $HOME/Dockerfile
  FROM scratch AS base
  COPY base /

  FROM base AS builder
  ENV MADE_BY=dockstage
  RUN echo "made it"

  FROM base AS broken
  RUN echo one && \\
      echo "two" && exit 7
`;

let engine;
let editor;

before(async () => {
  engine = podmanFolder();
  const workspace = writeWorkspace(WORKSPACE);
  engine.writeBase(workspace.path("it's $HOME"));
  editor = await Editor.open(workspace, { vsix: platformPackage, env: engine.env, settings: { "dockstage.engine": "podman" } });
});

after(async () => {
  await editor?.close();
  engine?.remove();
});

test("podman builds a stage", async () => {
  await editor.openFile("it's $HOME/Dockerfile");
  await editor.clickLens("▷ Build builder");
  await editor.waitForTerminal("Built it-s-home:builder", BUILD_SECONDS);
  await editor.terminalFromTop("podman build --target builder -f Dockerfile -t it-s-home:builder .");
  const [image] = JSON.parse(await engine.podman("image", "inspect", "it-s-home:builder"));
  assert.ok(image.Config.Env.includes("MADE_BY=dockstage"), "it is the stage builder, not another one");
});

test("the step that podman says has failed is underlined", async () => {
  await editor.clickLens("▷ Build broken");
  await editor.waitForTerminal("The build failed (exit code 7).", BUILD_SECONDS);
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("exit status 7")));
  assert.ok(
    problems.some((row) => row.includes("podman build") && row.includes("Ln 9, Col 1")),
    problems.join("\n"),
  );
  await editor.picture("podman-failed");
});

test("what podman cannot do is said", async () => {
  await editor.commandThatAsks("Dockstage: Check Stage With the Engine…");
  await editor.page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: "builder" }).click();
  await editor.waitForNotification("Only docker buildx checks a Dockerfile by itself; podman alone cannot.");
});
