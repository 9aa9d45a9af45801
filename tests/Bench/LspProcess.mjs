import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const HEADER_END = Buffer.from("\r\n\r\n");

/**
 * A server as bare as a clock needs it: frames are written whole, an answer's time is that of its last byte. No library stands
 * between, because its own work would be measured along.
 */
export class LspProcess {
  #process;
  #pending = new Map();
  #received = Buffer.alloc(0);
  #nextId = 1;

  /** @param {string[]} argv */
  constructor(argv) {
    this.spawned = performance.now();
    this.#process = spawn(argv[0], argv.slice(1), { stdio: ["pipe", "pipe", "ignore"] });
    this.#process.stdout.on("data", (chunk) => this.#take(chunk));
    this.exited = new Promise((resolve, reject) => {
      this.#process.on("error", reject);
      this.#process.on("exit", resolve);
    });
  }

  /** Sends a request; answers its result and the milliseconds from the write to the last byte of the answer. */
  request(method, params) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const sent = performance.now();
      this.#pending.set(id, ({ result, error }, at) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve({ result, milliseconds: at - sent, at }),
      );
      this.#write({ jsonrpc: "2.0", id, method, params });
    });
  }

  notify(method, params) {
    this.#write({ jsonrpc: "2.0", method, params });
  }

  /** A notification and a request in one write, as an editor sends a keystroke. The clock starts before the notification. */
  keystroke(change, request) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const frames = Buffer.concat([
        frame({ jsonrpc: "2.0", method: "textDocument/didChange", params: change }),
        frame({ jsonrpc: "2.0", id, method: "textDocument/completion", params: request }),
      ]);
      const sent = performance.now();
      this.#pending.set(id, ({ result, error }, at) =>
        error ? reject(new Error(error.message)) : resolve({ result, milliseconds: at - sent }),
      );
      this.#process.stdin.write(frames);
    });
  }

  /** Resident memory of the process in MB (Linux). */
  memory() {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
    return Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024;
  }

  /** Waits until the process has done nothing for a while: longer than servers wait with what they do after an answer. */
  async quiet() {
    for (let before = -1, now = this.#cpuTime(); before !== now; ) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      [before, now] = [now, this.#cpuTime()];
    }
  }

  async stop() {
    await this.request("shutdown").catch(() => {});
    this.notify("exit");
    const killed = setTimeout(() => this.#process.kill("SIGKILL"), 3_000);
    await this.exited;
    clearTimeout(killed);
  }

  /** The processor time of the process in clock ticks (Linux). */
  #cpuTime() {
    const fields = readFileSync(`/proc/${this.#process.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return Number(fields[11]) + Number(fields[12]);
  }

  #write(message) {
    this.#process.stdin.write(frame(message));
  }

  #take(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    for (;;) {
      const headerEnd = this.#received.indexOf(HEADER_END);
      if (headerEnd < 0) return;
      const length = Number(this.#received.toString("latin1", 0, headerEnd).match(/Content-Length: (\d+)/i)[1]);
      const start = headerEnd + HEADER_END.length;
      if (this.#received.length < start + length) return;
      const at = performance.now();
      const body = this.#received.toString("utf8", start, start + length);
      this.#received = this.#received.subarray(start + length);
      this.#dispatch(JSON.parse(body), at);
    }
  }

  #dispatch(message, at) {
    if (message.method !== undefined) {
      if (message.id !== undefined) {
        const result = message.method === "workspace/configuration" ? message.params.items.map(() => null) : null;
        this.#write({ jsonrpc: "2.0", id: message.id, result });
      }
      return;
    }
    this.#pending.get(message.id)?.(message, at);
    this.#pending.delete(message.id);
  }
}

function frame(message) {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}
