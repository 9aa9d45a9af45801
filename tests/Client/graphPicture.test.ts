import assert from "node:assert/strict";
import { test } from "node:test";
import { element, escapeXml, toXml } from "../../client/src/graph/element.ts";
import type { GraphLayout } from "../../client/src/graph/graphLayout.ts";
import { graphPage } from "../../client/src/graph/graphPage.ts";
import { type GraphScene, graphPicture, graphSvg, nodeDescription } from "../../client/src/graph/graphPicture.ts";
import type { GraphWords } from "../../client/src/graph/graphWords.ts";
import type { NodeState } from "../../client/src/graph/nodeState.ts";
import type { StageGraph } from "../../client/src/graph/stageGraph.ts";
import { withValues } from "../../client/src/graph/stylesheetValues.ts";
import { graphOf } from "./graphText.ts";

/** Each word is its own key, so that a text shows which word stands where. */
const words = new Proxy({ needs: "needs {0}", neededBy: "needed by {0}" } as unknown as GraphWords, {
  get: (known, key) => Reflect.get(known, key) ?? key,
});

/** Each letter is ten pixels wide. */
const METRICS = { ascii: Array.from({ length: 0x5f }, () => 10), other: 10 };

/** Every node below the one before. */
function layoutOf(graph: StageGraph): GraphLayout {
  const nodes = Object.fromEntries(graph.nodes.map((node, index) => [node.id, { x: 0, y: index * 50, width: 96, height: 30 }]));
  return {
    width: 96,
    height: 300,
    nodes,
    edges: graph.edges.map(() => ({ line: "M48 30C48 36 48 42 48 43", head: "M48 50L44 43L52 43Z" })),
    clusters: {},
  };
}

const sceneOf = (graph: StageGraph, more: Partial<GraphScene> = {}): GraphScene => ({
  graph,
  layout: layoutOf(graph),
  words,
  metrics: METRICS,
  states: {},
  waited: 0,
  selected: null,
  cursor: null,
  search: "",
  focusable: "",
  ...more,
});

const xmlOf = (scene: GraphScene) => graphPicture(scene).map(toXml).join("\n");
/** The classes of the nodes by their labels. */
const classesOf = (scene: GraphScene) =>
  Object.fromEntries(
    [...xmlOf(scene).matchAll(/class="node ([^"]*)".*?class="label"[^>]*>([^<]*)</gs)].map(([, names, label]) => [label, names]),
  );

const GRAPH = graphOf(
  "image golang\nstage builder\nstage release default\nstage old unreachable\nconsumer web\nbuilder from golang\nrelease copy builder\nweb builds release",
);

test("each node carries its kind, the default target and what no build needs are marked", () => {
  assert.deepEqual(classesOf(sceneOf(GRAPH)), {
    golang: "image",
    builder: "stage",
    release: "stage default",
    old: "stage unreachable",
    web: "consumer",
  });
});

test("what the chosen target's build does not run is dimmed, its edges too", () => {
  const graph = { ...GRAPH, runs: ["image:golang", "stage:Dockerfile#0"] };
  const scene = sceneOf(graph, { selected: "stage:Dockerfile#0" });
  assert.deepEqual(classesOf(scene), {
    golang: "image",
    builder: "stage selected",
    release: "stage default dim",
    old: "stage unreachable dim",
    web: "consumer dim",
  });
  assert.deepEqual(
    [...xmlOf(scene).matchAll(/class="edge ([^"]*)"/g)].map((match) => match[1]),
    ["from", "copy dim", "builds dim"],
  );
});

test("what is searched for is marked in any letter case, the cursor's stage too", () => {
  const marks = classesOf(sceneOf(GRAPH, { search: "BUIL", cursor: "stage:Dockerfile#1" }));
  assert.deepEqual([marks.builder, marks.release], ["stage found", "stage default cursor"]);
});

