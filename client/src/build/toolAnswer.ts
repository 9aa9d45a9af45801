import { execFile } from "node:child_process";

/** What a consumer's own tool is asked before several builds can be one run; it builds nothing. */
export interface ToolQuestion {
  readonly argv: readonly [string, ...string[]];
  /** The folder to run in, as a path of the operating system. */
  readonly cwd: string;
}

/** How long a tool may take that only reads files, in milliseconds. */
const patience = 60_000;

/** A project of some thousand services still fits. */
const longestAnswer = 64 * 1024 * 1024;

/** What the tool prints on its standard output, started without a shell. Rejects with what it says on its standard error, in its own words. */
export function toolAnswer({ argv, cwd }: ToolQuestion): Promise<string> {
  const [program, ...args] = argv;
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, timeout: patience, maxBuffer: longestAnswer, windowsHide: true }, (error, output, said) => {
      if (error === null) resolve(output);
      else reject(new Error(said.trim() || error.message));
    });
  });
}
