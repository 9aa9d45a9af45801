// `npm run bench`: how long Dockstage takes, beside the floor (an empty native server on the same transport, with as many items in
// its answers) and beside the server that VS Code's Docker extensions use. All in one run, in turns, because only ratios of one run
// mean anything. Prints a table, writes test-output/bench.json.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { executable, runtimeIdentifier } from "../../scripts/build/platform.mjs";
import { buildServer } from "../../scripts/build/server.mjs";
import { dotnetEnvironment, dotnetPackages } from "../../scripts/setup/dotnet.mjs";
import { entry } from "../../scripts/setup/entry.mjs";
import { npmPackages } from "../../scripts/setup/npmPackages.mjs";
import { step } from "../../scripts/setup/progress.mjs";
import { inRepository } from "../../scripts/setup/repository.mjs";
import { run } from "../../scripts/setup/run.mjs";
import { dockerfileOf } from "./dockerfileOf.mjs";
import { LspProcess } from "./LspProcess.mjs";

const SIZES = [5, 50, 500, 2000];
const EMPTY = inRepository("dist", "bench", "empty-server");
const PEER = inRepository("node_modules", "dockerfile-language-server-nodejs", "bin", "docker-langserver");
const URI = "file:///bench/Dockerfile";

/** What each server must reach, as ratios: `pass` says whether it does. */
const GOALS = [
  { name: "start ≤ 1.3 × empty", ratio: (r) => r.start.dockstage.p50 / r.start.empty.p50, pass: (x) => x <= 1.3 },
  { name: "start ≥ 8 × faster than peer", ratio: (r) => r.start.peer.p50 / r.start.dockstage.p50, pass: (x) => x >= 8 },
  ...SIZES.flatMap((size, index) => [
    { name: `${size} stages: p50 ≤ 1.5 × empty`, ratio: (r) => r.key[size].dockstage.p50 / r.key[size].empty.p50, pass: (x) => x <= 1.5 },
    { name: `${size} stages: p99 ≤ 2 × empty`, ratio: (r) => r.key[size].dockstage.p99 / r.key[size].empty.p99, pass: (x) => x <= 2 },
    {
      name: `${size} stages: ≥ ${[4, 20, 100, 400][index]} × faster than peer`,
      ratio: (r) => r.key[size].peer.p50 / r.key[size].dockstage.p50,
      pass: (x) => x >= [4, 20, 100, 400][index],
    },
  ]),
  { name: "idle memory ≤ 24 MB", ratio: (r) => r.memory.dockstage, pass: (x) => x <= 24 },
];

async function bench() {
  const { values } = parseArgs({ options: { starts: { type: "string", default: "20" }, keys: { type: "string", default: "200" } } });
  await step("npm packages", npmPackages);
  await step("NuGet packages", dotnetPackages);
  await step("server", buildServer);
  await step("empty server", buildEmptyServer);
  const servers = {
    empty: [EMPTY],
    dockstage: [inRepository("dist", "server", executable), "lsp", "--stdio"],
    peer: [process.execPath, PEER, "--stdio"],
  };

  const results = { cpu: cpus()[0].model, cores: cpus().length, start: {}, open: {}, key: {}, memory: {} };
  results.start = await step("start", async () => ({ value: await measureStarts(servers, Number(values.starts)) }));
  for (const size of SIZES) {
    await step(`${size} stages`, async () => Object.assign(results, await measureSize(servers, size, Number(values.keys), results)));
  }
  results.goals = GOALS.map(({ name, ratio, pass }) => ({ name, value: ratio(results), reached: pass(ratio(results)) }));
  mkdirSync(inRepository("test-output"), { recursive: true });
  writeFileSync(inRepository("test-output", "bench.json"), `${JSON.stringify(results, null, 2)}\n`);
  print(results);
}

async function buildEmptyServer() {
  if (existsSync(EMPTY)) return "already there";
  const project = inRepository("tests", "Bench", "EmptyServer", "EmptyServer.csproj");
  const artifacts = inRepository("dist", "build", "bench");
  const argv = ["dotnet", "publish", project, "-c", "Release", "-r", runtimeIdentifier, "--artifacts-path", artifacts];
  await run([...argv, "-o", inRepository("dist", "bench")], { log: "publish-bench", cwd: inRepository(), env: dotnetEnvironment });
}

