// The light bulb in a real VS Code with the packaged extension: what is offered for a finding, in which order, and what it changes on the disk.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, beforeEach } from "node:test";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { platformPackage } from "../harness/packages.mjs";
import { until } from "../harness/until.mjs";

const FILES = {
  "api/Dockerfile": `FROM golang:1.26 as Builder
WORKDIR /src
MAINTAINER the team
FROM alpine:3.23
COPY --from=builder /out/api /usr/local/bin/
ENV PORT 8080
CMD ["api"]
`,
  "compose.yaml": `services:
  web:
    build:
      context: api
      target: "Builder"
  worker:
    build:
      context: api
      target: biulder
`,
};

let editor;

before(async () => {
  editor = await Editor.open(
    Object.entries(FILES)
      .map(([name, text]) => `//- ${name}\n${text}`)
      .join(""),
    { vsix: platformPackage },
  );
});

after(() => editor?.close());

beforeEach(async () => {
  await editor.revertAll();
  // VS Code saves what a fix has changed in a file that is not open.
  for (const [name, text] of Object.entries(FILES)) {
    writeFileSync(editor.path(name), text);
  }
});

const onDisk = (name) => readFileSync(editor.path(name), "utf8");

test("a misspelt target offers the stage that was meant first, and takes it", async () => {
  await editor.openFile("compose.yaml");
  await editor.goToText("target: biulder", "target: biu".length);
  const offered = await editor.quickFixes("builder");
  await editor.picture("fix-target");
  assert.match(offered[0], /builder/);
  await editor.takeQuickFix(offered[0]);
  await editor.waitForLine("target: builder");
});

test("a stage in capitals becomes small in both files at once", async () => {
  await editor.openFile("api/Dockerfile");
  await editor.goToText("as Builder", "as Buil".length);
  const title = "Name the stage 'builder' everywhere";
  assert.equal((await editor.quickFixes(title))[0], title);
  await editor.picture("fix-stage-casing");
  await editor.takeQuickFix(title);
  await editor.waitForLine("FROM golang:1.26 as builder");
  await until("the compose file with the new name", () => onDisk("compose.yaml").includes('target: "builder"'), {
    state: () => onDisk("compose.yaml"),
  });
});

test("Fix All does what is safe in one step, which one undo takes back", async () => {
  await editor.openFile("api/Dockerfile");
  await until("the findings", async () => (await editor.squiggles("warning")) >= 4, { state: () => editor.squiggles("warning") });
  const before = await editor.lines();
  await editor.command("Fix All");
  for (const line of ["FROM golang:1.26 AS Builder", 'LABEL org.opencontainers.image.authors="the team"', "ENV PORT=8080"]) {
    await editor.waitForLine(line);
  }
  await editor.picture("fix-all");
  await editor.press("Control+Z");
  await editor.waitForLine("MAINTAINER the team");
  assert.deepEqual(await editor.lines(), before);
});
