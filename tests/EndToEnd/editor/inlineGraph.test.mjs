// The stage graph of Dockerfiles that are written inside a compose file, while these are built and after, in a real VS Code with the packaged extension. The
// engine prints what a real Compose printed; tests/EndToEnd/docker has the real one.
import assert from "node:assert/strict";
import { after, before, beforeEach } from "node:test";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { GraphPage } from "../harness/GraphPage.mjs";
import { platformPackage } from "../harness/packages.mjs";
import { recordedEngine } from "../harness/recordedEngine.mjs";
import { until } from "../harness/until.mjs";

// The stages of the two that are alike are called otherwise only where people would tell them apart.
const WORKSPACE = `
  //- good/compose.yaml
  services:
    other:
      build:
        dockerfile_inline: |
          FROM golang:1.26 AS builder
          RUN echo of the other
    web:
      build:
        # Beside it: comments, and lines of YAML that are none of the Dockerfile's.
        dockerfile_inline: |
          FROM golang:1.26 AS develop
          WORKDIR /src

          FROM develop AS lint
          RUN go vet ./...

          FROM develop AS builder
          RUN echo "grüße 😀" && sleep 1 && echo two

          FROM scratch AS release
          COPY --from=builder /src /app

  //- endless/compose.yaml
  services:
    web:
      build:
        dockerfile_inline: |
          FROM golang:1.26 AS develop
          WORKDIR /src

          FROM develop AS lint
          RUN go vet ./...

          FROM develop AS builder
          RUN echo "grüße 😀" && sleep 1 && echo two # never ends

          FROM scratch AS release
          COPY --from=builder /src /app

  //- failing/compose.yaml
  services:
    web:
      image: example/web
      build:
        dockerfile_inline: |
          FROM golang:1.26 AS develop
          WORKDIR /src

          FROM develop AS builder
          RUN echo one && \\
              echo oops >&2 && exit 7

          FROM builder AS last
          RUN echo last

  //- quoted/compose.yaml
  services:
    web: { build: { dockerfile_inline: "FROM golang:1.26 AS develop\\nWORKDIR /src\\n\\nFROM develop AS builder\\nRUN echo one && \\\\\\n    echo oops >&2 && exit 7\\n\\nFROM builder AS last\\nRUN echo last\\n" } }

  //- refused/compose.yaml
  services:
    web:
      build:
        dockerfile_inline: |
          FROM golang:1.26 AS develop

          RUNN echo
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

/** Waits for a lens whose text begins so: what plain progress does not time, this machine does. */
const lensLike = (beginning) =>
  until(`a lens "${beginning}…"`, async () => (await editor.lenses()).find((lens) => lens.startsWith(beginning)), {
    state: () => editor.lenses(),
  });

test("a build of a service tells how the stages went that its own Dockerfile has, in the graph and in the lenses", async () => {
  await graph.openBeside("good/compose.yaml", "release");
  assert.equal(await graph.locator("#build").textContent(), "Build (B)");
  // What the other service builds is not skipped: it is no part of this Dockerfile.
  await until("what is run", async () => (await graph.details()) === "release (stage): its build runs 3 of 4 stages. Skipped: lint", {
    state: () => graph.details(),
  });
  await graph.press("b");
  await graph.waitForStates({ develop: "cached", lint: "skipped", release: "0.1 s" });
  assert.deepEqual(engine.calls().at(-1).argv, ["compose", "-f", "compose.yaml", "build", "web"]);
  // Two stages are called so; the other service was not built.
  const builders = graph.node("builder");
  assert.equal(await builders.count(), 2);
  assert.deepEqual((await builders.evaluateAll((nodes) => nodes.map((node) => node.classList.contains("done")))).sort(), [false, true]);
  await graph.lookAtInEveryTheme("inline-graph-done");
  await editor.press("Control+1");
  await editor.waitForActiveFile("compose.yaml");
  await editor.lens("✓ builder 1.5 s");
  // Only one of the two was built.
  assert.equal((await editor.lenses()).filter((lens) => lens.startsWith("✓ builder")).length, 1);
  await editor.picture("inline-graph-lenses");
});

test("while it runs the stages tell their states, and Stop ends it", async () => {
  await graph.openBeside("endless/compose.yaml", "release");
  await graph.locator("#build").click();
  await graph.waitForStates({ builder: /^1\/1 RUN echo/, release: "waiting" });
  await until("Stop", async () => (await graph.locator("#build").textContent()) === "Stop (S)");
  await editor.picture("inline-graph-running");
  await graph.locator("#build").click();
  await until("the end of the engine", () => engine.calls().at(-1).ended === "SIGTERM");
  await graph.waitForStates({ builder: "stopped", release: "skipped", lint: "skipped" });
});

test("the stage that failed leads to its log and to the line in the compose file", async () => {
  await graph.openBeside("failing/compose.yaml", "last");
  await graph.press("b");
  await graph.waitForStates({ builder: /^failed after \d\.\d s: 1\/1 R/, last: "skipped" });
  await graph.node("builder").locator(".label").click();
  await until("the failing line", async () => (await graph.locator("#go").textContent()) === "Go to failing line (Enter)");
  await graph.lookAtInEveryTheme("inline-graph-failed");
  await graph.node("builder").focus();
  await graph.press("Enter");
  await editor.waitForPosition(10, 1);
  const lens = await lensLike("✗ builder failed after ");
  assert.match(lens, / s: show log$/);
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("exit code: 7")));
  assert.ok(
    problems.some((row) => row.includes("docker build") && row.includes("Ln 10, Col 9")),
    problems.join("\n"),
  );
  await editor.picture("inline-graph-problem");
  await graph.node("builder").focus();
  await graph.press("l");
  await editor.waitForActiveFile("builder.log");
  await editor.waitForLine("oops");
  await editor.picture("inline-graph-log");
  await editor.command("View: Revert and Close Editor");
  await editor.clickLens(lens);
  await editor.waitForActiveFile("builder.log");
});

test("between quotes, where all of a Dockerfile is one line, each stage has its own state", async () => {
  await graph.openBeside("quoted/compose.yaml", "last");
  await graph.press("b");
  await graph.waitForStates({ builder: /^failed after \d\.\d s: 1\/1 R/, develop: /^0\.\d s$/, last: "skipped" });
  await editor.waitForProblems((rows) => rows.some((row) => row.includes("exit code: 7") && row.includes("Ln 2, Col")));
});

test("what BuildKit refuses to read is underlined where it is written", async () => {
  await editor.openFile("refused/compose.yaml");
  await editor.clickLens("▷ Build web");
  await editor.waitForTerminal("The build failed (exit code 1).");
  const problems = await editor.waitForProblems((rows) => rows.some((row) => row.includes("parse error on line 3")));
  assert.ok(
    problems.some((row) => row.includes("parse error on line 3") && row.includes("Ln 7, Col 9")),
    problems.join("\n"),
  );
  await editor.picture("inline-refused");
});
