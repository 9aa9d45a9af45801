// Takes the pictures of README and docs anew: `node tests/EndToEnd/pictures.mjs`, which `npm run pictures` calls. They show the packaged extension in a real VS Code;
// only the engine is played, by what a real one has printed.
import { copyFileSync } from "node:fs";
import { build, prepareBuild } from "../../scripts/build.mjs";
import { packageForPlatform } from "../../scripts/package.mjs";
import { chromium } from "../../scripts/setup/chromium.mjs";
import { codeServer } from "../../scripts/setup/codeServer.mjs";
import { entry } from "../../scripts/setup/entry.mjs";
import { node24 } from "../../scripts/setup/node24.mjs";
import { step } from "../../scripts/setup/progress.mjs";
import { inRepository } from "../../scripts/setup/repository.mjs";
import { Editor } from "./harness/Editor.mjs";
import { GraphPage } from "./harness/GraphPage.mjs";
import { writeWorkspace } from "./harness/markedText.mjs";
import { recordedEngine } from "./harness/recordedEngine.mjs";
import { until } from "./harness/until.mjs";

/** A project as they are: one Dockerfile for work and for release, and a compose file that builds several of its stages. */
const SHOP = `
  //- Dockerfile
  # develop holds the Go toolchain.
  FROM golang:1.26 AS develop
  WORKDIR /src

  # lint is run by CI alone.
  FROM develop AS lint
  RUN go vet ./...

  # builder compiles the shop into one binary.
  FROM develop AS builder
  RUN go install honnef.co/go/tools/cmd/staticcheck@latest
  COPY . .
  RUN go build -o /out/app .

  FROM scratch AS release
  COPY --from=builder /out/app /app
  CMD ["/app"]

  //- compose.yaml
  services:
    shop:
      build:
        context: .
        target: builder
      command: go run .
    checks:
      build:
        context: .
        target: lint
      profiles: [ci]

  //- compose.prod.yaml
  services:
    shop:
      build:
        target: release

  //- main.go
  package main
`;

/** What the recorded build ran and printed, said of this project. */
const WORDING = [
  ['RUN echo \\"grüße 😀\\" \\u0026\\u0026 sleep 1 \\u0026\\u0026 echo two', "RUN go install honnef.co/go/tools/cmd/staticcheck@latest"],
  ["COPY Dockerfile /src/", "COPY . ."],
  [base64("grüße 😀\n"), base64("go: downloading honnef.co/go/tools v0.6.1\n")],
];

await entry(async () => {
  await prepareBuild();
  await step("Node 24 for code-server", node24);
  await step("code-server", codeServer);
  await step("chromium", chromium);
  await build();
  const vsix = await packageForPlatform();
  const engine = recordedEngine({ wording: WORDING, isEndless: true });
  const editor = await Editor.open(writeWorkspace(SHOP, "shop"), { vsix, env: engine.env });
  try {
    await takeAll(editor, new GraphPage(editor));
  } finally {
    await editor.close();
    engine.remove();
  }
});

async function takeAll(editor, graph) {
  const take = async (name) => copyFileSync(await editor.picture(`readme-${name}`), inRepository("docs", "images", `${name}.png`));

  await editor.openFile("compose.yaml");
  await editor.lens("▷ Build shop (target builder)");
  await editor.goToText("target: lint");
  for (const _ of "lint") await editor.press("Backspace");
  await editor.completionsUntil("develop");
  await editor.waitForSuggestions("lint");
  await take("completion");
  await editor.revertAll();

  await editor.openFile("Dockerfile");
  await editor.lens("graph");
  await editor.goToText("--from=builder", "--from=bui".length);
  await editor.hover("Built by");
  await take("hover");
  await editor.press("Escape");
  await editor.renameWithPreview("compile", [
    "Dockerfile, making text edits",
    "line 9, replacing builder with compile",
    "line 10, replacing builder with compile",
    "line 16, replacing builder with compile",
    "compose.yaml, making text edits",
    "line 5, replacing builder with compile",
  ]);
  await take("rename");
  await editor.discardPreview();

  await editor.goToText("AS builder");
  await editor.type("s");
  await editor.openFile("compose.yaml");
  await editor.lens("▷ Build shop (target builder)");
  await editor.command("Problems: Focus on Problems View");
  await editor.waitForProblems((rows) => rows.some((row) => row.includes("TargetNotFound")));
  await take("target-not-found");
  await editor.command("View: Toggle Panel Visibility");
  await editor.revertAll();

  await editor.openFile("Dockerfile");
  await editor.command("Explorer: Focus on Build Targets View");
  await editor.page.locator(".custom-view-tree-node-item").filter({ hasText: "built by checks" }).waitFor();
  await editor.openFile("Dockerfile");
  await editor.press("Control+K");
  await editor.press("g");
  await graph.node("release").waitFor();
  await graph.node("builder").locator(".label").click();
  await graph.node("builder").and(graph.locator(".selected")).waitFor();
  await take("graph");

  await editor.command("View: Toggle Primary Side Bar Visibility");
  await graph.node("release").locator(".label").click();
  await graph.press("b");
  await until("a build that runs", async () => (await graph.locator("#drawing .node.running").count()) === 1);
  await editor.waitForTerminal("downloading");
  await graph.locator("#fit").click();
  await take("live-graph");
  await graph.press("s");
  await editor.waitForTerminal("stopped");

  await editor.command("View: Toggle Panel Visibility");
  await editor.command("View: Toggle Primary Side Bar Visibility");
  await editor.revertAll();
  // How the build went is forgotten.
  await editor.reload();
  await editor.openFile("Dockerfile");
  await editor.lens("graph");
  await editor.goToText("FROM develop AS builder");
  await editor.outline("builder");
  await take("outline");
}

function base64(text) {
  return Buffer.from(text).toString("base64");
}
