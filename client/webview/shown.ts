import type { GraphOptions } from "../src/graph/graphMessages.ts";
import type { GraphScene } from "../src/graph/graphPicture.ts";
import type { GraphNode } from "../src/graph/stageGraph.ts";
import { editor } from "./editor.ts";

/** What the page shows now. */
interface Shown {
  /** Undefined until the extension has sent a graph. */
  scene: GraphScene | undefined;
  options: GraphOptions | undefined;
  /** The id of the node that the keyboard is at. */
  focused: string | null;
  /** When the states were sent that are shown, by the clock of the page. */
  statesAt: number;
}

export const shown: Shown = { scene: undefined, options: editor.getState()?.options, focused: null, statesAt: 0 };

/** The node with an id, if it is in the picture. */
export function nodeOf(id: string | null | undefined): GraphNode | undefined {
  return shown.scene?.graph.nodes.find((node) => node.id === id);
}
