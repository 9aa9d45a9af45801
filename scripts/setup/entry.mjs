import { CommandFailed } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";

const OLDEST_NODE = 20;

/**
 * Runs the body of an entry script. Exit code 2 and the bare message when the machine lacks something, 1 and the output of the
 * command when a command failed, 1 and the stack for a bug.
 */
export async function entry(body) {
  try {
    requireNode(process.versions.node);
    await body();
  } catch (error) {
    console.error(`\n${describe(error)}`);
    process.exitCode = error instanceof SetUpError ? 2 : 1;
  }
}

/** Throws a {@link SetUpError} for a Node that is too old: Debian 12's own is. */
export function requireNode(version) {
  if (Number.parseInt(version, 10) < OLDEST_NODE) {
    throw new SetUpError(`This is Node ${version}; Node ${OLDEST_NODE} or later is needed: https://nodejs.org`);
  }
}

/** What a person is told about an error. */
export function describe(error) {
  return error instanceof SetUpError || error instanceof CommandFailed ? error.message : (error.stack ?? String(error));
}
