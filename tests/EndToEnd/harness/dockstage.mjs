import { spawn } from "node:child_process";
import { serverExecutable } from "./LanguageClient.mjs";

/**
 * Runs the published native binary to its end.
 * @param {string[]} argv
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number | null, output: string, errors: string }>}
 */
export async function dockstage(argv, { cwd, env } = {}) {
  const child = spawn(serverExecutable, argv, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    errors += text;
  });
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { code, output, errors };
}
