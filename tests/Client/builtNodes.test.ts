import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeStates } from "../../client/src/graph/builtNodes.ts";
import { isRunning, type NodeStates, stateNews } from "../../client/src/graph/nodeState.ts";
import { graphOf } from "./graphText.ts";
import { statesOf, stateWords } from "./stateWords.ts";

const GRAPH = graphOf(
  "stage develop\nstage builder\nstage release\nconsumer web\nbuilder from develop\nrelease copy builder\nweb builds release",
);
const FILE = "file:///w/Dockerfile";

const statesAt = (text: string, now = 0, isOver = false): NodeStates =>
  nodeStates(GRAPH, new Map([[FILE, statesOf(text, isOver)]]), new Set([FILE]), stateWords, now);

const labelled = (states: NodeStates) =>
  Object.fromEntries(GRAPH.nodes.filter(({ id }) => id in states).map(({ id, label }) => [label, states[id]?.text ?? null]));

test("each stage has the state of the FROM on its line, and room for one even when nothing is known", () => {
  assert.deepEqual(labelled(statesAt("develop 1/1 done 200 RUN a\nbuilder 1/3 running 0 RUN make")), {
    develop: "0.2 s",
    builder: "1/3 RUN make",
    release: null,
  });
});

test("a stage that failed says after how long, and at which instruction", () => {
  const state = statesAt("develop 2/2 failed 400 RUN make all")[GRAPH.nodes[0]?.id ?? ""];
  assert.equal(state?.text, "failed after 0.4 s: 2/2 RUN make all");
  assert.equal(state?.instruction, "RUN make all");
});

test("of stages on one line, as between quotes in a compose file, each has its own state", () => {
  const graph = { ...GRAPH, nodes: GRAPH.nodes.map((node) => (node.kind === "stage" ? { ...node, line: 1 } : node)) };
  const states = statesOf("develop 1/1 done 200 RUN a\nbuilder 1/1 done 3200 RUN make").map((state) => ({ ...state, line: 0 }));
  const shown = nodeStates(graph, new Map([[FILE, states]]), new Set([FILE]), stateWords, 0);
  assert.deepEqual(labelled(shown), { develop: "0.2 s", builder: "3.2 s", release: null });
});

test("a Dockerfile that was never built gets no room", () => {
  assert.deepEqual(nodeStates(GRAPH, new Map(), new Set(["file:///w/other"]), stateWords, 0), {});
});

test("what runs has taken what its finished steps took, and counts on from when the last was told to run", () => {
  const elapsed = (text: string, now: number) => Object.values(statesAt(text, now))[0]?.elapsed;
  assert.equal(elapsed("develop 1/2 done 3200 RUN a\ndevelop 2/2 running 0 RUN b", 5_000), 8_200);
  assert.equal(elapsed("develop 1/1 done 3200 RUN a", 5_000), null);
});

test("only what has begun has a log", () => {
  const states = Object.values(statesAt("develop 1/1 done 1 RUN a\nbuilder 1/1 waiting 0 RUN b"));
  assert.deepEqual(
    states.map((state) => state?.hasLog),
    [true, false, undefined],
  );
});

test("a consumer is being built as long as a stage that it builds is", () => {
  const running = (states: NodeStates) => GRAPH.nodes.filter((node) => isRunning(node, GRAPH, states)).map(({ label }) => label);
  const builder = "develop 1/1 done 1 RUN a\nbuilder 1/1 running 0 RUN b\nrelease 1/1 waiting 0 RUN c";
  assert.deepEqual(running(statesAt(builder)), ["builder", "release", "web"]);
  assert.deepEqual(running(statesAt(builder, 0, true)), []);
});

test("the end of a stage is news, once; that a stage waits, runs or is skipped is none", () => {
  const texts = [
    "develop 1/1 waiting 0 RUN a\nbuilder 1/1 waiting 0 RUN b",
    "develop 1/1 running 0 RUN a\nbuilder 1/1 waiting 0 RUN b",
    "develop 1/1 done 200 RUN a\nbuilder 1/1 running 0 RUN b",
    "develop 1/1 done 200 RUN a\nbuilder 1/1 failed 400 RUN b",
  ];
  const states: NodeStates[] = [{}, ...texts.map((text) => statesAt(text))];
  const news = states.map((now, index) => stateNews(states[index - 1] ?? {}, now, GRAPH));
  assert.deepEqual(news, ["", "", "", "develop done 0.2 s", "builder failed after 0.4 s: 1/1 RUN b"]);
  assert.equal(stateNews(states[4] ?? {}, states[4] ?? {}, GRAPH), "");
});
