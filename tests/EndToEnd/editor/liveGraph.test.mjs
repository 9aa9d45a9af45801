// The stage graph while builds run, and after them, in a real VS Code with the packaged extension, with pictures in each kind of theme. The engine prints what a
// real one printed; tests/EndToEnd/docker has the real one.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, beforeEach } from "node:test";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { GraphPage } from "../harness/GraphPage.mjs";
import { platformPackage } from "../harness/packages.mjs";
import { recordedEngine } from "../harness/recordedEngine.mjs";
import { until } from "../harness/until.mjs";

/** What the recorded builds build, and a stage that they leave out. */
const dockerfile = (remark) => `
  FROM golang:1.26 AS develop
  WORKDIR /src

  FROM develop AS lint
  RUN go vet ./...

  # ${remark}
  FROM develop AS builder
  RUN echo "grüße 😀" && sleep 1 && echo two
  COPY Dockerfile /src/
  RUN go build -o /out/app .

  FROM scratch AS release
  COPY --from=builder /out/app /app
`;

const WORKSPACE = `
  //- endless/Dockerfile${dockerfile("never ends")}
  //- fine/Dockerfile${dockerfile("goes well")}
  //- again/Dockerfile${dockerfile("comes out of the cache")}
  //- failing/Dockerfile
  FROM golang:1.26 AS develop
  WORKDIR /src

  FROM develop AS builder
  RUN echo one && \\
      echo oops >&2 && exit 7

  FROM develop AS lint
  RUN go vet ./...

  FROM builder AS last
  RUN echo last

  //- compose.yaml
  services:
    app:
      build:
        context: ./endless
        target: release
`;

let editor;
let engine;
let graph;

before(async () => {
  engine = recordedEngine();
  editor = await Editor.open(WORKSPACE, { vsix: platformPackage, env: engine.env });
  graph = new GraphPage(editor);
});

after(async () => {
  await editor?.close();
  engine?.remove();
});

beforeEach(async () => {
  await editor.revertAll();
});

const news = () => graph.locator("#news").textContent();

test("while a build runs the stages tell their states, a time counts, and nothing moves", async () => {
  await graph.openBeside("endless/Dockerfile", "release");
  assert.equal(await graph.locator("#build").textContent(), "Build (B)");
  await graph.locator("#build").click();
  await graph.waitForStates({ develop: "0.4 s", lint: "skipped", builder: /^1\/3 RUN echo/, release: "waiting" });
  const before = await graph.places();
  for (const [state, stage] of [
    ["done", "develop"],
    ["skipped", "lint"],
    ["running", "builder"],
    ["waiting", "release"],
  ])
    assert.deepEqual(await graph.labels(state), [stage]);
  assert.match(
    await graph.node("builder").getAttribute("aria-label"),
    /^stage builder, running 1\/3 RUN echo .*; needs develop; needed by release$/,
  );
  await graph.node("builder").focus();
  const time = async () => (await graph.state("builder")).locator(".time").textContent();
  const first = Number.parseInt(await time(), 10);
  await until("a time that counts", async () => Number.parseInt(await time(), 10) >= first + 2, { state: time });
  assert.deepEqual(await graph.places(), before);
  const focused = await graph.locator("body").evaluate((body) => body.ownerDocument.activeElement?.getAttribute("data-id"));
  assert.equal(focused, await graph.node("builder").getAttribute("data-id"));
  await graph.lookAtInEveryTheme("live-graph-running");
});

test("who wants no movement sees none", async () => {
  await graph.openBeside("endless/Dockerfile", "release");
  const animation = async () => (await graph.state("builder")).locator(".sign").evaluate((sign) => getComputedStyle(sign).animationName);
  assert.equal(await animation(), "turn");
  await editor.page.emulateMedia({ reducedMotion: "reduce" });
  await until("no movement", async () => (await animation()) === "none", { state: animation });
  await editor.page.emulateMedia({ reducedMotion: null });
});

