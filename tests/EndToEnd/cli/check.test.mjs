// `dockstage check` of the published native binary. The formats themselves are tested on texts in tests/LanguageServer.Tests; here is what only
// the binary can show: exit codes, streams, speed, the official schema of SARIF, and that an editor is told the same.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { Ajv } from "ajv";
import Draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { dockstage } from "../harness/dockstage.mjs";
import { LanguageClient } from "../harness/LanguageClient.mjs";
import { writeWorkspace } from "../harness/markedText.mjs";
import { until } from "../harness/until.mjs";

const PROJECT = `
  //- api/Dockerfile
  ARG GO=1.26
  FROM golang:\${GO} AS Build
  RUN <<EOF
  echo 😀 日本
  EOF
  FROM scratch AS 1st
  //- compose.yaml
  services:
    "😀": { build: { context: ./api, target: buidl } }
    web:
      build:
        context: ./nowhere
`;

/** Workspaces in which much is found, in many kinds of files and under many settings. */
const WORKSPACES = {
  "a project": PROJECT,
  "settings of folders": `
    //- .dockstage.json
    { // for all
      "rules": { "StageNameCasing": "error", "TargetNotFound": "hint", "Nonsense": "off" },
      "files.exclude": ["old"], }
    //- api/.dockstage.json
    { "rules.StageNameCasing": "info", "engin": "docker", "codeLens": { "build": 1 } "builder": }
    //- api/Dockerfile
    FROM alpine AS Build
    //- old/Dockerfile
    FROM alpine AS Build
    //- web/Dockerfile
    # check=error=true
    FROM alpine AS Build
    //- compose.yaml
    services: { a: { build: { context: api, target: x } }, b: { build: { context: old } } }
  `,
  "files that only builds name": `
    //- compose.yaml
    services:
      web: { build: { context: ., dockerfile: docker/prod.df, target: nope } }
    //- docker/prod.df
    FROM alpine AS Build
    //- half.Dockerfile
    FROM alpine AS build
    COPY --from=
    RUN --mount=
    //- docker-compose.dev.yml
    services: { web: { build: { context: . , dockerfile: half.Dockerfile, target: } }
  `,
  "what BuildKit says": `
    //- one/Dockerfile
    from alpine as Build
    RUN echo \\

      x
    MAINTAINER me
    CMD echo
    CMD echo
    //- two/Dockerfile
    FROM alpine AS build
    FROM alpine AS build
    FROM alpine AS scratch
    FOO bar
    //- three/Dockerfile
    # nothing
  `,
};

/** Runs a test body with a workspace on the disk, and removes it whatever happens. */
async function withWorkspace(marked, body) {
  const workspace = writeWorkspace(marked);
  try {
    await body(workspace);
  } finally {
    workspace.remove();
  }
}

for (const [name, marked] of Object.entries(WORKSPACES)) {
  test(`check finds in ${name} exactly what an editor is told`, async () => {
    const client = await LanguageClient.start(marked);
    try {
      const { output, code } = await dockstage(["check", dirname(client.path("x")), "--format", "json", "--severity", "hint"]);
      const expected = {};
      for (const found of JSON.parse(output)) {
        expected[found.path] ??= [];
        expected[found.path].push([found.code, found.line, found.column, found.endLine, found.endColumn, found.severity, found.message]);
      }
      assert.ok(Object.keys(expected).length >= 2, output);
      assert.equal(code, 1);
      const told = () => Object.fromEntries(Object.entries(client.published()).map(([path, found]) => [path, found.map(asChecked)]));
      await client.scanned;
      await until("the same findings", () => isDeepStrictEqual(told(), expected), {
        seconds: 20,
        state: () => ({ told: told(), expected }),
      });
    } finally {
      client.kill();
    }
  });
}

function asChecked({ code, range: { start, end }, severity, message }) {
  const word = ["error", "warning", "info", "hint"][severity - 1];
  return [code, start.line + 1, start.character + 1, end.line + 1, end.character + 1, word, message];
}

