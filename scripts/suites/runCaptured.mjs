import { stripVTControlCharacters } from "node:util";
import { CommandFailed, read } from "../setup/run.mjs";

/**
 * Runs a test program to its end. Its exit code is an answer, no error: `ended` says how it ended when not with 0, else null;
 * `output` is what it wrote, in either case, without colours.
 */
export async function runCaptured(argv, options) {
  try {
    return { output: stripVTControlCharacters(await read(argv, options)), ended: null };
  } catch (error) {
    if (error instanceof CommandFailed) {
      return { output: stripVTControlCharacters(error.output), ended: error.how };
    }
    throw error;
  }
}
