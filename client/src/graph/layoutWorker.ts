// Runs in a thread of its own, so that the layout of a huge graph keeps no other extension waiting.
import { parentPort } from "node:worker_threads";
import { type Format, Graphviz } from "@hpcc-js/wasm-graphviz";

/** Places and nothing else; the package's list of formats leaves it out, Graphviz knows it. */
const PLACES = "json0" as Format;

/** The question and the answer of the thread. */
export interface LayoutQuestion {
  readonly dot: string;
}
export type LayoutAnswer = { readonly json: string } | { readonly error: string };

parentPort?.on("message", async ({ dot }: LayoutQuestion) => {
  parentPort?.postMessage(await answer(dot));
});

async function answer(dot: string): Promise<LayoutAnswer> {
  try {
    return { json: (await Graphviz.load()).layout(dot, PLACES, "dot") };
  } catch (error) {
    return { error: String(error) };
  }
}