test("Stop ends the build, and only what ran is called stopped", async () => {
  await graph.openBeside("endless/Dockerfile", "release");
  assert.equal(await graph.locator("#build").textContent(), "Stop (S)");
  await graph.node("app").focus();
  await graph.press("s");
  await until("the end of the engine", () => engine.calls().at(-1).ended === "SIGTERM");
  await graph.waitForStates({ develop: "0.4 s", lint: "skipped", builder: "stopped", release: "skipped" });
  assert.equal(await news(), "builder stopped");
  assert.equal(await graph.locator("#build").textContent(), "Build (B)");
});

test("where two builds build a stage at once Stop asks which one is meant, and the other goes on", async () => {
  const ended = () => engine.calls().flatMap((call) => (call.ended ? [call.argv[call.argv.indexOf("--target") + 1]] : []));
  await graph.openBeside("endless/Dockerfile", "release");
  const before = ended().length;
  await graph.press("b");
  await graph.waitForStates({ builder: /^1\/3 RUN echo/ });
  // Beside the graph, not over it.
  await editor.press("Control+1");
  await editor.waitForActiveFile("Dockerfile");
  await editor.openFile("endless/Dockerfile");
  await editor.clickLens("▷ Build builder");
  await editor.waitForTerminal("--target builder");
  await graph.node("builder").focus();
  const rows = editor.page.locator(".quick-input-widget .monaco-list-row");
  await graph.press("s");
  await rows.first().waitFor();
  const asked = await rows.evaluateAll((elements) => elements.map((row) => row.getAttribute("aria-label")));
  const line = (stage) => `${stage}, docker buildx build --target ${stage} -f Dockerfile -t endless:${stage} --load .`;
  assert.deepEqual(asked, [line("release"), line("builder"), "All 2 builds"]);
  await editor.picture("live-graph-stop-which");
  await rows.filter({ hasText: "--target builder" }).click();
  await until("the end of that build", () => ended().length === before + 1, { state: ended });
  assert.equal(ended().at(-1), "builder");
  await editor.waitForTerminal("The build was stopped.");
  await graph.waitForStates({ builder: /^1\/3 RUN echo/, release: "waiting" });
  await graph.node("builder").focus();
  await graph.press("s");
  await until("the end of the other", () => ended().length === before + 2, { state: ended });
  assert.equal(ended().at(-1), "release");
  await graph.waitForStates({ builder: "stopped", release: "skipped" });
});

test("a build that goes well leaves the time of each stage", async () => {
  await graph.openBeside("fine/Dockerfile", "release");
  await graph.press("b");
  await graph.waitForStates({ develop: "0.4 s", lint: "skipped", builder: "2.6 s", release: "0.0 s" });
  await until("the news", async () => /release done 0\.0 s$/.test(await news()), { state: news });
  assert.match(await graph.locator("#state").textContent(), /^done 0\.0 s$/);
  await graph.lookAtInEveryTheme("live-graph-done");
});

test("a build out of the cache says so, in the tree too", async () => {
  await graph.openBeside("again/Dockerfile", "release");
  await graph.press("b");
  await graph.waitForStates({ develop: "cached", lint: "skipped", builder: "cached", release: "cached" });
  await editor.command("Explorer: Focus on Build Targets View");
  const rows = editor.page.locator(".pane-body .monaco-list-row");
  await rows.filter({ hasText: "✓ cached · default target" }).first().waitFor();
  assert.equal(await rows.filter({ hasText: "lint" }).filter({ hasText: "✓" }).count(), 0);
  await editor.picture("live-graph-cached");
});

