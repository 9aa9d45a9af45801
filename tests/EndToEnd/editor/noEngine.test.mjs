// What a click on a lens does where nothing can or may be built: it says so, and no task fails.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Editor } from "../harness/Editor.mjs";
import { test } from "../harness/editorTest.mjs";
import { platformPackage } from "../harness/packages.mjs";

const WORKSPACE = `
  //- Dockerfile
  FROM golang:1.26 AS builder
`;

async function withEditor(options, body) {
  const editor = await Editor.open(WORKSPACE, { vsix: platformPackage, ...options });
  try {
    await body(editor);
  } finally {
    await editor.close();
  }
}

test("without an engine a click on the lens says what is missing and starts no task", async () => {
  const empty = mkdtempSync(join(tmpdir(), "dockstage-no-engine-"));
  try {
    // Only what the editor itself needs is on PATH.
    await withEditor({ env: { PATH: empty, SHELL: "/bin/sh" } }, async (editor) => {
      await editor.openFile("Dockerfile");
      await editor.clickLens("▷ Build builder");
      await editor.waitForNotification("No container engine answers: 'docker' is not installed or not on the PATH.");
      await editor.picture("no-engine");
      assert.equal(await editor.page.locator(".terminal-wrapper").count(), 0);
    });
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});

test("in a workspace that is not trusted nothing is built and stages still work", () =>
  withEditor({ trustWorkspace: false }, async (editor) => {
    await editor.openFile("Dockerfile");
    await editor.clickLens("▷ Build builder");
    await editor.waitForNotification("Nothing is built in a workspace that is not trusted.");
    await editor.picture("untrusted");
    for (const title of ["Build Stage With…", "Build Several…", "Check Stage With the Engine…", "Build and Run Stage…"]) {
      await editor.command("Notifications: Clear All Notifications");
      await editor.command(`Dockstage: ${title}`);
      await editor.waitForNotification("Nothing is built in a workspace that is not trusted.");
    }
    await editor.goToText("AS builder", "AS bui".length);
    await editor.hover("golang:1.26 ← builder");
    assert.equal(await editor.page.locator(".terminal-wrapper").count(), 0);
  }));
