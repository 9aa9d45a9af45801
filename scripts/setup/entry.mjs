import { CommandFailed } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";

/**
 * Runs the body of an entry script. Exit code 2 and the bare message when the machine lacks something, 1 and the output of the
 * command when a command failed, 1 and the stack for a bug.
 */
export async function entry(body) {
  try {
    await body();
  } catch (error) {
    console.error(`\n${describe(error)}`);
    process.exitCode = error instanceof SetUpError ? 2 : 1;
  }
}

/** What a person is told about an error. */
export function describe(error) {
  return error instanceof SetUpError || error instanceof CommandFailed ? error.message : (error.stack ?? String(error));
}
