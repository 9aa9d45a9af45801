import type { Box, GraphLayout } from "./graphLayout.ts";
import type { Direction } from "./layoutInput.ts";
import type { StageGraph } from "./stageGraph.ts";

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

/**
 * Where an arrow key leads from a node. In the direction in which the picture grows, and back: along an edge, or where none leads to the
 * nearest node. Across it: to the nearest node beside. Undefined when nothing lies there.
 */
export function neighbour(graph: StageGraph, layout: GraphLayout, direction: Direction, id: string, arrow: Arrow): string | undefined {
  const here = layout.nodes[id];
  if (here === undefined) return undefined;
  const joined = graph.edges.flatMap((edge) => (edge.from === id ? edge.to : edge.to === id ? edge.from : []));
  const follows = (arrow === "ArrowUp" || arrow === "ArrowDown") === (direction === "down");
  return (
    (follows ? nearest(joined, layout, here, arrow, id, Infinity) : undefined) ??
    nearest(Object.keys(layout.nodes), layout, here, arrow, id, 3)
  );
}

/** @param slant how far sideways a node may lie for each pixel on the arrow's way: what lies mostly sideways is another arrow's */
function nearest(ids: readonly string[], layout: GraphLayout, here: Box, arrow: Arrow, self: string, slant: number): string | undefined {
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const id of ids) {
    const box = layout.nodes[id];
    if (box === undefined || id === self) continue;
    const dx = box.x + box.width / 2 - (here.x + here.width / 2);
    const dy = box.y + box.height / 2 - (here.y + here.height / 2);
    const [along, across] = { ArrowUp: [-dy, dx], ArrowDown: [dy, dx], ArrowLeft: [-dx, dy], ArrowRight: [dx, dy] }[arrow] as [
      number,
      number,
    ];
    if (along < 1 || Math.abs(across) > along * slant) continue;
    const cost = along + 3 * Math.abs(across);
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