test("the stage that failed tells its instruction; a click or L shows the log, a click or Enter goes to the line", async () => {
  await graph.openBeside("failing/Dockerfile", "last");
  await graph.press("b");
  await graph.waitForStates({ develop: "cached", lint: "skipped", builder: /^failed after 0\.4 s: 1\/1 R/, last: "skipped" });
  await until("the news", async () => /builder failed after 0\.4 s: 1\/1 RUN echo one/.test(await news()), { state: news });
  await graph.node("builder").locator(".label").click();
  await until("the failing line", async () => (await graph.locator("#go").textContent()) === "Go to failing line (Enter)");
  await graph.lookAtInEveryTheme("live-graph-failed");
  await graph.node("builder").focus();
  await graph.press("Enter");
  await editor.waitForPosition(5, 1);
  await graph.node("builder").focus();
  await graph.press("l");
  await editor.waitForActiveFile("builder.log");
  await editor.waitForLine("oops");
  await editor.command("View: Revert and Close Editor");
  await (await graph.state("builder")).locator(".words").click();
  await editor.waitForActiveFile("builder.log");
  await editor.picture("live-graph-log");
  await editor.command("View: Revert and Close Editor");
  await graph.locator("#log").click();
  await editor.waitForActiveFile("builder.log");
});

test("a click beside the words goes to the stage's line, not to its log", async () => {
  await graph.openBeside("fine/Dockerfile", "develop");
  const { x, y, width, height } = await graph.place("builder");
  await editor.page.mouse.click(x + width * 0.8, y + height - 12);
  await graph.waitForNodes("selected", ["builder"]);
  await graph.waitForNodes("cursor", ["builder"]);
  assert.equal(await editor.page.locator('.tab[data-resource-name="builder.log"]').count(), 0);
});

test("an edit takes the states away and undoing it brings them back, and neither moves anything", async () => {
  await graph.openBeside("failing/Dockerfile", "builder");
  await graph.waitForStates({ builder: /^failed/, last: "skipped" });
  const before = await graph.places();
  await editor.press("Control+1");
  await editor.waitForActiveFile("Dockerfile");
  await editor.openFile("failing/Dockerfile");
  await editor.goToText("RUN echo last");
  await editor.type("!");
  await graph.waitForStates({ develop: "", lint: "", builder: "", last: "" });
  assert.deepEqual(await graph.places(), before);
  await editor.press("Control+Z");
  await graph.waitForStates({ develop: "cached", builder: /^failed/ });
  assert.deepEqual(await graph.places(), before);
});

test("the graph of the workspace tells of each Dockerfile that was built", async () => {
  await editor.command("Dockstage: Show Stage Graph of the Workspace");
  // A page that still loads cannot be asked.
  await graph.locator("#drawing .node").first().waitFor();
  await until("stages of several files", async () => (await graph.locator("#drawing .node.stage").count()) === 16);
  await until("their states", async () => (await graph.locator("#drawing .node.failed").count()) === 1);
  assert.equal(await graph.locator("#drawing .node.cached").count(), 4);
  assert.equal(await graph.locator("#drawing .node.stopped").count(), 1);
  await graph.locator("#fit").click();
  await editor.picture("live-graph-workspace");
  await graph.locator("#scope").selectOption("file");
});

test("an exported picture shows the states, text for other programs does not", async () => {
  await graph.openBeside("failing/Dockerfile", "builder");
  for (const [format, ending] of [
    ["svg", "svg"],
    ["dot", "dot"],
  ]) {
    await graph.locator("#export").selectOption(format);
    const input = editor.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    const path = editor.path(`failing/stages.${ending}`);
    await until(`${path} in the dialog`, async () => (await input.inputValue()) === path, { state: () => input.inputValue() });
    await until(path, async () => {
      await input.press("Enter", { timeout: 500 }).catch(() => {});
      return existsSync(path) && readFileSync(path).length > 0;
    });
    const text = readFileSync(path, "utf8");
    assert.ok(text.includes("builder"));
    assert.equal(text.includes("failed after 0.4 s"), format === "svg", format);
    assert.doesNotMatch(text, /var\(|animation/);
    await editor.command("Notifications: Clear All Notifications");
  }
});
