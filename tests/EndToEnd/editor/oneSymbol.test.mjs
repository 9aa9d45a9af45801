// A stage is one symbol over all files, in a real VS Code with the packaged extension: rename, references, highlights, outline, folding,
// search, lenses, colours. The files are those of the samples; each test begins with them as they are in the repository.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { after, before, beforeEach } from "node:test";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { copyWorkspace } from "../harness/copiedWorkspace.mjs";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { platformPackage } from "../harness/packages.mjs";
import { until } from "../harness/until.mjs";

const EDITED = ["go/Dockerfile", "go/compose.yaml"];

let editor;

before(async () => {
  editor = await Editor.open(copyWorkspace("samples"), { vsix: platformPackage });
});

after(() => editor?.close());

beforeEach(async () => {
  await editor.discardPreview();
  await editor.revertAll();
  // VS Code saves what a rename has changed.
  for (const name of EDITED) {
    copyFileSync(inRepository("samples", name), editor.path(name));
  }
});

async function openDockerfile() {
  await editor.openFile("go/Dockerfile");
  await editor.lens("2 references");
}

const BOTH_FILES = [
  "go/Dockerfile, making text edits",
  // The comment that describes the stage follows its name.
  "line 10, replacing builder with compile",
  "line 11, replacing builder with compile",
  "line 17, replacing builder with compile",
  "go/compose.yaml, making text edits",
  "line 7, replacing builder with compile",
];

async function assertRenamed() {
  const onDisk = (name) => readFileSync(editor.path(name), "utf8");
  await until("both files with the new name", () => EDITED.every((name) => /\bcompile$/m.test(onDisk(name))), {
    state: () => EDITED.map(onDisk),
  });
  for (const name of EDITED) {
    const before = readFileSync(inRepository("samples", name), "utf8");
    const expected = before
      .replace("# builder compiles", "# compile compiles")
      .replace("AS builder", "AS compile")
      .replace("--from=builder", "--from=compile")
      .replace("target: builder", "target: compile");
    assert.equal(onDisk(name), expected);
  }
}

test("a stage is renamed from the Dockerfile, after a preview of both files", async () => {
  await openDockerfile();
  await editor.goToText("--from=builder", "--from=bui".length);
  await editor.renameWithPreview("compile", BOTH_FILES);
  await editor.picture("rename-preview");
  await editor.applyPreview();
  await editor.waitForLine("FROM develop AS compile");
  await editor.waitForLine("COPY --from=compile /out/greeter /usr/local/bin/greeter");
  await assertRenamed();
});

test("a stage is renamed from the compose file, after a preview of both files", async () => {
  await openDockerfile();
  await editor.openFile("go/compose.yaml");
  await editor.goToText("target: builder", "target: bui".length);
  await editor.renameWithPreview("compile", BOTH_FILES);
  await editor.picture("rename-preview-compose");
  await editor.applyPreview();
  await editor.waitForLine("target: compile");
  await assertRenamed();
});

test("a name that is taken is refused in words, and nothing changes", async () => {
  await openDockerfile();
  await editor.goToText("AS builder", "AS bui".length);
  const input = editor.page.locator("input.rename-input");
  await editor.press("F2");
  await input.waitFor();
  await input.fill("develop");
  await input.press("Enter");
  await until("the refusal", async () =>
    (await editor.page.locator(".monaco-editor-overlaymessage, .notification-list-item-message").allInnerTexts())
      .join()
      .includes("This Dockerfile already has a stage named 'develop'."),
  );
  await editor.picture("rename-refused");
  await editor.waitForLine("FROM develop AS builder");
});

test("references show every place in both files", async () => {
  await openDockerfile();
  await editor.goToText("AS builder", "AS bui".length);
  await editor.peekReferences("--from=builder");
  // The other file's places are folded.
  const files = editor.page.locator(".reference-zone-widget .ref-tree .monaco-list-row .reference-file");
  await until("both files", async () => (await files.count()) === 2);
  await editor.picture("references");
  assert.match((await files.allInnerTexts()).join(" "), /Dockerfile.*compose\.yaml/s);
  await editor.press("Escape");
});

test("the lens of a stage's references opens them", async () => {
  await openDockerfile();
  await editor.clickLens("2 references");
  const files = editor.page.locator(".reference-zone-widget .ref-tree .monaco-list-row .reference-file");
  await until("both files", async () => (await files.count()) === 2);
  await editor.press("Escape");
});

test("highlights tell where a stage gets its name from where it is used", async () => {
  await openDockerfile();
  await editor.goToText("AS builder", "AS bui".length);
  const expected = { written: 1, read: 1, text: 0 };
  await until("the highlights", async () => JSON.stringify(await editor.highlights()) === JSON.stringify(expected), {
    state: () => editor.highlights(),
  });
});

