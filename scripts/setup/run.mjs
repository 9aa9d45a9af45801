import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { inCache } from "./cache.mjs";

const TAIL_LINES = 60;

/** A program that could not be started or ended with another exit code than 0; the message ends with what it said last. */
export class CommandFailed extends Error {
  name = "CommandFailed";

  constructor(argv, how, output, logFile) {
    const tail = output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
    super(`${argv.join(" ")}\n${how}${tail ? `\n\n${tail}\n` : ""}${logFile ? `\nThe whole output: ${logFile}` : ""}`);
    this.how = how;
    this.output = output;
  }
}

/**
 * Runs a program to its end, quietly: what it writes goes to `logs/<log>.log` in the cache, and is shown when it fails.
 * @param {string[]} argv program and arguments; no shell is involved
 * @param {{ log: string, cwd?: string, env?: Record<string, string> }} options `env` is added to the current environment
 */
export async function run(argv, { log, cwd, env }) {
  const logFile = inCache("logs", `${log}.log`);
  const file = createWriteStream(logFile);
  file.write(`$ ${argv.join(" ")}\n`);
  const failure = await new Promise((ended) => {
    const child = start(argv, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    child.on("error", (error) => ended(error.message));
    child.on("close", (code, signal) => ended(code === 0 ? null : `ended with ${signal ?? `exit code ${code}`}`));
  });
  await new Promise((closed) => file.end(closed));
  if (failure) {
    throw new CommandFailed(argv, failure, readFileSync(logFile, "utf8"), logFile);
  }
}

/**
 * Runs a program and answers what it wrote on stdout. `input`, when given, is a stream or a text for its stdin.
 * @returns {Promise<string>}
 */
export async function read(argv, { cwd, env, input } = {}) {
  const child = start(argv, { cwd, env, stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  if (input !== undefined) {
    // A program that ends without reading everything closes the pipe; its exit code says whether that was a failure.
    child.stdin.on("error", () => {});
    typeof input === "string" ? child.stdin.end(input) : input.pipe(child.stdin);
  }
  const failure = await new Promise((ended) => {
    child.on("error", (error) => ended(error.message));
    child.on("close", (code, signal) => ended(code === 0 ? null : `ended with ${signal ?? `exit code ${code}`}`));
  });
  if (failure) {
    throw new CommandFailed(argv, failure, errors + output);
  }
  return output;
}

/** Whether the program starts and ends with exit code 0; used to ask whether a tool is there. */
export async function answers(argv, options) {
  try {
    await read(argv, options);
    return true;
  } catch {
    return false;
  }
}

function start([program, ...args], { cwd, env, stdio }) {
  return spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio, windowsHide: true });
}
