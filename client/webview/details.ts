// The line below the picture: what is chosen, how its build went, and what can be done with it.
import { filled } from "../src/filled.ts";
import type { GraphScene } from "../src/graph/graphPicture.ts";
import { isRunning } from "../src/graph/nodeState.ts";
import type { GraphNode, StageGraph } from "../src/graph/stageGraph.ts";
import { part, words, write } from "./parts.ts";
import { nodeOf } from "./shown.ts";

export function showDetails(scene: GraphScene): void {
  const node = nodeOf(scene.selected);
  write("chosen", node === undefined ? words.keys : describe(node, scene.graph));
  part("chosen").classList.toggle("hint", node === undefined);
  const state = node === undefined ? null : (scene.states[node.id] ?? null);
  const isOn = node !== undefined && isRunning(node, scene.graph, scene.states);
  // What may have something to say while a build goes on keeps its place even when it has nothing.
  const hasRoom = node !== undefined && node.id in scene.states;
  part<HTMLElement>("state").hidden = !hasRoom;
  write("state", state?.spoken ?? "\u00a0");
  part<HTMLElement>("state").title = state?.instruction ?? "";
  part<HTMLElement>("log").hidden = !hasRoom;
  part<HTMLButtonElement>("log").disabled = !state?.hasLog;
  part<HTMLElement>("go").hidden = node?.line == null;
  write("go", state?.state === "failed" ? words.goToFailure : words.goToLine);
  part<HTMLElement>("build").hidden = node?.build == null && !isOn;
  write("build", isOn ? words.stop : words.build);
}

function describe(node: GraphNode, graph: StageGraph): string {
  const named = `${node.label} (${words[node.kind]})`;
  if (graph.runs === null || (node.kind !== "stage" && node.kind !== "consumer")) return named;
  const runs = new Set(graph.runs);
  const stages = graph.nodes.filter((other) => other.kind === "stage");
  const files = new Set(stages.filter((stage) => runs.has(stage.id)).map((stage) => stage.dockerfile));
  const own = stages.filter((stage) => files.has(stage.dockerfile));
  const skipped = own.filter((stage) => !runs.has(stage.id)).map((stage) => stage.label);
  const count = filled(words.runs, own.length - skipped.length, own.length);
  return `${named}: ${count}${skipped.length === 0 ? "" : ` ${filled(words.skips, shortList(skipped))}`}`;
}

function shortList(labels: readonly string[]): string {
  return labels.length <= 6 ? labels.join(", ") : `${labels.slice(0, 6).join(", ")}, …`;
}
