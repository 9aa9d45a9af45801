// What is in the packages, and whether the universal one's server runs on an installed .NET.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { platformPackage, universalPackage } from "../harness/packages.mjs";

const manifest = JSON.parse(readFileSync(inRepository("package.json"), "utf8"));

function contents(vsix) {
  return execFileSync("unzip", ["-Z1", vsix], { encoding: "utf8" }).trim().split("\n");
}

function unpacked(vsix, body) {
  const folder = mkdtempSync(join(tmpdir(), "dockstage-vsix-"));
  try {
    execFileSync("unzip", ["-q", vsix, "-d", folder]);
    body(join(folder, "extension"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const [name, vsix, server] of [
  ["platform", platformPackage, "dockstage"],
  ["universal", universalPackage, "dockstage.dll"],
]) {
  test(`the ${name} package holds what users need and nothing else`, () => {
    const files = contents(vsix);
    for (const needed of [
      "package.json",
      "package.nls.json",
      "package.nls.ru.json",
      "l10n/bundle.l10n.ru.json",
      "dist/client/extension.js",
      "dist/client/layoutWorker.js",
      "dist/client/webview/graph.js",
      "dist/client/webview/page.css",
      "dist/client/webview/picture.css",
      `dist/server/${server}`,
      "icon.png",
      "schemas/dockstage.schema.json",
    ]) {
      assert.ok(files.includes(`extension/${needed}`), `${needed} is missing:\n${files.join("\n")}`);
    }
    for (const { path } of manifest.contributes.grammars) {
      assert.ok(files.includes(`extension/${path.replace("./", "")}`), path);
    }
    assert.ok(files.some((file) => /^extension\/(readme|changelog|license)/i.test(file)));
    const unwanted = files.filter((file) => /node_modules|\.ts$|\.cs$|\.map$|\.pdb$|\.dbg$|tests\/|scripts\/|samples\//.test(file));
    assert.deepEqual(unwanted, []);
  });
}

test("the server of each package answers --version with the version of package.json", () => {
  unpacked(platformPackage, (extension) => {
    const version = execFileSync(join(extension, "dist", "server", "dockstage"), ["--version"], { encoding: "utf8" });
    assert.equal(version.trim(), manifest.version);
  });
  unpacked(universalPackage, (extension) => {
    const version = execFileSync("dotnet", [join(extension, "dist", "server", "dockstage.dll"), "--version"], { encoding: "utf8" });
    assert.equal(version.trim(), manifest.version);
  });
});

test("the platform package is meant for this platform alone", () => {
  const xml = execFileSync("unzip", ["-p", platformPackage, "extension.vsixmanifest"], { encoding: "utf8" });
  assert.match(xml, new RegExp(`TargetPlatform="${process.platform}-${process.arch}"`));
});
