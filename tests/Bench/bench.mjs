// `npm run bench`: how long Dockstage takes, beside the floor (an empty native server on the same transport, with as many items in
// its answers) and beside the server that VS Code's Docker extensions use. All in one run, in turns, because only ratios of one run
// mean anything. Prints a table, writes test-output/bench.json and bench.md. What is measured and how: docs/performance.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { executable } from "../../scripts/build/platform.mjs";
import { buildServer } from "../../scripts/build/server.mjs";
import { dotnetPackages } from "../../scripts/setup/dotnet.mjs";
import { entry } from "../../scripts/setup/entry.mjs";
import { npmPackages } from "../../scripts/setup/npmPackages.mjs";
import { step } from "../../scripts/setup/progress.mjs";
import { inRepository } from "../../scripts/setup/repository.mjs";
import { buildEmptyServer, emptyServer } from "./buildEmptyServer.mjs";
import { dockerfileOf } from "./dockerfileOf.mjs";
import { goalsOf } from "./goals.mjs";
import { initializeParams } from "./initializeParams.mjs";
import { LspProcess } from "./LspProcess.mjs";
import { percentiles } from "./percentiles.mjs";
import { tableOf } from "./table.mjs";

const PEER = inRepository("node_modules", "dockerfile-language-server-nodejs");
const URI = "file:///bench/Dockerfile";
const SERVERS = {
  empty: [emptyServer],
  dockstage: [inRepository("dist", "server", executable), "lsp", "--stdio"],
  peer: [process.execPath, `${PEER}/bin/docker-langserver`, "--stdio"],
};

/** Keystrokes of the peer in one turn, by the number of stages: at 2,000 stages it takes most of a second for each. */
const PEER_KEYS = { 5: 100, 50: 25, 500: 3, 2000: 1 };

/** Keystrokes at the beginning of a turn that do not count: they find caches filled by another process. */
const WARM_UP = { empty: 20, dockstage: 20, peer: 2 };

async function bench() {
  const { values } = parseArgs({
    options: {
      starts: { type: "string", default: "40" },
      turns: { type: "string", default: "20" },
      keys: { type: "string", default: "100" },
      opens: { type: "string", default: "5" },
      sizes: { type: "string", default: "5,50,500,2000" },
    },
  });
  const sizes = values.sizes.split(",").map(Number);
  await step("npm packages", npmPackages);
  await step("NuGet packages", dotnetPackages);
  await step("server", buildServer);
  await step("empty server", buildEmptyServer);

  const results = { machine: machine(), start: {}, memory: {}, open: {}, key: {}, after: {} };
  results.start = await step("start", async () => ({ value: await measureStarts(Number(values.starts)) }));
  results.memory = await step("idle memory", async () => ({ value: await measureMemory() }));
  for (const size of sizes) {
    await step(`${size} stages`, async () => {
      const file = dockerfileOf(size);
      const answer = await rememberAnswer(file, size);
      results.open[size] = await measureOpens(file, answer, Number(values.opens));
      Object.assign(results, await measureKeys(file, size, answer, Number(values.turns), Number(values.keys), results));
    });
  }
  results.machine.loadAfter = loadavg()[0];
  results.goals = goalsOf(sizes, results);
  mkdirSync(inRepository("test-output"), { recursive: true });
  writeFileSync(inRepository("test-output", "bench.json"), `${JSON.stringify(results, null, 2)}\n`);
  const table = tableOf(sizes, results);
  writeFileSync(inRepository("test-output", "bench.md"), `${table}\n`);
  console.log(`\n${table}`);
}

function machine() {
  return {
    cpu: cpus()[0].model,
    cores: cpus().length,
    node: process.version,
    peer: JSON.parse(readFileSync(`${PEER}/package.json`, "utf8")).version,
    loadBefore: loadavg()[0],
  };
}

/** From the spawn to the last byte of the answer to `initialize`. */
async function measureStarts(times) {
  const samples = { empty: [], dockstage: [], peer: [] };
  for (let time = 0; time < times; time++) {
    for (const name of inTurn(time)) {
      const server = new LspProcess(SERVERS[name]);
      const { at } = await server.request("initialize", initializeParams());
      samples[name].push(at - server.spawned);
      await server.stop();
    }
  }
  return mapValues(samples, percentiles);
}

