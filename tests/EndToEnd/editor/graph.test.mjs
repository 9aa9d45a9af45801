// The stage graph and the tree of build targets in a real VS Code, as a person uses them, with pictures in each kind of theme.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach } from "node:test";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { GraphPage } from "../harness/GraphPage.mjs";
import { platformPackage } from "../harness/packages.mjs";
import { until } from "../harness/until.mjs";

/** A chain with branches, as large as a picture still has to be smooth with. */
function manyStages(count) {
  const lines = ["FROM golang:1.26 AS s0"];
  for (let i = 1; i < count; i++) {
    const base = i % 9 === 0 ? "node:22" : i % 7 === 0 ? "alpine:3.20" : `s${Math.max(0, i - 1 - ((i * 7) % 5))}`;
    lines.push(`FROM ${base} AS s${i}`, `RUN echo ${i}`);
    if (i % 3 === 0) lines.push(`COPY --from=s${Math.max(0, i - 2 - ((i * 5) % 6))} /a /a`);
    if (i % 10 === 5) lines.push(`RUN --mount=type=bind,from=s${i - 4},target=/m true`);
  }
  return lines.map((line) => `  ${line}`).join("\n");
}

const WORKSPACE = `
  //- Dockerfile
  ARG GO_VERSION=1.26
  FROM golang:\${GO_VERSION}-alpine AS develop
  WORKDIR /src

  # builder compiles the program into /out
  FROM develop AS builder
  COPY . .
  RUN go build -o /out/app .

  FROM builder AS test
  RUN go test ./...

  FROM node:22-bookworm-slim AS assets
  RUN --mount=type=bind,from=develop,target=/x npm run build

  FROM alpine:3.20 AS old

  FROM scratch AS release
  COPY --from=builder /out/app /app
  COPY --from=assets /dist /dist
  CMD ["/app"]

  //- my api/Dockerfile
  FROM python:3.12-slim AS base
  FROM base
  COPY --from=docs /site /site

  //- compose.yaml
  services:
    web:
      build:
        context: .
        target: release
    tests:
      build:
        context: .
        target: test
    api:
      build:
        context: ./my api
        additional_contexts:
          docs: ./docs

  //- big/Dockerfile
${manyStages(60)}
`;

const ROOT_NODES = [
  ...["develop", "builder", "test", "assets", "old", "release"],
  ...["golang:1.26-alpine", "node:22-bookworm-slim", "alpine:3.20", "scratch", "web", "tests"],
];

const empty = mkdtempSync(join(tmpdir(), "dockstage-no-engine-"));
let editor;
let graph;

before(async () => {
  // Only what the editor itself needs is on PATH, so that a build ends with words and not with a build.
  editor = await Editor.open(WORKSPACE, { vsix: platformPackage, env: { PATH: empty, SHELL: "/bin/sh" } });
  graph = new GraphPage(editor);
});

after(async () => {
  await editor?.close();
  rmSync(empty, { recursive: true, force: true });
});

beforeEach(async () => {
  await editor.revertAll();
});

/** Opens a Dockerfile and clicks `graph` over a stage. */
async function openGraph(path, stage) {
  const row = editor.page.locator(".editor-group-container.active .codelens-decoration").filter({ hasText: `▷ Build ${stage} |` });
  const lens = row.locator("a").filter({ hasText: /^graph$/ });
  await editor.openFile(path);
  await until(`the lens over ${stage}`, () => lens.isVisible(), { seconds: 40 });
  await lens.click();
  await graph.node(stage).and(graph.locator(".selected")).waitFor();
}

/** Takes the keyboard back from the graph, to which a click has taken it; the window hears of that some time after the click. */
async function toTheEditor() {
  const shown = () => editor.activeFile();
  await until("the keyboard in the graph", async () => (await shown()) !== "Dockerfile", { state: shown });
  await editor.press("Control+1");
  await editor.waitForActiveFile("Dockerfile");
}

/** Waits until the editor of a file beside the graph, which has the keyboard, shows its cursor in a line. */
async function waitForLine(file, line) {
  const group = editor.page
    .locator(".editor-group-container")
    .filter({ has: editor.page.locator(`.tab.active[data-resource-name="${file}"]`) });
  const shown = () => group.locator(".active-line-number").allTextContents();
  await until(`line ${line} of ${file}`, async () => (await shown()).join() === String(line), { state: shown });
}

