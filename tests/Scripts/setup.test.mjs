// What the entry scripts say on a machine that lacks something, and before anything is installed: each runs in a copy of the tree
// without node_modules, with a PATH that holds Node alone unless a test says otherwise.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { requireNode } from "../../scripts/setup/entry.mjs";
import { findProgram } from "../../scripts/setup/programs.mjs";
import { inRepository } from "../../scripts/setup/repository.mjs";

const COULD_NOT_RUN = 2;
const FILES = ["package.json", "package-lock.json", ".npmrc", "global.json", "LanguageServer.sln"];
const GENERATED = /[\\/](bin|obj|node_modules)$/;
let machine;

before(() => {
  machine = mkdtempSync(join(tmpdir(), "dockstage-bare-"));
  for (const name of ["client", "samples", "scripts", "server", "tests", ...FILES]) {
    cpSync(inRepository(name), join(machine, "clone", name), { recursive: true, filter: (path) => !GENERATED.test(path) });
  }
  mkdirSync(join(machine, "bin"));
  mkdirSync(join(machine, "clone", "a folder"));
  symlinkSync(process.execPath, join(machine, "bin", "node"));
});

after(() => rmSync(machine, { recursive: true, force: true }));

/** Runs an entry script on the bare machine to its end. */
async function run(script, args = [], env = {}) {
  const child = spawn(join(machine, "bin", "node"), [join(machine, "clone", "scripts", script), ...args], {
    cwd: join(machine, "clone"),
    env: { HOME: machine, PATH: join(machine, "bin"), DOCKSTAGE_CACHE: join(machine, "cache"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (said += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, said };
}

/** A folder for PATH in which a program of this name does what the shell lines say. */
function program(name, ...lines) {
  const folder = mkdtempSync(join(machine, "program-"));
  writeFileSync(join(folder, name), ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(join(folder, name), 0o755);
  return folder;
}

for (const [script, suites] of [["start.mjs"], ["test.mjs", ["lint", "core"]], ["build.mjs"], ["package.mjs"]]) {
  test(`${script} without npm says what is missing and how to get it`, async () => {
    const { code, said } = await run(script, suites);
    assert.match(said, /No "npm" on PATH\. It comes with Node 20 from https:\/\/nodejs\.org/);
    assert.doesNotMatch(said, /^\s+at /m, "a stack is for bugs");
    assert.equal(code, COULD_NOT_RUN);
  });

  test(`${script} without the .NET SDK says what is missing and how to get it`, async () => {
    const npm = program("npm", "exit 0");
    const { code, said } = await run(script, suites, { PATH: [join(machine, "bin"), npm].join(delimiter) });
    assert.match(said, /No "dotnet" on PATH\. The \.NET 10 SDK is needed \(global\.json says which\): https:\/\/dotnet\.microsoft\.com/);
    assert.equal(code, COULD_NOT_RUN);
    rmSync(join(machine, "clone", "node_modules"), { recursive: true, force: true });
  });
}

test("a registry that does not answer is named as the reason", async () => {
  const { code, said } = await run("start.mjs", [], {
    PATH: [join(machine, "bin"), dirname(findProgram("npm")), "/usr/bin", "/bin"].join(delimiter),
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_fetch_retries: "0",
    npm_config_cache: join(machine, "npm-cache"),
  });
  assert.match(said, /npm packages could not be had: is the registry reachable/);
  assert.match(said, /ECONNREFUSED/);
  assert.equal(code, COULD_NOT_RUN);
});

test("npm start -- --help tells how it is used and starts nothing", async () => {
  const { code, said } = await run("start.mjs", ["--help"]);
  assert.equal(said, "Usage: npm start -- [FOLDER] [--port N]\n");
  assert.equal(code, 0);
});

for (const [what, args, message] of [
  ["a folder that is not there", ["not there"], /No such folder: .*not there\nUsage: npm start/],
  ["a file in place of a folder", ["package.json"], /No such folder: .*package\.json\n/],
  ["two folders", ["a folder", "scripts"], /Usage: npm start/],
  ["a port that is none", ["--port", "65536"], /Usage: npm start/],
  ["an option that does not exist", ["--open"], /Unknown option '--open'.*\nUsage: npm start/],
]) {
  test(`npm start refuses ${what} before it sets anything up`, async () => {
    const { code, said } = await run("start.mjs", args);
    assert.match(said, message);
    assert.doesNotMatch(said, /npm packages/);
    assert.equal(code, COULD_NOT_RUN);
  });
}

test("npm start refuses a port that is in use before it sets anything up", async () => {
  const listener = createServer();
  await new Promise((resolve) => listener.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = listener.address();
    const { code, said } = await run("start.mjs", ["--port", String(port)]);
    assert.match(said, new RegExp(`Port ${port} is in use\\.`));
    assert.doesNotMatch(said, /npm packages/);
    assert.equal(code, COULD_NOT_RUN);
  } finally {
    listener.close();
  }
});

test("a relative folder is meant from where npm was called, and may hold blanks", async () => {
  const { said } = await run("start.mjs", ["a folder"], { INIT_CWD: join(machine, "clone") });
  assert.match(said, /npm packages/, "it goes on to the set-up");
  assert.doesNotMatch(said, /No such folder/);
});

test("npm test names the suites when one does not exist", async () => {
  const { code, said } = await run("test.mjs", ["nosuch"]);
  assert.match(said, /No such suite: nosuch\. There are: lint, /);
  assert.equal(code, COULD_NOT_RUN);
});

test("a Node that is too old is refused, with the version that is needed", () => {
  assert.throws(() => requireNode("18.20.4"), /This is Node 18\.20\.4; Node 20 or later is needed/);
  requireNode("20.0.0");
  requireNode("24.1.0");
});
