// Everything that can be started from a Dockerfile, in a real VS Code with the packaged extension. The engine prints what a real one printed; tests/EndToEnd/docker
// has the real one.
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { after, before, beforeEach } from "node:test";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { writeWorkspace } from "../harness/markedText.mjs";
import { platformPackage } from "../harness/packages.mjs";
import { recordedEngine } from "../harness/recordedEngine.mjs";
import { until } from "../harness/until.mjs";

// A shell that read any of this would leave a file behind.
const HOSTILE = `$(touch pwned) it's "x" ; touch pwned & ü😀`;

const WORKSPACE = `
  //- ${HOSTILE}/Dockerfile
  FROM golang:1.26 AS develop
  WORKDIR /src

  FROM develop AS builder
  RUN echo "grüße 😀" && sleep 1 && echo two
  COPY Dockerfile /src/
  RUN go build -o /out/app .

  FROM scratch
  COPY --from=builder /out/app /app

  //- failing/fail.Dockerfile
  FROM golang:1.26 AS develop
  WORKDIR /src

  FROM develop AS builder
  RUN echo one && \\
      echo oops >&2 && exit 7
  FROM builder AS last
  RUN echo last

  //- endless/Dockerfile
  FROM golang:1.26 AS develop
  WORKDIR /src

  FROM develop AS builder
  RUN echo "grüße 😀" && sleep 1 && echo never ends

  //- checked/Dockerfile
  from golang:1.26 AS Build
  RUN echo $nope
  MAINTAINER me

  //- odd/plain.Dockerfile
  FROM golang:1.26 AS plain

  //- shop/Dockerfile
  FROM golang:1.26 AS base

  //- shop/compose.yaml
  services:
    web:
      build:
        context: .
        target: base
        args:
          WHO: "it's $$(touch pwned)"

  //- .vscode/tasks.json
  {
    "version": "2.0.0",
    "tasks": [
      {
        "type": "dockstage",
        "label": "the image",
        "dockerfile": "endless/../${HOSTILE.replaceAll('"', '\\"')}/Dockerfile",
        "stage": "develop",
        "buildArgs": ["A=$(touch pwned) \\"'"],
        "group": { "kind": "build", "isDefault": true }
      }
    ]
  }
`;

let editor;
let engine;

before(async () => {
  engine = recordedEngine();
  const workspace = writeWorkspace(WORKSPACE);
  // No text can say these names.
  writeFileSync(workspace.path("odd/bell \u0007 it's.Dockerfile"), "FROM golang:1.26 AS rings\n");
  writeFileSync(workspace.path("odd/two\nlines.Dockerfile"), "FROM golang:1.26 AS breaks\n");
  editor = await Editor.open(workspace, { vsix: platformPackage, env: engine.env });
});

after(async () => {
  await editor?.close();
  engine?.remove();
});

beforeEach(async () => {
  await editor.revertAll();
});

const lastCall = () => engine.calls().at(-1);

/** The argv without how progress is told. */
const words = ({ argv }) => argv.filter((word, at) => word !== "--progress" && argv[at - 1] !== "--progress").join(" ");

function assertNoShell() {
  for (const name of ["pwned", `${HOSTILE}/pwned`]) assert.ok(!existsSync(editor.path(name)), name);
}

/** Chooses the first row of the open list that holds this text, in this letter case. */
async function pick(text) {
  const row = editor.page
    .locator(".quick-input-widget .monaco-list-row")
    .filter({ hasText: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) })
    .first();
  await row.waitFor();
  await row.click();
}

/** Clicks the boxes of the rows that hold these texts, takes a picture, and goes on. */
async function pickSeveral(texts, picture) {
  const rows = editor.page.locator(".quick-input-widget .monaco-list-row");
  for (const text of texts) await rows.filter({ hasText: text }).locator(".quick-input-list-checkbox, .monaco-checkbox").first().click();
  await editor.picture(picture);
  await editor.page
    .locator(".quick-input-widget .quick-input-action, .quick-input-widget .monaco-button")
    .filter({ hasText: "OK" })
    .first()
    .click();
}

