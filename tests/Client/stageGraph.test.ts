import assert from "node:assert/strict";
import { test } from "node:test";
import { joinedEdges, stageAt, withLastingIds, withOwnImages } from "../../client/src/graph/stageGraph.ts";
import { graphOf } from "./graphText.ts";

const ids = (text: string) => withLastingIds(graphOf(text)).nodes.map((node) => node.id);

test("a stage keeps its identity when another is written above it", () => {
  const before = ids("stage builder\nstage release");
  const after = ids("stage new\nstage builder\nstage release");
  assert.deepEqual(after.slice(1), before);
});

test("stages of one name, and of one name in two Dockerfiles, have identities of their own", () => {
  const all = ids("stage a\nstage a\nstage a in other/Dockerfile\nstage b");
  assert.equal(new Set(all).size, 4);
});

test("edges and what runs follow the identities", () => {
  const graph = graphOf("stage builder\nstage release\nrelease copy builder");
  const { edges, runs, nodes } = withLastingIds({ ...graph, runs: ["stage:Dockerfile#0"] });
  assert.deepEqual([edges[0]?.from, edges[0]?.to], [nodes[1]?.id, nodes[0]?.id]);
  assert.deepEqual(runs, [nodes[0]?.id]);
});

test("what is written several times is one edge of its kind that knows how often", () => {
  const { edges } = joinedEdges(graphOf("stage a\nstage b\nb copy a\nb from a\nb copy a"));
  assert.deepEqual(
    edges.map(({ kind, line, times }) => [kind, line, times]),
    [
      ["copy", 1, 2],
      ["from", 2, 1],
    ],
  );
});

test("each of several Dockerfiles has its own images, and those that run are lit", () => {
  const graph = graphOf("stage a\nstage b in other/Dockerfile\nimage alpine\na from alpine\nb from alpine");
  const own = withOwnImages({ ...graph, runs: ["stage:Dockerfile#0", "image:alpine"] });
  assert.deepEqual(
    own.nodes.filter((node) => node.kind === "image").map(({ id, label, dockerfile }) => [id, label, dockerfile]),
    [
      ["image:alpine Dockerfile", "alpine", "Dockerfile"],
      ["image:alpine other/Dockerfile", "alpine", "other/Dockerfile"],
    ],
  );
  assert.ok(own.runs?.includes("image:alpine Dockerfile"));
  assert.ok(!own.runs?.includes("image:alpine other/Dockerfile"));
});

test("the images of a single Dockerfile stay as they are", () => {
  const graph = graphOf("stage a\nstage b\nimage alpine\na from alpine\nb from alpine");
  assert.equal(withOwnImages(graph), graph);
});

test("the cursor is in the stage that begins at or above its line", () => {
  const graph = graphOf("stage a\nstage b");
  const at = (line: number) => stageAt(graph, "file:///w/Dockerfile", line)?.label;
  assert.deepEqual([at(0), at(1), at(10), at(11), at(500)], [undefined, "a", "a", "b", "b"]);
  assert.equal(stageAt(graph, "file:///w/other", 5), undefined);
});
