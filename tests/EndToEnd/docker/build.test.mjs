// A click on a lens builds the stage with a real engine, in a real VS Code, with the samples that the project ships.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { copyWorkspace } from "../harness/copiedWorkspace.mjs";
import { Editor } from "../harness/Editor.mjs";
import { startEngine } from "../harness/Engine.mjs";
import { platformPackage } from "../harness/packages.mjs";

const BUILD_SECONDS = 120;
let engine;
let editor;

before(async () => {
  engine = await startEngine();
  editor = await Editor.open(copyWorkspace("samples"), { vsix: platformPackage, env: engine.env });
});

after(async () => {
  await editor?.close();
  await engine?.stop();
});

async function configOf(image) {
  return JSON.parse(await engine.docker("image", "inspect", image))[0].Config;
}

test("a click on ▷ Build builder builds that stage and tags the image", async () => {
  await assert.rejects(configOf("go:builder"), "the image must not be there before");
  await editor.openFile("go/Dockerfile");
  await editor.clickLens("▷ Build builder");
  await editor.waitForTerminal("Built go:builder", BUILD_SECONDS);
  await editor.picture("build-builder");
  await editor.terminalFromTop("docker buildx build --target builder -f Dockerfile -t go:builder --load .");
  const config = await configOf("go:builder");
  assert.equal(config.WorkingDir, "/src");
  assert.ok(config.Env.includes("CGO_ENABLED=0"), "it is the stage builder, not another one");
  assert.equal(await engine.docker("run", "--rm", "--network=none", "go:builder", "/out/greeter"), "hello\n");
});

test("the default target is built without a name and is the small last stage", async () => {
  await editor.openFile("go/Dockerfile");
  await editor.clickLens("▷ Build (last stage)");
  await editor.waitForTerminal("Built go:latest", BUILD_SECONDS);
  const config = await configOf("go:latest");
  assert.equal(config.User, "nobody");
  assert.deepEqual(config.Cmd, ["greeter"]);
});

test("the Python sample builds production alone", async () => {
  await editor.openFile("python/Dockerfile");
  await editor.clickLens("▷ Build production");
  await editor.waitForTerminal("Built python:production", BUILD_SECONDS);
  const config = await configOf("python:production");
  assert.deepEqual(config.Cmd.slice(0, 1), ["gunicorn"]);
  await assert.rejects(configOf("python:develop"));
});

test("every sample's compose file is accepted by the real compose, with the target that Dockstage shows", async () => {
  for (const [sample, service, target] of [
    ["go", "greeter", "builder"],
    ["python", "notes", "develop"],
  ]) {
    const config = JSON.parse(await engine.docker("compose", "-f", editor.path(`${sample}/compose.yaml`), "config", "--format", "json"));
    assert.equal(config.services[service].build.target, target);
    await engine.docker("compose", "-f", editor.path(`${sample}/compose.yaml`), "build", service);
    await configOf(`${sample}-${service}`);
  }
});

test("a failing step is shown and the task fails", async () => {
  await editor.openFile("go/Dockerfile");
  await editor.lens("▷ Build develop");
  await editor.goToText("RUN go mod download");
  await editor.press("Enter");
  await editor.type("RUN exit 7");
  await editor.save();
  await editor.clickLens("▷ Build develop");
  const shown = await editor.waitForTerminal("exit code: 7", BUILD_SECONDS);
  assert.match(shown, /RUN exit 7/);
  await editor.picture("build-failed");
});
