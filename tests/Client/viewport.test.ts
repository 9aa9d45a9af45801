import assert from "node:assert/strict";
import { test } from "node:test";
import { type Arrow, neighbour } from "../../client/src/graph/neighbours.ts";
import { fitted, following, opened, showing, zoomed } from "../../client/src/graph/viewport.ts";
import { graphOf } from "./graphText.ts";

const window = { width: 400, height: 300 };
const box = (x: number, y: number) => ({ x, y, width: 100, height: 30 });

test("a small picture is shown in the middle as it is, a large one as a whole", () => {
  assert.deepEqual(fitted({ width: 200, height: 100 }, window), { x: 100, y: 100, scale: 1 });
  const { x, y, scale } = fitted({ width: 800, height: 100 }, window);
  assert.equal(scale, 0.46);
  assert.ok(x >= 16 && y > 0);
});

test("a picture that nobody could read as a whole is opened around what matters", () => {
  assert.equal(opened({ width: 600, height: 100 }, window, box(0, 0)).isWhole, true);
  const { view, isWhole } = opened({ width: 3000, height: 3000 }, window, box(1500, 2900));
  assert.equal(isWhole, false);
  const [left, top] = [1500 * view.scale + view.x, 2900 * view.scale + view.y];
  assert.ok(left > 100 && left < 200, String(left));
  // The lower end of the picture is at the lower end of the window.
  assert.ok(top > 200 && top < 270, String(top));
});

test("zooming leaves the point under the pointer where it is, and has limits", () => {
  const view = zoomed({ x: 10, y: 20, scale: 1 }, 2, { x: 110, y: 70 });
  assert.deepEqual(view, { x: -90, y: -30, scale: 2 });
  assert.equal(zoomed(view, 1000, { x: 0, y: 0 }).scale, 4);
  assert.equal(zoomed(view, 0.0001, { x: 0, y: 0 }).scale, 0.1);
});

test("what is seen already moves nothing, what is not moves just so far", () => {
  const view = { x: 0, y: 0, scale: 1 };
  assert.deepEqual(showing(view, box(50, 50), window), view);
  assert.deepEqual(showing(view, box(400, 50), window), { x: -116, y: 0, scale: 1 });
  assert.deepEqual(showing(view, box(-100, 50), window), { x: 116, y: 0, scale: 1 });
});

test("after an edit the chosen node stays where it was, else the one in the middle", () => {
  const view = { x: 0, y: 0, scale: 2 };
  const before = { a: box(0, 0), b: box(80, 60) };
  const after = { a: box(40, 0), b: box(80, 110) };
  assert.deepEqual(following(view, before, after, ["a"], window), { x: -80, y: 0, scale: 2 });
  assert.deepEqual(following(view, before, after, [null, "gone"], window), { x: 0, y: -100, scale: 2 });
  assert.deepEqual(following(view, before, {}, ["a"], window), view);
});

test("up and down follow an edge, right and left go to what is nearest there", () => {
  const graph = graphOf("stage a\nstage b\nstage c\nstage d\nb from a\nc from a");
  const [a, b, c, d] = graph.nodes.map((node) => node.id) as [string, string, string, string];
  const layout = {
    width: 0,
    height: 0,
    edges: [],
    clusters: {},
    nodes: { [a]: box(200, 0), [b]: box(60, 100), [c]: box(300, 100), [d]: box(200, 60) },
  };
  const from = (id: string, arrow: Arrow) => neighbour(graph, layout, "down", id, arrow);
  // d is nearer, c is joined.
  assert.equal(from(a, "ArrowDown"), c);
  assert.equal(from(c, "ArrowUp"), a);
  assert.equal(from(b, "ArrowRight"), c);
  assert.equal(from(d, "ArrowUp"), a);
  assert.equal(from(a, "ArrowUp"), undefined);
  assert.equal(from("gone", "ArrowUp"), undefined);
});
