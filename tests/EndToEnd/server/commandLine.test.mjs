// The commands of the published native binary, as a shell runs them; what they print is tested in detail in Core.Tests and
// LanguageServer.Tests.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { serverExecutable } from "../harness/LanguageClient.mjs";

const fixtures = inRepository("tests", "fixtures", "dockerfiles");

/** Runs a command to its end. */
function run(...args) {
  const { status, stdout, stderr, error } = spawnSync(serverExecutable, args, { encoding: "utf8", timeout: 60_000 });
  assert.equal(error, undefined);
  return { status, stdout, stderr };
}

test("syntax prints the tree of every fixture", () => {
  const names = readdirSync(fixtures).filter((name) => name.endsWith(".Dockerfile"));
  assert.ok(names.length > 30);
  for (const name of names) {
    const file = readFileSync(join(fixtures, name));
    // A byte order mark is no part of a file's text; the tree beside the fixture has it, because a text may begin with one.
    if (file.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) continue;
    const tree = readFileSync(join(fixtures, name.replace(/Dockerfile$/, "tree")), "utf8");
    assert.deepEqual(run("syntax", join(fixtures, name)), { status: 0, stdout: tree, stderr: "" }, name);
  }
});

test("syntax of a file that is not there ends with 2 and says so in the language asked for", () => {
  assert.deepEqual(run("syntax", "/no/such/Dockerfile"), {
    status: 2,
    stdout: "",
    stderr: "dockstage: /no/such/Dockerfile: no such file.\n",
  });
  assert.match(run("--locale", "ru", "syntax", "/no/such/Dockerfile").stderr, /^dockstage: .*нет такого файла/);
});

test("The help of syntax is there in English and Russian", () => {
  assert.match(run("syntax", "--help").stdout, /syntax tree of a Dockerfile/);
  assert.match(run("syntax", "--help", "--locale=ru").stdout, /синтаксическое дерево/);
});