/** Writes two stages behind the stage `old`, and waits until the picture has them. */
async function writeTwoStages() {
  await editor.goToText("FROM alpine:3.20 AS old");
  await editor.press("End");
  await editor.type("\nFROM develop AS extra\nFROM extra AS more");
  await graph.waitForNodes("", [...ROOT_NODES, "extra", "more"]);
}

test("the lens opens the graph, the stage is chosen and what its build runs is lit", async () => {
  await openGraph("Dockerfile", "builder");
  await graph.waitForNodes("", ROOT_NODES);
  await graph.waitForNodes("lit", ["golang:1.26-alpine", "develop", "builder"]);
  assert.match(await graph.details(), /^builder \(stage\): its build runs 2 of 6 stages\. Skipped: test, assets, old, release$/);
  assert.deepEqual(await graph.labels("default"), ["release"]);
  assert.deepEqual(await graph.labels("unreachable"), ["old"]);
  await editor.picture("graph-light");
});

test("the picture follows the cursor", async () => {
  await openGraph("Dockerfile", "builder");
  await editor.goToText("FROM node:22");
  await graph.waitForNodes("cursor", ["assets"]);
  await editor.goToText("CMD");
  await graph.waitForNodes("cursor", ["release"]);
});

test("an edit shows at once, and what is chosen stays where it is", async () => {
  await openGraph("Dockerfile", "builder");
  await graph.waitForNodes("", ROOT_NODES);
  // Else the picture moves to the new stage with the cursor in it, when that has no room in the window.
  await graph.locator("#follow").uncheck();
  await toTheEditor();
  const before = await graph.place("builder");
  await writeTwoStages();
  const now = await graph.place("builder");
  assert.ok(Math.abs(now.x - before.x) < 2 && Math.abs(now.y - before.y) < 2, `${JSON.stringify(before)} → ${JSON.stringify(now)}`);
  assert.deepEqual(await graph.labels("selected"), ["builder"]);
  await graph.locator("#follow").check();
});

test("the stage that is being written is in sight", async () => {
  await openGraph("Dockerfile", "builder");
  await writeTwoStages();
  await graph.waitForNodes("cursor", ["more"]);
  const window = await graph.locator("#picture").boundingBox();
  const stage = await graph.place("more");
  assert.ok(
    stage.x >= window.x && stage.x + stage.width <= window.x + window.width,
    `${JSON.stringify(stage)} in ${JSON.stringify(window)}`,
  );
  assert.deepEqual(await graph.labels("selected"), ["builder"]);
});

test("a stage written above the chosen one does not become the chosen one", async () => {
  await openGraph("Dockerfile", "builder");
  await editor.goToText("ARG GO_VERSION=1.26");
  await editor.type("\nFROM busybox AS first");
  await graph.waitForNodes("", [...ROOT_NODES, "first", "busybox"]);
  assert.deepEqual(await graph.labels("selected"), ["builder"]);
});

test("a click goes to the line and the button builds", async () => {
  await openGraph("Dockerfile", "builder");
  await graph.node("assets").click();
  await waitForLine("Dockerfile", 13);
  await graph.waitForNodes("lit", ["assets", "develop", "golang:1.26-alpine", "node:22-bookworm-slim"]);
  await graph.locator("#build").click();
  await editor.waitForNotification("No container engine answers");
  await editor.command("Notifications: Clear All Notifications");
});

test("a click on a consumer goes to its file and shows what it builds", async () => {
  await openGraph("Dockerfile", "builder");
  await graph.node("web").click();
  await waitForLine("compose.yaml", 5);
  await graph.waitForNodes("selected", ["web"]);
});

test("the picture follows to another Dockerfile, unless it is told to stay", async () => {
  await openGraph("Dockerfile", "builder");
  await editor.openFile("my api/Dockerfile");
  await graph.waitForNodes("", ["python:3.12-slim", "base", "stage-1", "docs", "api"]);
  await graph.locator("#follow").uncheck();
  // A file opens where the keyboard is: not over the graph.
  await toTheEditor();
  await editor.openFile("Dockerfile");
  await editor.goToText("CMD");
  await graph.waitForNodes("cursor", []);
  assert.ok((await graph.labels()).includes("stage-1"));
  await graph.locator("#follow").check();
});