test("the outline shows stages with their instructions", async () => {
  await openDockerfile();
  try {
    const rows = await editor.outline("stage 2 (unnamed)");
    await editor.picture("outline");
    assert.deepEqual(
      rows.filter((row) => row.level === 1).map((row) => `${row.name}: ${row.detail}`),
      ["develop: golang:1.26", "builder: develop", "stage 2 (unnamed): alpine:3.23"],
    );
    const builder = rows.findIndex((row) => row.name === "builder");
    assert.deepEqual(
      rows.slice(builder + 1, builder + 3).map((row) => `${row.level} ${row.name} ${row.detail}`),
      ["2 ENV CGO_ENABLED=0", "2 RUN go build -o /out/greeter ."],
    );
  } finally {
    await editor.leaveOutline();
  }
});

test("a stage folds to its FROM", async () => {
  await openDockerfile();
  await editor.goToText("FROM develop AS builder", 0);
  await editor.press("Control+Shift+BracketLeft");
  const numbers = async () => (await editor.numberedLines()).map((line) => line.number);
  await until("lines 12 and 13 folded away", async () => {
    const shown = await numbers();
    return shown.includes(11) && !shown.includes(12) && !shown.includes(13) && shown.includes(15);
  });
  await editor.picture("folding");
  // The editor keeps in mind what is folded.
  await editor.press("Control+Shift+BracketRight");
  await until("lines 12 and 13", async () => (await numbers()).includes(12));
});

test("a search over the workspace finds stages and services of files that nobody opened", async () => {
  await openDockerfile();
  await editor.workspaceSymbols("production", (rows) => rows.length === 1 && rows[0] === "production python/Dockerfile");
  await editor.workspaceSymbols("e", (rows) =>
    ["notes python/compose.yaml", "greeter go/compose.yaml", "develop go/Dockerfile", "develop python/Dockerfile"].every((expected) =>
      rows.includes(expected),
    ),
  );
  await editor.picture("workspace-symbols");
  await editor.press("Escape");
});

test("a row of lenses tells what a stage is needed for", async () => {
  await openDockerfile();
  const expected = [
    ["▷ Build develop", "1 reference", "graph"],
    ["▷ Build builder", "2 references", "used by greeter", "graph"],
    ["▷ Build (last stage)", "default target", "graph"],
  ];
  await until("the lenses", async () => JSON.stringify(await editor.lensRows()) === JSON.stringify(expected), {
    state: () => editor.lensRows(),
  });
  await editor.picture("lenses");
});

test("a completion that is looked at tells the stage's ancestry, comment and builds", async () => {
  await openDockerfile();
  await editor.goToText('CMD ["greeter"]');
  await editor.press("Enter");
  await editor.type("COPY --from=");
  await editor.waitForSuggestions("builder");
  const details = editor.page.locator(".suggest-details-container .suggest-details");
  const shown = async () => (await details.allInnerTexts()).join().replaceAll("\u00a0", " ");
  let asked = Number.NEGATIVE_INFINITY;
  await until(
    "the description",
    async () => {
      // The editor keeps in mind whether it shows them. A list that is just being made anew does not hear the key.
      if (!(await details.isVisible()) && performance.now() - asked > 3_000) {
        asked = performance.now();
        await editor.press("Control+Space");
      }
      return (await shown()).includes("golang:1.26 ← develop ← builder");
    },
    { state: shown },
  );
  await editor.picture("completion-described");
  assert.match(await shown(), /compiles the service into one static binary\./);
  assert.match(await shown(), /greeter — compose\.yaml:7/);
});

test("a hover tells what a stage is, who builds it, what a build of it runs, and the command", async () => {
  await openDockerfile();
  await editor.goToText("--from=builder", "--from=bui".length);
  const text = await editor.hover("docker buildx build --target builder -f Dockerfile -t go:builder --load .");
  await editor.picture("hover");
  for (const expected of [
    "golang:1.26 ← develop ← builder",
    "compiles the service into one static binary.",
    "greeter — compose.yaml:7",
    "Needed by stage 2",
    "A build runs develop, builder · skips stage 2",
  ]) {
    assert.ok(text.includes(expected), `"${expected}" is missing:\n${text}`);
  }
});

for (const theme of ["light", "dark"]) {
  test(`colours tell stages from images in the ${theme} theme`, async () => {
    await openDockerfile();
    await editor.useTheme(theme);
    const colours = async () => ({
      declared: await editor.colorOf("develop"),
      used: await editor.colorOf("builder"),
      image: await editor.colorOf("golang:1.26"),
      keyword: await editor.colorOf("FROM"),
      plain: await editor.colorOf("nobody"),
    });
    await until(
      "the colours",
      async () => {
        const { declared, used, image, keyword, plain } = await colours();
        return declared !== null && declared === used && new Set([declared, image, keyword, plain]).size === 4;
      },
      { state: colours },
    );
    await editor.picture(`colours-${theme}`);
  });
}