/** From the spawn to the last byte of the answer to `initialize`. */
async function measureStarts(servers, times) {
  const samples = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let i = 0; i < times; i++) {
    for (const [name, argv] of Object.entries(servers)) {
      const server = new LspProcess(argv);
      const { at } = await server.request("initialize", initializeParams());
      samples[name].push(at - server.spawned);
      await server.stop();
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, percentiles(values)]));
}

async function measureSize(servers, size, keys, results) {
  const file = dockerfileOf(size);
  const open = {};
  const key = {};
  const answers = inRepository("test-output", `bench-${size}.json`);
  mkdirSync(inRepository("test-output"), { recursive: true });
  for (const name of ["dockstage", "empty", "peer"]) {
    const server = new LspProcess(name === "empty" ? [...servers.empty, answers] : servers[name]);
    await server.request("initialize", initializeParams());
    server.notify("initialized", {});
    if (size === SIZES[0]) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      results.memory[name] = server.memory();
    }
    const started = performance.now();
    server.notify("textDocument/didOpen", { textDocument: { uri: URI, languageId: "dockerfile", version: 1, text: file.text } });
    const first = await server.request("textDocument/completion", place(file.line, file.character));
    open[name] = { milliseconds: performance.now() - started, items: (first.result.items ?? first.result).length };
    // The floor answers with the very bytes of ours.
    if (name === "dockstage") writeFileSync(answers, JSON.stringify(first.result));
    // The slow peer gets fewer turns, lest it takes the whole hour.
    const turns = name === "peer" ? Math.max(20, Math.floor(keys / Math.max(1, size / 50))) : keys;
    key[name] = percentiles(await typeKeys(server, file, turns));
    await server.stop();
  }
  return { open: { ...results.open, [size]: open }, key: { ...results.key, [size]: key } };
}

/** Types a letter behind `COPY --from=s` and takes it back, and so on; each time asks for completion. */
async function typeKeys(server, file, turns) {
  const samples = [];
  const warmUp = 20;
  for (let turn = 0; turn < turns + warmUp; turn++) {
    const isInsert = turn % 2 === 0;
    const end = file.character + (isInsert ? 0 : 1);
    const range = { start: { line: file.line, character: file.character }, end: { line: file.line, character: end } };
    const { milliseconds } = await server.keystroke(
      { textDocument: { uri: URI, version: turn + 2 }, contentChanges: [{ range, text: isInsert ? "t" : "" }] },
      place(file.line, file.character + (isInsert ? 1 : 0)),
    );
    if (turn >= warmUp) samples.push(milliseconds);
  }
  return samples;
}

const place = (line, character) => ({ textDocument: { uri: URI }, position: { line, character } });

function initializeParams() {
  return {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem: { documentationFormat: ["markdown"], labelDetailsSupport: true } } } },
  };
}

function percentiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99), best: sorted[0], samples: sorted.length };
}

function print({ start, open, key, memory, goals }) {
  const row = (cells) => console.log(`| ${cells.join(" | ")} |`);
  const ms = (value) => value.toFixed(2);
  row(["milliseconds", "empty", "dockstage", "peer"]);
  row(["---", "---:", "---:", "---:"]);
  row(["start p50", ms(start.empty.p50), ms(start.dockstage.p50), ms(start.peer.p50)]);
  row(["start p99", ms(start.empty.p99), ms(start.dockstage.p99), ms(start.peer.p99)]);
  for (const size of SIZES) {
    const [o, k] = [open[size], key[size]];
    row([`${size} stages: open + first completion`, ms(o.empty.milliseconds), ms(o.dockstage.milliseconds), ms(o.peer.milliseconds)]);
    row([`${size} stages: keystroke p50`, ms(k.empty.p50), ms(k.dockstage.p50), ms(k.peer.p50)]);
    row([`${size} stages: keystroke p99`, ms(k.empty.p99), ms(k.dockstage.p99), ms(k.peer.p99)]);
  }
  row(["idle memory (MB)", ms(memory.empty), ms(memory.dockstage), ms(memory.peer)]);
  console.log();
  for (const { name, value, reached } of goals) console.log(`${reached ? "✓" : "✗"} ${name}: ${value.toFixed(2)}`);
}

await entry(bench);
