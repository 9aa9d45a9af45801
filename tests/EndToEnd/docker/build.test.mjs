// A click on a lens builds the stage with a real engine, in a real VS Code, with the samples that the project ships.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { after, before } from "node:test";
import { copyWorkspace } from "../harness/copiedWorkspace.mjs";
import { Editor } from "../harness/Editor.mjs";
import { startEngine } from "../harness/Engine.mjs";
import { test } from "../harness/editorTest.mjs";
import { GraphPage } from "../harness/GraphPage.mjs";
import { platformPackage } from "../harness/packages.mjs";
import { processes } from "../harness/processes.mjs";
import { until } from "../harness/until.mjs";

const BUILD_SECONDS = 120;
let engine;
let editor;

// Names that a shell, or bake's own templates, would make something else of.
const ODD = `it's \${HOME} "x" $(touch pwned) é`;

before(async () => {
  engine = await startEngine();
  editor = await Editor.open(copyWorkspace("samples"), { vsix: platformPackage, env: engine.env });
});

after(async () => {
  await editor?.close();
  await engine?.stop();
});

/** Waits for a lens whose text begins so: times differ. */
const lensLike = (beginning) =>
  until(`a lens "${beginning}…"`, async () => (await editor.lenses()).find((lens) => lens.startsWith(beginning)), {
    state: () => editor.lenses(),
  });

async function configOf(image) {
  return JSON.parse(await engine.docker("image", "inspect", image))[0].Config;
}

test("a click on ▷ Build builder builds that stage and tags the image", async () => {
  await assert.rejects(configOf("go:builder"), "the image must not be there before");
  await editor.openFile("go/Dockerfile");
  await editor.clickLens("▷ Build builder");
  await editor.waitForTerminal("Built go:builder", BUILD_SECONDS);
  await lensLike("✓ builder ");
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
  await lensLike("✗ develop failed");
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("exit code: 7")));
  assert.ok(
    problems.some((row) => row.includes("docker build")),
    problems.join("\n"),
  );
  await editor.picture("build-failed");
});

test("a folder of any name is built as it is", async () => {
  cpSync(editor.path("python"), editor.path(ODD), { recursive: true });
  await editor.openFile(`${ODD}/Dockerfile`);
  await editor.clickLens("▷ Build stage");
  await editor.waitForTerminal("Built it-s-home-x-touch-pwned:stage", BUILD_SECONDS);
  await editor.picture("build-odd-name");
  assert.equal((await configOf("it-s-home-x-touch-pwned:stage")).WorkingDir, "/opt/app");
});

test("several stages are one run of bake, folders of any name among them", async () => {
  await editor.openFile("go/Dockerfile");
  await editor.lens("▷ Build develop");
  await editor.commandThatAsks("Dockstage: Build Several…");
  const rows = editor.page.locator(".quick-input-widget .monaco-list-row");
  for (const name of [`${ODD}/Dockerfile`, "python/Dockerfile"]) {
    await rows
      .filter({ hasText: "develop" })
      .filter({ hasText: name })
      .locator(".quick-input-list-checkbox, .monaco-checkbox")
      .first()
      .click();
  }
  await editor.page
    .locator(".quick-input-widget .quick-input-action, .quick-input-widget .monaco-button")
    .filter({ hasText: "OK" })
    .first()
    .click();
  await editor.waitForTerminal("Built it-s-home-x-touch-pwned:develop, python:develop", BUILD_SECONDS);
  await editor.picture("build-several");
  await configOf("it-s-home-x-touch-pwned:develop");
  await configOf("python:develop");
});

test("a build of compose tells how its stages went, too", async () => {
  await editor.openFile("python/compose.yaml");
  await editor.clickLens("▷ Build notes (target develop)");
  await editor.waitForTerminal("Built", BUILD_SECONDS);
  await editor.openFile("python/Dockerfile");
  await lensLike("✓ develop ");
});