/** Copies the command of the only stage of a file in the folder `odd`, which begins with this word. */
async function copyOdd(word, stage) {
  await editor.openFile("odd/plain.Dockerfile");
  await editor.page.locator(".explorer-folders-view .monaco-list-row").filter({ hasText: word }).last().dblclick();
  await editor.lens(`▷ Build ${stage}`);
  await editor.command("Dockstage: Copy Build Command…");
}

test("a build that goes well: readable output, and how each stage went over its FROM, whatever the folder is called", async () => {
  await editor.openFile(`${HOSTILE}/Dockerfile`);
  await editor.clickLens("▷ Build builder");
  await editor.waitForTerminal("Built");
  await editor.lens("✓ builder 2.6 s");
  await editor.picture("building-done");
  const { argv, cwd } = lastCall();
  assert.equal(cwd, editor.path(HOSTILE));
  assert.deepEqual(argv.slice(0, 5), ["buildx", "build", "--progress", "rawjson", "--target"]);
  const shown = await editor.terminalFromTop("builder 1/3");
  assert.match(shown, /grüße 😀/);
  assert.doesNotMatch(shown, /"vertexes"|rawjson/);
  assertNoShell();
});

test("the step that fails is underlined, and its log is one click away", async () => {
  await editor.openFile("failing/fail.Dockerfile");
  await editor.clickLens("▷ Build last");
  await editor.waitForTerminal("The build failed (exit code 1).");
  await editor.lens("✗ builder failed after 0.4 s: show log");
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("exit code: 7")));
  assert.ok(
    problems.some((row) => row.includes("docker build") && row.includes("Ln 5, Col 1")),
    problems.join("\n"),
  );
  assert.equal((await editor.squiggles("error")) > 0, true);
  await editor.picture("building-failed");
  await editor.clickLens("✗ builder failed after 0.4 s: show log");
  await editor.waitForActiveFile("builder.log");
  await editor.waitForLine("oops");
  await editor.picture("building-log");
  await editor.page
    .locator(".markers-panel a")
    .filter({ hasText: "show log" })
    .first()
    .click({ modifiers: ["ControlOrMeta"] });
  await editor.waitForActiveFile("builder 1.log");
  await editor.waitForLine("oops");
});

test("an edit takes the findings of the build away", async () => {
  await editor.openFile("failing/fail.Dockerfile");
  await editor.lens("✗ builder failed after 0.4 s: show log");
  await editor.goToText("RUN echo last");
  await editor.type("!");
  await until("no lens of the build", async () => !(await editor.lenses()).some((lens) => lens.startsWith("✗")));
  await editor.waitForProblems((rows) => !rows.some((row) => row.includes("exit code: 7")));
});

test("Ctrl+C in the terminal ends the engine", async () => {
  await editor.openFile("endless/Dockerfile");
  await editor.clickLens("▷ Build builder");
  await editor.waitForTerminal("grüße");
  await until("a lens of the running step", async () => (await editor.lenses()).some((lens) => lens.startsWith("⟳ builder 1/3 RUN")), {
    state: () => editor.lenses(),
  });
  await editor.picture("building-running");
  await editor.page.locator(".terminal-wrapper.active .xterm-screen").click();
  await editor.press("Control+C");
  await editor.waitForTerminal("The build was stopped.");
  await editor.lens("■ builder stopped");
  await until("the end of the engine", () => lastCall().ended === "SIGTERM");
  await editor.picture("building-stopped");
});

test("Build Stage or Service… begins at the stage that the cursor is in", async () => {
  await editor.openFile(`${HOSTILE}/Dockerfile`);
  await editor.lens("▷ Build builder");
  await editor.goToText("COPY Dockerfile");
  await editor.commandThatAsks("Dockstage: Build Stage or Service…");
  const focused = editor.page.locator(".quick-input-widget .monaco-list-row.focused .label-name");
  await until("builder to be chosen", async () => (await focused.allInnerTexts()).join() === "builder", {
    state: () => focused.allInnerTexts(),
  });
  await editor.picture("building-which");
  const before = engine.calls().length;
  await editor.press("Enter");
  await until("the build", () => engine.calls().length > before);
  assert.match(words(lastCall()), /--target builder /);
  await editor.waitForTerminal("Built");
});