for (const [name, marked] of Object.entries({ ...WORKSPACES, "nothing wrong": "//- Dockerfile\nFROM scratch\nCOPY a /b\n" })) {
  test(`the SARIF of ${name} is valid against the official schema`, () =>
    withWorkspace(marked, async ({ folder }) => {
      const { output } = await dockstage(["check", folder, "--format", "sarif", "--severity", "hint"]);
      const validate = sarifSchema();
      assert.ok(validate(JSON.parse(output)), JSON.stringify(validate.errors, null, 2));
      const { results, tool } = JSON.parse(output).runs[0];
      assert.equal(results.length > 0, name !== "nothing wrong");
      for (const { ruleId, ruleIndex } of results) {
        assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      }
    }));
}

test("the SARIF of a run that could not read everything is valid and says so", () =>
  withWorkspace(PROJECT, async ({ folder }) => {
    const { output, code } = await dockstage(["check", "compose.yaml", "missing", "--format", "sarif"], { cwd: folder });
    const validate = sarifSchema();
    assert.ok(validate(JSON.parse(output)), JSON.stringify(validate.errors, null, 2));
    assert.equal(JSON.parse(output).runs[0].invocations[0].executionSuccessful, false);
    assert.equal(code, 2);
  }));

test("the schema finds fault with what is no SARIF", () => {
  assert.equal(sarifSchema()({ version: "2.1.0", runs: [{ results: [{}] }] }), false);
});

test("settings files are checked against the published schema as the server checks them", async () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(inRepository("schemas", "dockstage.schema.json"), "utf8")));
  const settings = {
    '{ "rules": { "TargetNotFound": "off" }, "codeLens": { "build": false }, "engine": "podman" }': true,
    '{ "rules.TargetNotFound": "off", "codeLens.build": false, "build": { "extraArgs": ["--pull"] }, "files.exclude": [] }': true,
    '{ "$schema": "x", "build.tag": "a", "builder": "b" }': true,
    "{}": true,
    '{ "rules": { "Nonsense": "off" } }': false,
    '{ "rules": { "TargetNotFound": "loud" } }': false,
    '{ "codeLens": { "build": 1 } }': false,
    '{ "engine": "rocket" }': false,
    '{ "server.path": "/bin/sh" }': false,
    '{ "nonsense": 1 }': false,
    '{ "build.extraArgs": [1] }': false,
    "[]": false,
  };
  for (const [text, isValid] of Object.entries(settings)) {
    assert.equal(validate(JSON.parse(text)), isValid, text);
    await withWorkspace(`//- .dockstage.json\n${text}`, async ({ folder }) => {
      assert.equal((await dockstage(["check", folder])).code, isValid ? 0 : 1, text);
    });
  }
});

test("exit codes are 0 for nothing, 1 for findings, 2 for what could not be read, and findings still come", () =>
  withWorkspace(PROJECT, async ({ folder }) => {
    assert.equal((await dockstage(["check", "--severity", "error", "compose.yaml"], { cwd: folder })).code, 1);
    mkdirSync(`${folder}/clean`);
    writeFileSync(`${folder}/clean/Dockerfile`, "FROM scratch\nCOPY a /b\n");
    assert.deepEqual(await dockstage(["check", "clean"], { cwd: folder }), {
      code: 0,
      output: "Nothing found. Files checked: 1.\n",
      errors: "",
    });
    const partly = await dockstage(["check", "missing file", "."], { cwd: folder });
    assert.equal(partly.code, 2);
    assert.equal(partly.errors, "dockstage: missing file does not exist.\n");
    assert.match(partly.output, /TargetNotFound/);
  }));

for (const argv of [["--format", "xml"], ["--severity", "loud"], ["--bogus"], ["--locale", "xx"]]) {
  test(`check ${argv.join(" ")} is refused with 2 and nothing on stdout`, async () => {
    const { code, output, errors } = await dockstage(["check", ...argv]);
    assert.deepEqual([code, output], [2, ""]);
    assert.match(errors, /^dockstage: /);
  });
}