test("one node is what the tab key leads to, and each says what it is", () => {
  const xml = xmlOf(sceneOf(GRAPH, { focusable: "stage:Dockerfile#0" }));
  assert.equal([...xml.matchAll(/tabindex="0"/g)].length, 1);
  assert.equal([...xml.matchAll(/role="button" tabindex="-?[01]" aria-label="[^"]+"/g)].length, 5);
  assert.equal(nodeDescription(GRAPH.nodes[1] as never, GRAPH, words), "stage builder; needs golang; needed by release");
  assert.equal(nodeDescription(GRAPH.nodes[2] as never, GRAPH, words), "stage release defaultTarget; needs builder; needed by web");
});

test("the file stands for itself: no variables, no roles, and the title of the graph", () => {
  const svg = graphSvg(sceneOf(GRAPH, { focusable: "x", search: "b" }), ".node{fill:#fff}");
  assert.match(svg, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="120" height="324"/);
  assert.match(svg, /<title>title<\/title><style>\.node\{fill:#fff\}<\/style>/);
  assert.doesNotMatch(svg, /tabindex|role=|aria-label=|data-id|found/);
});

test("nothing that a workspace writes becomes markup", () => {
  const hostile = graphOf("stage a");
  const nodes = hostile.nodes.map((node) => ({
    ...node,
    id: `"><script>`,
    label: `</text><script>alert('x')</script>&\u0000`,
    path: "<b>",
  }));
  const scene = sceneOf({ ...hostile, nodes }, { focusable: "x" });
  for (const text of [xmlOf(scene), graphSvg(scene, "")]) {
    assert.doesNotMatch(text, /<script|<b>/);
    assert.ok(!text.includes("\u0000"));
    assert.match(text, /&#60;script&#62;alert\(&#39;x&#39;\)/);
  }
  assert.equal(escapeXml("a\ud800b"), "a\ufffdb");
});

test("attributes that are not there are not written", () => {
  assert.equal(toXml(element("a", { b: undefined, c: false, d: true, e: 0 }, "x", element("f", {}))), '<a d="" e="0">x<f/></a>');
});

test("variables of a stylesheet become their values, else their fallbacks", () => {
  const values: Record<string, string> = { "--a": "red", "--b": "" };
  const resolved = (text: string) => withValues(text, (name) => values[name] ?? "");
  assert.equal(resolved("x{fill:var(--a)}"), "x{fill:red}");
  assert.equal(resolved("x{fill:var(--b, blue)}"), "x{fill:blue}");
  assert.equal(resolved("x{fill:var(--b, var(--c, rgb(1, 2, 3)))}"), "x{fill:rgb(1, 2, 3)}");
  assert.equal(resolved("x{fill:var(--b, var(--a)) var(--c)}"), "x{fill:red inherit}");
});

test("the page runs its own script only and gets nothing from the network", () => {
  const page = graphPage({ language: "en", words, script: "s.js", stylesheets: ["a.css"], source: "https://x.test", nonce: "N0" });
  const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)?.[1];
  assert.equal(policy, "default-src &#39;none&#39;; script-src &#39;nonce-N0&#39;; style-src https://x.test; img-src data:");
  assert.equal([...page.matchAll(/<script/g)].length, 1);
  assert.doesNotMatch(page, /unsafe|style="|onclick/);
});

const stateOf = (more: Partial<NodeState> = {}): NodeState => ({
  state: "running",
  text: "2/5 RUN make",
  spoken: "running 2/5 RUN make",
  instruction: "RUN make",
  elapsed: 3_000,
  hasLog: true,
  ...more,
});
const BUILDER = "stage:Dockerfile#0";
const wide = (scene: GraphScene): GraphScene => {
  const nodes = Object.fromEntries(Object.entries(scene.layout.nodes).map(([id, box]) => [id, { ...box, width: 240, height: 60 }]));
  return { ...scene, layout: { ...scene.layout, nodes } };
};

test("a state is a sign, words and a time that counts on, and is said to who sees none of them", () => {
  const scene = wide(sceneOf(GRAPH, { states: { [BUILDER]: stateOf() }, waited: 4_200, focusable: BUILDER }));
  const xml = xmlOf(scene);
  assert.equal(classesOf(scene).builder, "stage running");
  assert.match(
    xml,
    /<g class="state running log" transform="translate\(0 50\)" data-id="stage:Dockerfile#0"><title>2\/5 RUN make\nRUN make\nshowLog<\/title>/,
  );
  assert.match(xml, /class="sign" d="[^"]+"/);
  assert.match(xml, /<text class="words"[^>]*>2\/5 RUN make<\/text><text class="time"[^>]*>7 s<\/text>/);
  assert.match(xml, /aria-label="stage builder, running 2\/5 RUN make; needs golang; needed by release"/);
});

test("words that have no room end with …, and leave the time its place", () => {
  const long = stateOf({ text: "2/5 RUN something that is long" });
  const words = (more: Partial<NodeState>) =>
    xmlOf(wide(sceneOf(GRAPH, { states: { [BUILDER]: { ...long, ...more } } }))).match(/class="words"[^>]*>([^<]*)</)?.[1];
  assert.equal(words({ elapsed: null }), "2/5 RUN something that…");
  assert.equal(words({}), "2/5 RUN something…");
});

test("no state changes the shape of its node, or anything else that is drawn", () => {
  const shapes = (state: NodeState | null) =>
    [...xmlOf(wide(sceneOf(GRAPH, { states: { [BUILDER]: state } }))).matchAll(/<(?:rect|path) class="(?:shape|line|head)"[^>]*>/g)].join();
  for (const state of ["waiting", "cached", "failed", "skipped"] as const)
    assert.equal(shapes(stateOf({ state, elapsed: null })), shapes(null));
});

test("a file shows the states, and nothing in it can be clicked", () => {
  const svg = graphSvg(
    wide(sceneOf(GRAPH, { states: { [BUILDER]: stateOf({ state: "failed", text: "failed after 0.4 s", elapsed: null }) } })),
    "",
  );
  assert.match(svg, />builder<.*>failed after 0\.4 s</s);
  assert.doesNotMatch(svg, /showLog|log"/);
});