test("of a Dockerfile inside a compose file the graph tells how its stages went, and the failing line is that of the compose file", async () => {
  mkdirSync(editor.path("inline"));
  writeFileSync(
    editor.path("inline/compose.yaml"),
    `services:
  fine:
    build:
      dockerfile_inline: |
        FROM busybox:local AS base
        RUN echo fine > /out

        FROM base AS aside
        RUN echo aside

        FROM base AS good
        RUN cat /out
  broken:
    build:
      # The stages are called as those above, but for the last.
      dockerfile_inline: |
        FROM busybox:local AS base
        RUN echo broken

        FROM base AS bad
        RUN echo oops >&2 && \\
            exit 7
`,
  );
  const graph = new GraphPage(editor);
  await graph.openBeside("inline/compose.yaml", "good");
  await graph.press("b");
  await graph.waitForStates({ good: /^\d+\.\d s$/, aside: "skipped", bad: "" });
  await configOf("inline-fine");
  await graph.node("bad").locator(".label").click();
  await graph.node("bad").and(graph.locator(".selected")).waitFor();
  await graph.press("b");
  await graph.waitForStates({ bad: /^failed after \d+\.\d s: 1\/1 R/, good: /^\d+\.\d s$/ });
  await editor.picture("build-inline-graph");
  await until("the failing line", async () => (await graph.locator("#go").textContent()) === "Go to failing line (Enter)");
  await graph.node("bad").focus();
  await graph.press("Enter");
  await editor.waitForPosition(21, 1);
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("exit code: 7") && row.includes("Ln 21, Col 9")));
  assert.ok(problems.length > 0);
  await lensLike("✗ bad failed after ");
  await graph.node("bad").focus();
  await graph.press("l");
  await editor.waitForActiveFile("bad.log");
  await editor.waitForLine("oops");
  await editor.picture("build-inline-log");
  await editor.revertAll();
});

test("stopping a build ends it on the engine as well", async () => {
  writeFileSync(editor.path("go/slow.Dockerfile"), "FROM busybox:local AS slow\nRUN echo begun && sleep 600\n");
  await editor.openFile("go/slow.Dockerfile");
  await editor.clickLens("▷ Build slow");
  await editor.waitForTerminal("begun", BUILD_SECONDS);
  await editor.page.locator(".terminal-wrapper.active .xterm-screen").click();
  await editor.press("Control+C");
  await editor.waitForTerminal("The build was stopped.");
  await lensLike("■ slow stopped");
});

test("stopping several ends each of them, and nothing that was started for them is left", async () => {
  // A sleep of so many seconds is no one else's.
  const seconds = String(600_000 + process.pid);
  const asleep = async () => (await processes()).filter(({ argv }) => argv.at(-2) === "sleep" && argv.at(-1) === seconds);
  const clients = async () =>
    (await processes()).filter(({ argv, env }) => env.DOCKER_HOST === engine.env.DOCKER_HOST && argv.includes("bake"));
  for (const folder of ["alpha", "beta"]) {
    mkdirSync(editor.path(folder));
    // The steps differ: BuildKit would run equal ones once.
    writeFileSync(editor.path(`${folder}/Dockerfile`), `FROM busybox:local AS idle\nRUN echo ${folder} && sleep ${seconds}\n`);
    await editor.openFile(`${folder}/Dockerfile`);
    await editor.lens("▷ Build idle");
  }
  await editor.commandThatAsks("Dockstage: Build Several…");
  const picker = editor.page.locator(".quick-input-widget");
  // All and then none: what was picked before is picked again.
  const everything = picker.locator(".quick-input-check-all, .quick-input-header .monaco-checkbox").first();
  await everything.click();
  await everything.click();
  const rows = picker.locator(".monaco-list-row").filter({ hasText: "idle" });
  for (const folder of ["alpha", "beta"]) {
    await rows
      .filter({ hasText: `${folder}/Dockerfile` })
      .locator(".quick-input-list-checkbox, .monaco-checkbox")
      .first()
      .click();
  }
  await picker.locator(".quick-input-action, .monaco-button").filter({ hasText: "OK" }).first().click();
  await editor.waitForTerminal("docker buildx bake -f - alpha-idle beta-idle", BUILD_SECONDS);
  await until("both steps", async () => (await asleep()).length === 2, { seconds: BUILD_SECONDS, state: asleep });
  const programs = (await clients()).map(({ argv }) => argv[0].split("/").at(-1));
  assert.deepEqual(programs.sort(), ["docker", "docker-buildx"]);
  await editor.page.locator(".terminal-wrapper.active .xterm-screen").click();
  await editor.press("Control+C");
  await editor.waitForTerminal("The build was stopped.");
  await until("the end of docker and of its plugin", async () => (await clients()).length === 0, { state: clients });
  await until("the end of the steps", async () => (await asleep()).length === 0, { state: asleep });
  for (const folder of ["alpha", "beta"]) {
    await editor.openFile(`${folder}/Dockerfile`);
    await lensLike("■ idle stopped");
    await assert.rejects(configOf(`${folder}:idle`));
  }
  await editor.picture("build-several-stopped");
});

test("an engine that cannot check says so", async () => {
  await editor.openFile("go/Dockerfile");
  await editor.lens("▷ Build develop");
  await editor.commandThatAsks("Dockstage: Check Stage With the Engine…");
  await editor.page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: "develop" }).click();
  await editor.waitForNotification("The engine's own check needs docker buildx 0.15 or later; this is 0.13.");
});