test("Build Stage or Service… builds the one service of a compose file without a question", async () => {
  await editor.openFile("shop/compose.yaml");
  await editor.lens("▷ Build web (target base)");
  const before = engine.calls().length;
  await editor.command("Dockstage: Build Stage or Service…");
  await until("the build", () => engine.calls().length > before);
  assert.equal(words(lastCall()), "compose -f compose.yaml build web");
});

test("Build Stage With… shows everything that can be chosen, and remembers it", async () => {
  await editor.openFile(`${HOSTILE}/Dockerfile`);
  await editor.lens("▷ Build builder");
  await editor.commandThatAsks("Dockstage: Build Stage With…");
  await pick("builder");
  await pick("Build arguments");
  const input = editor.page.locator(".quick-input-widget input.input");
  await input.fill(`A=1 "B=$(touch pwned) 'x' ;"`);
  await input.press("Enter");
  await pick("Tag");
  await input.fill("x/y:1");
  await input.press("Enter");
  await pick("Cache");
  await pick("Builder");
  await editor.page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: "docker, running" }).waitFor();
  await editor.picture("building-builders");
  await pick("docker, running");
  await editor.page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: "x/y:1" }).waitFor();
  await editor.picture("building-with");
  await pick("Build builder");
  await editor.waitForTerminal("Built x/y:1");
  const call = lastCall();
  assert.equal(
    words(call),
    `buildx build --builder default --target builder -f Dockerfile -t x/y:1 --build-arg A=1 --build-arg B=$(touch pwned) 'x' ; --no-cache --load .`,
  );
  assert.equal(call.argv[call.argv.lastIndexOf("--build-arg") + 1], "B=$(touch pwned) 'x' ;");
  assertNoShell();
  await editor.commandThatAsks("Dockstage: Build Stage With…");
  await pick("builder");
  await editor.page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: "x/y:1" }).waitFor();
  await editor.press("Escape");
});

test("Build Several… builds what is picked in one run of bake", async () => {
  await editor.openFile("endless/Dockerfile");
  await editor.lens("▷ Build builder");
  await editor.commandThatAsks("Dockstage: Build Several…");
  await pickSeveral(["checked/Dockerfile", "last"], "building-several");
  await editor.waitForTerminal("Built checked:build, failing:last");
  const { argv, input, cwd } = lastCall();
  assert.equal(cwd, editor.folder);
  assert.deepEqual(argv, ["buildx", "bake", "--progress", "rawjson", "-f", "-", "checked-build", "failing-last"]);
  assert.deepEqual(JSON.parse(input).target["failing-last"], {
    context: "failing",
    dockerfile: "fail.Dockerfile",
    target: "last",
    tags: ["failing:last"],
    output: ["type=docker"],
  });
  await editor.picture("building-several-done");
});

test("Build Several… builds a service beside a stage in that run, as Compose tells it", async () => {
  await editor.openFile("shop/Dockerfile");
  await editor.lens("▷ Build base");
  await editor.commandThatAsks("Dockstage: Build Several…");
  // What was picked last is still picked.
  const isPicked = editor.page
    .locator(".quick-input-widget .monaco-list-row")
    .locator(".monaco-checkbox.checked, .quick-input-list-checkbox:checked");
  assert.equal(await isPicked.count(), 2);
  await pickSeveral(["checked/Dockerfile", "shop/compose.yaml"], "building-several-services");
  await editor.waitForTerminal("Built failing:last, shop-web");
  const [question, { argv, input }] = engine.calls().slice(-2);
  assert.deepEqual(question.argv.at(-1), "config");
  assert.equal(question.cwd, editor.path("shop"));
  assert.deepEqual(argv.slice(-2), ["failing-last", "web"]);
  const { web } = JSON.parse(input).target;
  assert.deepEqual(
    [web.context, web.target, web.args, web.tags],
    [editor.path("shop"), "base", { WHO: "it's $(touch pwned)" }, ["shop-web"]],
  );
  assertNoShell();
  await editor.picture("building-several-services-done");
});

