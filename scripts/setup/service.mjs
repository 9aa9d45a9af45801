import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CommandFailed } from "./run.mjs";

const KEEPER = fileURLToPath(new URL("keeper.mjs", import.meta.url));
const POLL_MILLISECONDS = 100;

/**
 * Starts a program that goes on running, answers once `ready` says so, and ends it at `stop()` or with this process, however
 * that ends.
 * @param {string[]} argv
 * @param {{ logFile: string, ready: () => Promise<boolean>, seconds: number, temporaryFolder?: string, cwd?: string,
 *   env?: Record<string, string | undefined> }} options
 *   `seconds`: how long it may take to get ready; `temporaryFolder`: removed after the end; `env` is added to the current
 *   environment, where `undefined` removes a variable
 * @returns {Promise<{ stop: () => Promise<void>, ended: Promise<number> }>}
 */
export async function startService(argv, { logFile, ready, seconds, temporaryFolder = "", cwd, env }) {
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, [KEEPER, temporaryFolder, ...argv], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["pipe", log, log],
    detached: true,
  });
  closeSync(log);
  // The program may end by itself; the pipe to its keeper is then closed, and `ended` tells it.
  child.stdin.on("error", () => {});
  let running = true;
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code));
  }).finally(() => {
    running = false;
  });
  const stop = async () => {
    child.stdin.end();
    await ended;
  };

  const deadline = performance.now() + seconds * 1000;
  while (!(await ready())) {
    if (!running || performance.now() > deadline) {
      const how = running ? `was not ready after ${seconds} s` : `ended with exit code ${await ended}`;
      await stop();
      throw new CommandFailed(argv, how, readFileSync(logFile, "utf8"), logFile);
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))]);
  }
  return { stop, ended };
}
