import { Worker } from "node:worker_threads";
import { type GraphLayout, readLayout } from "./graphLayout.ts";
import type { LayoutInput } from "./layoutInput.ts";
import type { LayoutAnswer, LayoutQuestion } from "./layoutWorker.ts";

/** How long a layout may take, in milliseconds. Graphviz needs a tenth of a second for 60 stages, some seconds for 500. */
const PATIENCE = 20_000;

/** Lays graphs out, one after another, in a thread that is started with the first and ended with this object. */
export class Layouter {
  private worker: Worker | undefined;
  private last: { readonly dot: string; readonly json: string } | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  /** @param program the path of the bundled `layoutWorker.ts` */
  constructor(private readonly program: string) {}

  /** Rejects when Graphviz fails or takes too long; the next layout begins with a new thread. */
  layout(input: LayoutInput): Promise<GraphLayout> {
    const next = this.turn.then(() => this.answer(input));
    this.turn = next.catch(() => {});
    return next;
  }

  dispose(): void {
    void this.worker?.terminate();
    this.worker = undefined;
  }

  private async answer(input: LayoutInput): Promise<GraphLayout> {
    // An edit inside a stage changes nothing that is drawn; only the names behind the input may be others.
    const json = this.last?.dot === input.dot ? this.last.json : await this.ask(input.dot);
    this.last = { dot: input.dot, json };
    return readLayout(json, input);
  }

  private ask(dot: string): Promise<string> {
    const worker = this.worker ?? this.start();
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        clearTimeout(timer);
        void worker.terminate();
        if (this.worker === worker) this.worker = undefined;
        reject(error);
      };
      const timer = setTimeout(() => fail(new Error(`The layout took more than ${PATIENCE / 1000} s.`)), PATIENCE);
      worker.removeAllListeners("message").removeAllListeners("error").removeAllListeners("exit");
      worker.once("error", fail);
      worker.once("exit", () => fail(new Error("The layout was stopped.")));
      worker.once("message", (answer: LayoutAnswer) => {
        clearTimeout(timer);
        if ("json" in answer) resolve(answer.json);
        else fail(new Error(answer.error));
      });
      worker.postMessage({ dot } satisfies LayoutQuestion);
    });
  }

  private start(): Worker {
    this.worker = new Worker(this.program);
    // An idle thread keeps nobody from ending.
    this.worker.unref();
    return this.worker;
  }
}