test("a link to a folder above, a link to nothing and a file that is no text do not stop a check", () =>
  withWorkspace(PROJECT, async ({ folder }) => {
    symlinkSync(folder, `${folder}/api/loop`, "dir");
    symlinkSync("nothing", `${folder}/Dockerfile.gone`);
    writeFileSync(`${folder}/Dockerfile.bin`, Buffer.from([0, 1, 2]));
    const { code, output, errors } = await dockstage(["check", "--format", "json"], { cwd: folder });
    assert.equal(code, 2);
    assert.match(errors, /^dockstage: .*Dockerfile\.bin is not a text file and is ignored\.\n$/);
    assert.deepEqual([...new Set(JSON.parse(output).map(({ path }) => path))], ["api/Dockerfile", "compose.yaml"]);
  }));

test("what is piped is UTF-8 without colours, in any locale", () =>
  withWorkspace(PROJECT, async ({ folder }) => {
    const { output } = await dockstage(["check", folder, "--locale", "ru"], { env: { LC_ALL: "C", TERM: "xterm-256color" } });
    assert.match(output, /нет стадии «buidl»/);
    assert.match(output, /"😀": \{ build/);
    assert.ok(!output.includes("\u001b"));
  }));

test("on a terminal there are colours, unless NO_COLOR or TERM=dumb say no", { skip: !hasScript() && "no script(1) here" }, () =>
  withWorkspace(PROJECT, ({ folder }) => {
    const onTerminal = (env) =>
      execFileSync("script", ["-qec", `'${inRepository("dist", "server", "dockstage")}' check '${folder}'; true`, "/dev/null"], {
        env: { ...process.env, TERM: "xterm", NO_COLOR: "", ...env },
        encoding: "utf8",
      });
    assert.ok(onTerminal({}).includes("\u001b[31merror:"));
    assert.ok(!onTerminal({ NO_COLOR: "1" }).includes("\u001b[31m"));
    assert.ok(!onTerminal({ TERM: "dumb" }).includes("\u001b[31m"));
  }),
);

test("five thousand Dockerfiles take seconds", (t) =>
  withWorkspace("//- Dockerfile\nFROM scratch\nCOPY a /b\n", async ({ folder }) => {
    for (let i = 0; i < 5000; i++) {
      const path = `${folder}/team${i % 50}/service${i}`;
      mkdirSync(path, { recursive: true });
      writeFileSync(`${path}/Dockerfile`, dockerfile(i));
      if (i % 10 === 0) {
        writeFileSync(`${path}/compose.yaml`, `services:\n  web:\n    build:\n      context: .\n      target: buidl\n`);
      }
    }
    const start = performance.now();
    const { code, output } = await dockstage(["check", folder, "--format", "json"]);
    const seconds = (performance.now() - start) / 1000;
    assert.equal(code, 1);
    assert.equal(JSON.parse(output).filter((found) => found.code === "TargetNotFound").length, 500);
    t.diagnostic(`5,001 Dockerfiles and 500 compose files: ${seconds.toFixed(2)} s`);
    // Some times what a busy machine with two cores needs.
    assert.ok(seconds < 20, `${seconds} s`);
  }));

function dockerfile(index) {
  const work = Array.from({ length: 20 }, (_, line) => `RUN echo ${index} ${line} && make target${line} \\\n    && rm -rf /tmp/x${line}`);
  return `# service ${index}\nARG GO=1.26\nFROM golang:\${GO} AS build\nWORKDIR /src\nCOPY . .\n${work.join("\n")}\nFROM scratch\nCOPY --from=build /app /app\n`;
}

function sarifSchema() {
  const ajv = new Draft04.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(inRepository("tests", "fixtures", "sarif", "sarif-schema-2.1.0.json"), "utf8")));
}

function hasScript() {
  try {
    execFileSync("script", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