/** Resident memory a second after `initialized`, with nothing open. */
async function measureMemory() {
  const memory = {};
  for (const name of inTurn(0)) {
    const server = await started(name);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    memory[name] = server.memory();
    await server.stop();
  }
  return memory;
}

/** The floor answers with the very bytes of our own first answer, out of a file. */
async function rememberAnswer(file, size) {
  const server = await started("dockstage");
  open(server, file);
  const { result } = await server.request("textDocument/completion", place(file, file.character));
  await server.stop();
  const path = inRepository("test-output", `bench-${size}.json`);
  mkdirSync(inRepository("test-output"), { recursive: true });
  writeFileSync(path, JSON.stringify(result));
  return path;
}

/** `didOpen` and the first completion, by a fresh process each time. */
async function measureOpens(file, answer, times) {
  const samples = { empty: [], dockstage: [], peer: [] };
  for (let time = 0; time < times; time++) {
    for (const name of inTurn(time)) {
      const server = await started(name, answer);
      await server.quiet();
      const before = performance.now();
      open(server, file);
      const { at } = await server.request("textDocument/completion", place(file, file.character));
      samples[name].push(at - before);
      await server.stop();
    }
  }
  return mapValues(samples, percentiles);
}

/** All three type in turns of some keystrokes; the next begins when the one before has nothing left to do. */
async function measureKeys(file, size, answer, turns, keys, results) {
  const samples = { empty: [], dockstage: [], peer: [] };
  const items = {};
  const servers = {};
  for (const name of inTurn(0)) {
    servers[name] = await started(name, answer);
    open(servers[name], file);
    items[name] = itemsOf(await servers[name].request("textDocument/completion", place(file, file.character)));
  }
  if (items.empty !== items.dockstage) {
    throw new Error(`The floor answers ${items.empty} items, Dockstage ${items.dockstage}.`);
  }
  const typists = mapValues(servers, (server) => new Typist(server, file));
  for (let turn = 0; turn < turns; turn++) {
    for (const name of inTurn(turn)) {
      await servers[name].quiet();
      for (let key = 0; key < WARM_UP[name]; key++) await typists[name].type();
      for (let key = 0; key < (name === "peer" ? (PEER_KEYS[size] ?? 1) : keys); key++) {
        const answered = await typists[name].type();
        if (itemsOf(answered) !== items[name]) throw new Error(`${name} answers ${itemsOf(answered)} items, before ${items[name]}.`);
        samples[name].push(answered.milliseconds);
      }
    }
  }
  const after = mapValues(servers, (server) => server.memory());
  for (const server of Object.values(servers)) await server.stop();
  const key = { ...mapValues(samples, percentiles), items };
  return { key: { ...results.key, [size]: key }, after: { ...results.after, [size]: after } };
}

/** Types a letter behind `COPY --from=s` and takes it back, and so on; each time asks for completion. */
class Typist {
  #version = 1;

  constructor(server, file) {
    this.server = server;
    this.file = file;
  }

  type() {
    const isInsert = this.#version % 2 === 1;
    const { line, character } = this.file;
    const range = { start: { line, character }, end: { line, character: character + (isInsert ? 0 : 1) } };
    return this.server.keystroke(
      { textDocument: { uri: URI, version: ++this.#version }, contentChanges: [{ range, text: isInsert ? "t" : "" }] },
      place(this.file, character + (isInsert ? 1 : 0)),
    );
  }
}

async function started(name, answer) {
  const server = new LspProcess(name === "empty" && answer ? [...SERVERS.empty, answer] : SERVERS[name]);
  await server.request("initialize", initializeParams());
  server.notify("initialized", {});
  return server;
}

function open(server, file) {
  server.notify("textDocument/didOpen", { textDocument: { uri: URI, languageId: "dockerfile", version: 1, text: file.text } });
}

const place = (file, character) => ({ textDocument: { uri: URI }, position: { line: file.line, character } });
const itemsOf = ({ result }) => (result.items ?? result).length;
const mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

/** Whoever is first in one turn is last in the next. */
function inTurn(turn) {
  const names = Object.keys(SERVERS);
  return turn % 2 === 0 ? names : names.reverse();
}

await entry(bench);
