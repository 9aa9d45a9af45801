// What the user chooses, and does with it. The extension does the rest.
import type { GraphOptions } from "../src/graph/graphMessages.ts";
import { isRunning } from "../src/graph/nodeState.ts";
import { draw } from "./draw.ts";
import { editor } from "./editor.ts";
import { place } from "./seen.ts";
import { nodeOf, shown } from "./shown.ts";

/** Chooses a node, or none. */
export function select(id: string | null): void {
  const { scene, options } = shown;
  if (scene === undefined || options === undefined || scene.selected === id) return;
  shown.scene = { ...scene, selected: id, graph: { ...scene.graph, runs: null } };
  choose({ selected: id });
  draw();
}

/** Tells the extension, which then sends the graph anew where it must. */
export function choose(change: Partial<GraphOptions>): void {
  if (shown.options === undefined) return;
  shown.options = { ...shown.options, ...change };
  place();
  editor.postMessage({ type: "choose", change });
}

/** Goes to where a node is written. @param focus whether the keyboard goes there too */
export function go(id: string, focus: boolean): void {
  if (nodeOf(id)?.line != null) editor.postMessage({ type: "go", id, focus });
}

/** Whether a build of a node runs, which can be stopped. */
export function isBeingBuilt(id: string): boolean {
  const node = nodeOf(id);
  return shown.scene !== undefined && node !== undefined && isRunning(node, shown.scene.graph, shown.scene.states);
}

export function build(id: string): void {
  if (nodeOf(id)?.build != null && !isBeingBuilt(id)) editor.postMessage({ type: "build", id });
}

export function stop(id: string): void {
  if (isBeingBuilt(id)) editor.postMessage({ type: "stop", id });
}

export function showLog(id: string): void {
  if (shown.scene?.states[id]?.hasLog) editor.postMessage({ type: "log", id });
}
