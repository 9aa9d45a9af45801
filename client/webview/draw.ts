import { graphPicture } from "../src/graph/graphPicture.ts";
import { showDetails } from "./details.ts";
import { drawing } from "./parts.ts";
import { patchChildren } from "./patch.ts";
import { bringIntoSight, currentView, place } from "./seen.ts";
import { shown } from "./shown.ts";

/** Draws what is shown now, with the line below it. */
export function draw(): void {
  if (shown.scene === undefined) return;
  const { graph, selected, cursor } = shown.scene;
  const first = graph.nodes.find((node) => node.default) ?? graph.nodes[0];
  const focusable = shown.focused ?? selected ?? cursor ?? first?.id ?? null;
  shown.scene = { ...shown.scene, focusable, waited: performance.now() - shown.statesAt };
  patchChildren(drawing, graphPicture(shown.scene));
  place();
  showDetails(shown.scene);
}

/** Gives a node the keyboard. */
export function focus(id: string): void {
  if (shown.scene === undefined || currentView() === null) return;
  shown.focused = id;
  bringIntoSight(id);
  draw();
  drawing.querySelector<SVGGElement>(`.node[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}
