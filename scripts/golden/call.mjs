import { spawn } from "node:child_process";

/**
 * Runs a program without a shell and without input, and answers all it says; its exit code is 1 when a signal ended it. Rejects when there is no such
 * program.
 */
export function call(program, argv, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const answer = { code: 0, stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        answer[stream] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      answer.code = code ?? 1;
      resolve(answer);
    });
  });
}
