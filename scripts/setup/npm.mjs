import { findProgram } from "./programs.mjs";
import { CommandFailed, run } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";

// What npm says when nobody answers at its registry.
const UNREACHABLE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b/;

/**
 * Runs npm to its end, as if from a terminal, though npm may have started this script: install scripts ask npm which Node they run
 * on, and would be told of this one. A {@link SetUpError} when there is no npm or its registry does not answer.
 * @param {string[]} args
 * @param {{ log: string, cwd: string, node?: string, env?: Record<string, string> }} options `node`: the Node to run it with, where
 *   npm's own is not wanted
 */
export async function npm(args, { log, cwd, node, env }) {
  const [program, ...script] = npmCommand();
  try {
    await run([script.length > 0 && node ? node : program, ...script, ...args], { log, cwd, env: { ...outsideOfNpm(), ...env } });
  } catch (error) {
    if (error instanceof CommandFailed && UNREACHABLE.test(error.output)) {
      throw new SetUpError(`npm packages could not be had: is the registry reachable (npm config get registry)?\n${error.message}`);
    }
    throw error;
  }
}

// The npm that runs this script, else the one on PATH. On Windows npm is a batch file, which cannot be spawned without a shell;
// npm_execpath avoids it.
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) {
    return [process.execPath, script];
  }
  const found = findProgram("npm");
  if (!found) {
    throw new SetUpError('No "npm" on PATH. It comes with Node 20 from https://nodejs.org; on Debian: apt-get install npm');
  }
  return [found];
}

// What npm tells the scripts that it runs about itself, its Node and their package, and what a person configures in no environment.
const OF_A_SCRIPT =
  /^(npm_(package|lifecycle)_.*|npm_(command|execpath|node_execpath)|npm_config_(user_agent|local_prefix)|INIT_CWD|NODE)$/;

function outsideOfNpm() {
  const names = Object.keys(process.env).filter((name) => OF_A_SCRIPT.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
