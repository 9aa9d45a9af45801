import { isFound } from "../src/graph/graphPicture.ts";
import type { GraphNode } from "../src/graph/stageGraph.ts";
import { draw, focus } from "./draw.ts";
import { part, search, words } from "./parts.ts";
import { bringIntoSight } from "./seen.ts";
import { shown } from "./shown.ts";

/** Listens to the field: what is typed marks the nodes that hold it, Enter goes from one to the next, Escape ends it. */
export function listenToSearch(): void {
  search.addEventListener("input", () => {
    if (shown.scene === undefined) return;
    shown.scene = { ...shown.scene, search: search.value };
    const found = foundNodes();
    part<HTMLElement>("found").textContent = search.value !== "" && found.length === 0 ? words.nothingFound : "";
    if (found[0] !== undefined) bringIntoSight(found[0].id);
    draw();
  });

  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      search.value = "";
      search.dispatchEvent(new Event("input"));
      if (shown.scene?.focusable != null) focus(shown.scene.focusable);
    } else if (event.key === "Enter") {
      const found = foundNodes();
      const next = found[(found.findIndex((node) => node.id === shown.focused) + 1) % found.length];
      if (next !== undefined) focus(next.id);
    } else return;
    event.preventDefault();
  });
}

function foundNodes(): GraphNode[] {
  return shown.scene?.graph.nodes.filter((node) => isFound(node, search.value)) ?? [];
}
