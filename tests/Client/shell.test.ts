import assert from "node:assert/strict";
import { test } from "node:test";
import { shellKind } from "../../client/src/build/shell.ts";

test("Unix shells quote as sh", () => {
  for (const path of ["/bin/bash", "/usr/bin/zsh", "/usr/bin/fish", "C:\\Program Files\\Git\\bin\\bash.exe"]) {
    assert.equal(shellKind(path, "linux"), "sh", path);
  }
});

test("both PowerShells are PowerShell", () => {
  for (const path of ["/usr/bin/pwsh", "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe", "/opt/pwsh-preview"]) {
    assert.equal(shellKind(path, "linux"), "powershell", path);
  }
});

test("cmd.exe is cmd", () => assert.equal(shellKind("C:\\WINDOWS\\System32\\CMD.EXE", "win32"), "cmd"));

test("an unknown shell is what the platform brings", () => {
  assert.equal(shellKind("", "linux"), "sh");
  assert.equal(shellKind("", "win32"), "powershell");
});