test("the keyboard alone does everything: arrows along edges, Enter, B, /, Escape", async () => {
  await openGraph("Dockerfile", "builder");
  await graph.node("builder").focus();
  await graph.press("ArrowDown");
  await until("test or release at the keyboard", async () => /^stage (test|release)/.test(await focusedLabel()), { state: focusedLabel });
  await graph.press("ArrowUp");
  await until("builder at the keyboard", async () => (await focusedLabel()).startsWith("stage builder"), { state: focusedLabel });
  await graph.press("ArrowUp");
  await until("develop at the keyboard", async () => (await focusedLabel()).startsWith("stage develop"), { state: focusedLabel });
  await graph.press("b");
  await editor.waitForNotification("No container engine answers");
  await editor.command("Notifications: Clear All Notifications");
  await graph.node("develop").focus();
  await graph.press("/");
  await editor.type("ass");
  await graph.waitForNodes("found", ["assets"]);
  await graph.press("Enter");
  await until("assets at the keyboard", async () => (await focusedLabel()).startsWith("stage assets"), { state: focusedLabel });
  await graph.press("Enter");
  await editor.waitForPosition(13, 1);
  await graph.node("assets").focus();
  await graph.press("Escape");
  await graph.waitForNodes("selected", []);
  await graph.locator("#search").focus();
  await graph.press("Escape");
  await graph.waitForNodes("found", []);
});

const focusedLabel = () =>
  graph
    .locator("body")
    .evaluate((body) => body.ownerDocument.activeElement?.getAttribute("aria-label") ?? "")
    .catch(() => "");

test("a target leaves what it needs, and consumers can be left out", async () => {
  await openGraph("Dockerfile", "builder");
  await graph.locator("#target").selectOption("test");
  await graph.waitForNodes("", ["golang:1.26-alpine", "develop", "builder", "test", "tests"]);
  await graph.locator("#consumers").uncheck();
  await graph.waitForNodes("", ["golang:1.26-alpine", "develop", "builder", "test"]);
  await graph.locator("#consumers").check();
  await graph.locator("#target").selectOption("");
  await graph.waitForNodes("", ROOT_NODES);
});

test("the Dockerfiles of the workspace are shown together, each in its box", async () => {
  await editor.command("Dockstage: Show Stage Graph of the Workspace");
  // A page that still loads cannot be asked.
  await graph.locator("#drawing .node").first().waitFor();
  await until(
    "three boxes",
    async () => (await graph.locator(".cluster text").allTextContents()).sort().join() === "Dockerfile,big/Dockerfile,my api/Dockerfile",
  );
  await graph.locator("#fit").click();
  await editor.picture("graph-workspace");
  await graph.locator("#scope").selectOption("file");
});

test("the graph of a compose file is that of the Dockerfiles that it builds", async () => {
  await editor.openFile("compose.yaml");
  await editor.press("Control+K");
  await editor.press("g");
  const own = ["python:3.12-slim", "base", "stage-1", "docs", "api"];
  await graph.waitForNodes("", [...ROOT_NODES, ...own]);
  await editor.picture("graph-compose");
});

test("the graph is read in every kind of theme, and axe finds nothing serious", async () => {
  await openGraph("Dockerfile", "builder");
  assert.deepEqual(await graph.seriousFindings(), []);
  await editor.useTheme("dark");
  await graph.waitForNodes("selected", ["builder"]);
  assert.deepEqual(await graph.seriousFindings(), []);
  await editor.picture("graph-dark");
  await editor.useThemeNamed("Dark High Contrast", "hc-black");
  assert.deepEqual(await graph.seriousFindings(), []);
  await editor.picture("graph-high-contrast");
  await editor.useThemeNamed("Light High Contrast", "hc-light");
  assert.deepEqual(await graph.seriousFindings(), []);
  await editor.picture("graph-high-contrast-light");
  await editor.useThemeNamed("Light Modern", "vs");
});

