import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, test } from "node:test";
import { type Box, type GraphLayout, readLayout } from "../../client/src/graph/graphLayout.ts";
import { labelWidth, shortLabel } from "../../client/src/graph/labelWidth.ts";
import { Layouter } from "../../client/src/graph/layouter.ts";
import { type Direction, layoutInput } from "../../client/src/graph/layoutInput.ts";
import type { StageGraph } from "../../client/src/graph/stageGraph.ts";
import { graphOf } from "./graphText.ts";

const metrics = { ascii: Array.from({ length: 95 }, () => 7), other: 14 };
const layouter = new Layouter(resolve("dist/client-tests/layoutWorker.cjs"));

after(() => layouter.dispose());

const inputOf = (graph: StageGraph, direction: Direction = "down") => layoutInput(graph, metrics, direction, () => "below");
const layoutOf = (graph: StageGraph, direction?: Direction) => layouter.layout(inputOf(graph, direction));

const CHAIN =
  "image golang\nstage builder\nstage release default\nconsumer web\nbuilder from golang\nrelease copy builder\nweb builds release";

const boxOf = (layout: GraphLayout, id: string): Box => {
  const box = layout.nodes[id];
  assert.ok(box, id);
  return box;
};

test("what is needed stands above what needs it, consumers last", async () => {
  const layout = await layoutOf(graphOf(CHAIN));
  const tops = ["image:golang", "stage:Dockerfile#0", "stage:Dockerfile#1", "consumer:web"].map((id) => boxOf(layout, id).y);
  assert.deepEqual(
    tops,
    [...tops].sort((a, b) => a - b),
  );
  assert.equal(new Set(tops).size, 4);
});

test("turned, it stands left of what needs it", async () => {
  const layout = await layoutOf(graphOf(CHAIN), "right");
  const lefts = ["image:golang", "stage:Dockerfile#0", "stage:Dockerfile#1", "consumer:web"].map((id) => boxOf(layout, id).x);
  assert.deepEqual(
    lefts,
    [...lefts].sort((a, b) => a - b),
  );
});

test("no two nodes overlap, and all lie in the picture, for 3, 12 and 60 stages", async () => {
  for (const count of [3, 12, 60]) {
    const layout = await layoutOf(graphOf(stages(count)));
    const boxes = Object.values(layout.nodes);
    assert.equal(boxes.length, count + 1);
    for (const [index, a] of boxes.entries()) {
      assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= layout.width + 0.2 && a.y + a.height <= layout.height + 0.2);
      for (const b of boxes.slice(index + 1)) {
        assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, "overlap");
      }
    }
  }
});

test("each edge runs between its own nodes", async () => {
  const graph = graphOf(stages(12));
  const layout = await layoutOf(graph);
  for (const [index, edge] of graph.edges.entries()) {
    const points = (`${layout.edges[index]?.line}${layout.edges[index]?.head.split("L")[0]}`.match(/-?[\d.]+ -?[\d.]+/g) ?? []).map(
      (point) => point.split(" ").map(Number),
    );
    assert.ok(isAt(boxOf(layout, edge.to), points[0]), `start of ${edge.from} ${edge.kind} ${edge.to}`);
    assert.ok(
      isAt(boxOf(layout, edge.from), points.at(-1)),
      `end of ${edge.from} ${edge.kind} ${edge.to}: ${layout.edges[index]} in ${JSON.stringify(boxOf(layout, edge.from))}`,
    );
  }
});

test("each of several Dockerfiles has a box around its stages", async () => {
  const layout = await layoutOf(graphOf("stage a\nstage b in api/Dockerfile\nconsumer web\nweb builds b"));
  assert.deepEqual(Object.keys(layout.clusters).sort(), ["Dockerfile", "api/Dockerfile"]);
  const [cluster, stage] = [layout.clusters["api/Dockerfile"], boxOf(layout, "stage:api/Dockerfile#0")];
  assert.ok(cluster && cluster.x < stage.x && cluster.y + 20 < stage.y);
  assert.ok(cluster.x + cluster.width > stage.x + stage.width && cluster.y + cluster.height > stage.y + stage.height);
  assert.deepEqual((await layoutOf(graphOf("stage a\nstage b"))).clusters, {});
});

test("an edit that changes nothing in the picture changes nothing in the question, and a letter more seldom does", () => {
  const one = inputOf(graphOf("stage builder\nstage release\nrelease copy builder"));
  const other = inputOf(graphOf("stage builders\nstage release\nrelease copy builders"));
  assert.equal(other.dot, one.dot);
});

test("what the workspace writes never reaches Graphviz' language", () => {
  const hostile = graphOf("stage a\nimage b\na from b");
  const nodes = hostile.nodes.map((node) => ({ ...node, id: `${node.id}"];x->y`, label: 'x"];node[shape="<img src=x>"]//' }));
  assert.doesNotMatch(inputOf({ ...hostile, nodes, edges: [] }).dot, /img|x->y|\/\//);
});

test("a graph of nothing has a layout", async () => {
  assert.deepEqual((await layoutOf(graphOf("")))?.nodes, {});
});

test("what Graphviz refuses is an error, and the next layout works", async () => {
  await assert.rejects(layouter.layout({ dot: "digraph { a -> ", nodes: [], clusters: [] }));
  assert.ok((await layoutOf(graphOf(CHAIN))).nodes["consumer:web"]);
});

test("places of Graphviz count from below, those of the picture from above", () => {
  const json = JSON.stringify({
    bb: "0,0,100,200",
    objects: [{ name: "n0", pos: "50,180", width: "1", height: "0.5" }],
    edges: [{ id: "e0", pos: "e,50,30 50,162 50,120 50,80 50,37" }],
  });
  const layout = readLayout(json, { dot: "", nodes: ["a"], clusters: [] });
  assert.deepEqual(layout.nodes, { a: { x: 14, y: 2, width: 72, height: 36 } });
  assert.deepEqual(layout.edges, [{ line: "M50 38C50 80 50 120 50 163", head: "M50 170L46.9 163L53.2 163Z" }]);
});

test("a long label loses its middle, letters of any alphabet count whole", () => {
  const label = `registry.example.com/${"team/".repeat(20)}image:1.2.3`;
  assert.equal([...shortLabel(label)].length, 44);
  assert.match(shortLabel(label), /^registry\.example\.com.*….*image:1\.2\.3$/);
  assert.equal(shortLabel("🐳".repeat(44)), "🐳".repeat(44));
  assert.equal(labelWidth("ab漢🐳", metrics), 42);
});

function isAt(box: Box, point: number[] | undefined): boolean {
  const [x = Number.NaN, y = Number.NaN] = point ?? [];
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
}

function stages(count: number): string {
  const lines = ["image alpine"];
  for (let i = 0; i < count; i++) {
    lines.push(
      `stage s${i}${i === count - 1 ? " default" : ""}`,
      `s${i} from ${i % 7 === 0 ? "alpine" : `s${i - 1 - ((i * 3) % Math.min(i, 5))}`}`,
    );
    if (i % 3 === 2) lines.push(`s${i} copy s${i - 2}`);
  }
  return lines.join("\n");
}
