import { type ChildProcess, spawn } from "node:child_process";

/** How long an engine may take to end its build in order before it is killed. */
const graceMilliseconds = 5_000;

/** A started engine: its output as text, its end as an exit code, and a way to end it together with what it has started. */
export class EngineProcess {
  private readonly child: ChildProcess;
  private killTimer: NodeJS.Timeout | undefined;

  /**
   * Starts `argv` without a shell, in a process group of its own.
   *
   * @param onText receives standard output and standard error as they come
   * @param input what it reads on its standard input; nothing when left out
   * @param onEnd is called once: with the exit code (null when a signal ended it), or with the reason why it could not start
   */
  constructor(
    argv: readonly [string, ...string[]],
    cwd: string,
    env: NodeJS.ProcessEnv,
    onText: (text: string, stream: "stdout" | "stderr") => void,
    onEnd: (exitCode: number | null, startError?: Error) => void,
    input?: string,
  ) {
    const [program, ...args] = argv;
    this.child = spawn(program, args, {
      cwd,
      env,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      windowsHide: true,
      // A group of its own on POSIX, so that the plugins the engine starts end with it. On Windows this would open a console window.
      detached: process.platform !== "win32",
    });
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => onText(text, "stdout"));
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => onText(text, "stderr"));
    // One that ends before it has read everything has said why by then.
    this.child.stdin?.on("error", () => {}).end(input);
    // The extension host may end without disposing of anything, and a group of its own would outlive it.
    const stopWithHost = () => this.stop();
    process.once("exit", stopWithHost);
    let ended = false;
    const end = (exitCode: number | null, startError?: Error) => {
      process.off("exit", stopWithHost);
      clearTimeout(this.killTimer);
      if (!ended) onEnd(exitCode, startError);
      ended = true;
    };
    this.child.once("error", (error) => end(null, error));
    this.child.once("close", (exitCode) => end(exitCode));
  }

  /** Asks the whole group to end, and kills what is left of it after a while. */
  stop(): void {
    if (this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined) return;
    if (process.platform === "win32") {
      spawn("taskkill", ["/pid", String(this.child.pid), "/t", "/f"], { stdio: "ignore", windowsHide: true });
      return;
    }
    signalGroup(this.child.pid, "SIGTERM");
    this.killTimer ??= setTimeout(signalGroup, graceMilliseconds, this.child.pid, "SIGKILL").unref();
  }
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // The group may have ended in the meantime.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