test("SVG, PNG, DOT and Mermaid are written as files that hold the stages", async () => {
  await openGraph("Dockerfile", "builder");
  for (const [format, ending] of [
    ["svg", "svg"],
    ["png", "png"],
    ["dot", "dot"],
    ["mermaid", "mmd"],
  ]) {
    await graph.locator("#export").selectOption(format);
    const input = editor.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    const path = editor.path(`stages.${ending}`);
    // The dialog names the place by itself, and takes no key before it has.
    await until(`${path} in the dialog`, async () => (await input.inputValue()) === path, { state: () => input.inputValue() });
    await until(path, async () => {
      await input.press("Enter", { timeout: 500 }).catch(() => {});
      return existsSync(path) && readFileSync(path).length > 0;
    });
    const bytes = readFileSync(path);
    if (format === "png") {
      assert.equal(bytes.subarray(1, 4).toString(), "PNG");
      assert.ok(bytes.readUInt32BE(16) > 400, "width");
    } else {
      for (const label of ["builder", "release", "golang:1.26-alpine"])
        assert.ok(bytes.toString().includes(label), `${label} in ${ending}`);
    }
    if (format === "svg") assert.doesNotMatch(bytes.toString(), /var\(|tabindex/);
    await editor.command("Notifications: Clear All Notifications");
  }
});

test("after a reload of the window the graph is there again, with what was chosen", async () => {
  await openGraph("Dockerfile", "assets");
  await graph.locator("#direction").click();
  const isFromTheLeft = async () => (await graph.place("develop")).x < (await graph.place("builder")).x - 20;
  await until("the picture from the left", isFromTheLeft);
  await editor.reload();
  await graph.node("assets").and(graph.locator(".selected")).waitFor({ timeout: 90_000 });
  await graph.waitForNodes("lit", ["assets", "develop", "golang:1.26-alpine", "node:22-bookworm-slim"]);
  await until("the picture from the left again", isFromTheLeft);
  await editor.picture("graph-after-reload");
  await graph.locator("#direction").click();
});

test("a file of 60 stages stays smooth", async (context) => {
  await openGraph("big/Dockerfile", "s1");
  await until("60 stages", async () => (await graph.locator("#drawing .node.stage").count()) === 60);
  const times = [];
  for (const name of ["x1", "x2", "x3", "x4", "x5"]) {
    await editor.goToText("FROM golang:1.26 AS s0");
    const drawn = await graph.timeOf(name);
    await editor.type(`\nFROM s0 AS x`);
    const start = Date.now();
    await editor.press(name.slice(1));
    times.push(await drawn(start));
  }
  context.diagnostic(`from the key to the picture of a new stage among 60: ${times.join(", ")} ms`);
  assert.ok(Math.min(...times) < 1_500, times.join());
  await graph.locator("#fit").click();
  await editor.picture("graph-60");
});

test("the tree lists Dockerfiles with their stages and compose files with their services", async () => {
  await editor.openFile("Dockerfile");
  await editor.command("Explorer: Focus on Build Targets View");
  const rows = await until("rows of the tree", async () => {
    const shown = await treeRows();
    return shown.some((row) => row.includes("develop")) ? shown : null;
  });
  assert.ok(
    rows.some((row) => row.startsWith("builder")),
    rows.join("\n"),
  );
  await editor.picture("targets");
  const row = editor.page
    .locator(".pane-body .monaco-list-row")
    .filter({ hasText: /^\s*assets/ })
    .first();
  await row.click();
  await editor.waitForPosition(13, 1);
  await row.hover();
  await row.locator('.actions-container .action-label[aria-label^="Build Stage or Service…"]').click();
  await editor.waitForNotification("No container engine answers");
  await editor.command("Notifications: Clear All Notifications");
});

const treeRows = async () =>
  (await editor.page.locator(".pane-body .monaco-list-row .custom-view-tree-node-item").allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/g, " ").trim(),
  );

test("the status bar tells what builds the stage at the cursor", async () => {
  await editor.openFile("Dockerfile");
  await editor.goToText("CMD");
  const item = editor.page.locator("#dockstage\\.dockstage\\.dockstage\\.stage");
  await until(
    "release in the status bar",
    async () => (await item.allInnerTexts()).join().includes("release · built by web · runs 4 of 6 stages"),
    {
      state: () => item.allInnerTexts(),
    },
  );
  await editor.openFile("compose.yaml");
  await editor.goToText("target: test");
  await until("tests in the status bar", async () => (await item.allInnerTexts()).join().includes("tests → test"), {
    state: () => item.allInnerTexts(),
  });
});
