import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findServerExecutable } from "../../client/src/serverExecutable.ts";

const folder = join("extensions", "dock stage");
const inPackage = (name: string) => join(folder, "dist", "server", name);
const find = (configured: string, files: string[], platform: NodeJS.Platform = "linux") =>
  findServerExecutable(configured, folder, platform, (path) => files.includes(path));

test("the native executable is taken before the portable one", () => {
  assert.deepEqual(find("", [inPackage("dockstage"), inPackage("dockstage.dll")]), {
    command: inPackage("dockstage"),
    args: ["lsp", "--stdio"],
  });
});

test("the executable ends in .exe on Windows", () => {
  assert.equal(find("", [inPackage("dockstage.exe")], "win32")?.command, inPackage("dockstage.exe"));
});

test("the portable server is run with dotnet", () => {
  assert.deepEqual(find("", [inPackage("dockstage.dll")]), { command: "dotnet", args: [inPackage("dockstage.dll"), "lsp", "--stdio"] });
});

test("the setting comes before the package", () => {
  assert.equal(find("/opt/dockstage", ["/opt/dockstage", inPackage("dockstage")])?.command, "/opt/dockstage");
  assert.deepEqual(find("/opt/dockstage.dll", ["/opt/dockstage.dll"])?.args, ["/opt/dockstage.dll", "lsp", "--stdio"]);
});

test("a tilde in the setting is the home folder", () => {
  const path = `${homedir()}/bin/dockstage`;
  assert.equal(find("~/bin/dockstage", [path])?.command, path);
});

test("a setting that names nothing is not replaced by the package's server", () => {
  assert.equal(find("/opt/dockstage", [inPackage("dockstage")]), undefined);
});

test("a package without a server has none", () => assert.equal(find("", []), undefined));