test("the engine's own check shows its findings as problems", async () => {
  await editor.openFile("checked/Dockerfile");
  await editor.lens("▷ Build build");
  await editor.command("Dockstage: Check Stage With the Engine…");
  await editor.waitForTerminal("Findings: 4");
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("docker build --check")));
  assert.ok(
    problems.some((row) => row.includes("MaintainerDeprecated") && row.includes("docker build --check")),
    problems.join("\n"),
  );
  await editor.picture("building-check");
});

test("Build and Run Stage… runs what it has built", async () => {
  await editor.openFile(`${HOSTILE}/Dockerfile`);
  await editor.lens("▷ Build builder");
  await editor.commandThatAsks("Dockstage: Build and Run Stage…");
  await pick("develop");
  await editor.waitForTerminal("this is touch-pwned-it-s-x-touch-pwned:develop");
  assert.deepEqual(lastCall().argv.slice(0, 3), ["run", "--rm", "-it"]);
  await editor.picture("building-run");
  await editor.command("Terminal: Kill the Active Terminal Instance");
});

test("Copy Build Command… quotes for the shell, and offers the others", async () => {
  await editor.openFile(`${HOSTILE}/Dockerfile`);
  await editor.lens("▷ Build builder");
  await editor.commandThatAsks("Dockstage: Copy Build Command…");
  await pick("builder");
  await editor.waitForNotification("Copied for sh.");
  await editor.picture("building-copied");
  await editor.page.locator(".notification-toast .monaco-button").filter({ hasText: "For PowerShell" }).click();
  await editor.waitForNotification("Copied for PowerShell.");
});

test("a command that a shell cannot be given as one line is not copied, and the clipboard stays as it is", async () => {
  const button = (text) => editor.page.locator(".notification-toast .monaco-button").filter({ hasText: text });
  const refused = (shell) => `The command cannot be pasted into ${shell}: one of its words has a line break or another control character.`;
  await editor.openFile("odd/plain.Dockerfile");
  await editor.lens("▷ Build plain");
  await editor.command("Dockstage: Copy Build Command…");
  await editor.waitForNotification("Copied for sh.");
  await editor.command("Notifications: Clear All Notifications");

  // A terminal takes the bell for a key that is pressed, in whatever quotes it stands.
  await copyOdd("bell", "rings");
  await editor.waitForNotification(refused("sh"));
  await editor.picture("building-not-copied");
  await button("For PowerShell").click();
  await editor.waitForNotification(refused("PowerShell"));
  await editor.command("Notifications: Clear All Notifications");
  await editor.openFile("odd/plain.Dockerfile");
  await editor.press("Control+End");
  await editor.press("Control+V");
  await editor.waitForLine("docker buildx build --target plain -f plain.Dockerfile -t odd:plain --load .");

  // A line break stays text between the quotes of sh; a line of cmd cannot have one.
  await copyOdd("two", "breaks");
  await editor.waitForNotification("Copied for sh.");
  await button("For cmd").click();
  await editor.waitForNotification(refused("cmd"));
  await editor.picture("building-not-copied-cmd");
  await editor.command("Notifications: Clear All Notifications");
});

test("a task of tasks.json is the default build task", async () => {
  await editor.openFile(`${HOSTILE}/Dockerfile`);
  await editor.lens("▷ Build builder");
  await editor.press("Control+Shift+B");
  await until("the build of the task", () => words(lastCall()).includes("--target develop"), { state: lastCall });
  const { argv, cwd } = lastCall();
  assert.equal(cwd, editor.path(HOSTILE));
  assert.equal(argv[argv.indexOf("--build-arg") + 1], `A=$(touch pwned) "'`);
  assertNoShell();
});

test("tasks.json completes what a task can say", async () => {
  await editor.openFile(".vscode/tasks.json");
  await editor.goToText('"stage": "develop",');
  await editor.press("Enter");
  await editor.type('"');
  await editor.waitForSuggestions("noCache");
  const suggestions = await editor.suggestions();
  // The list shows a dozen at a time.
  for (const field of ["builder", "check", "consumer"]) assert.ok(suggestions.includes(field), suggestions.join());
  await editor.picture("building-tasks");
});
