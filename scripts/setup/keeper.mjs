/**
 * `node keeper.mjs FOLDER PROGRAM ARGS…`: runs a program for as long as the process that started the keeper lives. It holds the
 * other end of the keeper's stdin; when that closes, for whatever reason (a crash and SIGKILL included), the program is asked to end
 * (SIGTERM), and killed with all its children when it has not ended in time. Then FOLDER is removed, unless it is empty text. The
 * keeper ends as the program does.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { constants } from "node:os";

const GRACE_MILLISECONDS = 15_000;

const [folder, program, ...args] = process.argv.slice(2);
// A process group of its own: Ctrl-C in the terminal reaches the owner, which then closes stdin, and not the program at random.
const child = spawn(program, args, { detached: true, stdio: ["ignore", "inherit", "inherit"] });

const signal = (name, pid) => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
};
let ending = false;
const end = () => {
  if (!ending) {
    ending = true;
    signal("SIGTERM", child.pid);
    setTimeout(() => signal("SIGKILL", -child.pid), GRACE_MILLISECONDS).unref();
  }
};

process.stdin.on("end", end).on("error", end).on("close", end).resume();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(name, end);
}
child.on("error", (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on("exit", (code, name) => {
  // What the program leaves behind in its group ends with it.
  signal("SIGKILL", -child.pid);
  if (folder) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  process.exit(code ?? 128 + constants.signals[name]);
});
