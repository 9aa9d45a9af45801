// Stages and services in one run of bake, with a real engine, a real Compose and the published server.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { startEngine } from "../harness/Engine.mjs";
import { LanguageClient } from "../harness/LanguageClient.mjs";

const BUILD_MILLISECONDS = 120_000;

// Names that a shell, bake's templates or a command line would make something else of.
// biome-ignore lint/suspicious/noTemplateCurlyInString: a template of bake's.
const ODD = 'it\'s ${HOME} "x" $(touch pwned) %{y}';
const VALUES = {
  DOLLAR: "$HOME $${HOME} $$$${X}",
  PERCENT: "%{if true}",
  QUOTES: "a \"b\" `c` 'd'",
  FLAG: "--help",
  SHELL: "; touch pwned",
};

const WORKSPACE = `
  //- shop/compose.yaml
  services:
    web.app:
      build:
        context: "./PLACE"
        dockerfile: "--help"
        target: two
        args: VALUES
        additional_contexts: {lower: "service:base"}
    base: {image: "example/base:1", build: {dockerfile_inline: "FROM busybox:local\\nENV BASE=$$\${x}\\n"}}
    broken: {build: {dockerfile_inline: "FROM busybox:local AS bad\\nRUN exit 7\\n"}}
  //- shop/NAME/--help
  FROM lower AS one
  ARG DOLLAR
  ARG PERCENT
  ARG QUOTES
  ARG FLAG
  ARG SHELL
  ENV DOLLAR=$DOLLAR PERCENT=$PERCENT QUOTES=$QUOTES FLAG=$FLAG SHELL=$SHELL
  FROM one AS two
  //- blog/compose.yaml
  services: {web.app: {build: .}}
  //- blog/Dockerfile
  FROM busybox:local AS blog
  ENV WHO=blog
  //- -/Dockerfile
  FROM busybox:local AS stage
  ENV WHO=stage
`;

let engine;
let client;

before(async () => {
  engine = await startEngine();
  const yaml = (text) => text.replaceAll("$", "$$$$");
  const text = WORKSPACE.replace("PLACE", () => yaml(ODD).replaceAll('"', '\\"'))
    .replace("NAME", () => ODD)
    .replace("VALUES", () => yaml(JSON.stringify(VALUES).replaceAll("$$", "$")));
  client = await LanguageClient.start(text);
  await client.scanned;
});

after(async () => {
  await client?.stop();
  await engine?.stop();
});

const service = (file, build) => ({ consumer: client.uri(file), build });

function run({ argv: [program, ...args], cwd, env = {}, input }) {
  const all = { ...process.env, ...engine.env, ...env };
  return spawnSync(program, args, { cwd, env: all, input, encoding: "utf8", timeout: BUILD_MILLISECONDS });
}

/** Asks for the run as the client does, and runs it. */
async function build(...stages) {
  const ask = (answers) =>
    client.request("workspace/executeCommand", {
      command: "dockstage.buildCommand",
      arguments: [{ engine: "buildx", progress: "plain", stages, ...answers }],
    });
  const { questions } = await ask({});
  const answers = questions.map((question) => {
    const { status, stdout, stderr } = run(question);
    assert.equal(status, 0, stderr);
    return stdout;
  });
  const command = await ask({ answers });
  return { command, questions, ...run(command) };
}

async function envOf(image) {
  return JSON.parse(await engine.docker("image", "inspect", image))[0].Config.Env;
}

test("services of two projects, what they are built upon, and a stage are one run", async () => {
  const { command, questions, status, stderr } = await build(
    service("shop/compose.yaml", "web.app"),
    service("blog/compose.yaml", "web.app"),
    { dockerfile: client.uri("-/Dockerfile"), stage: "stage" },
  );
  assert.equal(status, 0, stderr);
  assert.equal(questions.length, 2);
  assert.deepEqual(command.targets, ["image-stage", "web_app", "base", "web_app-2"]);
  const env = await envOf("shop-web.app");
  // Compose and Dockerfile leave each value as it was written: a doubled dollar in the compose file is one.
  for (const [name, value] of Object.entries(VALUES))
    assert.ok(env.includes(`${name}=${value.replaceAll("$$", "$")}`), `${name}: ${env.join("\n")}`);
  assert.ok((await envOf("example/base:1")).some((line) => line.startsWith("BASE=")));
  assert.ok((await envOf("blog-web.app")).includes("WHO=blog"));
  assert.ok((await envOf("image:stage")).includes("WHO=stage"));
});

test("one that fails fails the run, and its step is named", async () => {
  const { status, stderr } = await build(service("shop/compose.yaml", "base"), service("shop/compose.yaml", "broken"));
  assert.notEqual(status, 0);
  assert.match(stderr, /\[broken 2\/2\] RUN exit 7|\[broken bad 2\/2\] RUN exit 7/);
  assert.match(stderr, /exit code: 7/);
});
