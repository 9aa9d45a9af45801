// What the extension sends, and how it is shown.
import { filled } from "../src/filled.ts";
import type { ToPage } from "../src/graph/graphMessages.ts";
import { type NodeStates, stateNews } from "../src/graph/nodeState.ts";
import { draw } from "./draw.ts";
import { showLegend } from "./legend.ts";
import { metrics, part, search, words } from "./parts.ts";
import { bringIntoSight, currentView, follow, open } from "./seen.ts";
import { shown } from "./shown.ts";
import { showOptions } from "./toolbar.ts";

export function receive(message: ToPage): void {
  if (message.type === "show") show(message);
  else if (message.type === "states") showStates(message.states);
  else if (message.type === "cursor") showCursor(message.id);
  else say(message.text, (shown.scene?.graph.nodes.length ?? 0) === 0);
}

function show({ graph, layout, options, name, states }: Extract<ToPage, { type: "show" }>): void {
  const { scene: before, options: earlier } = shown;
  const isOther = earlier === undefined || earlier.document !== options.document || earlier.direction !== options.direction;
  shown.options = options;
  const has = (id: string | null | undefined) => (id != null && graph.nodes.some((node) => node.id === id) ? id : null);
  shown.focused = has(shown.focused);
  const scene = {
    graph,
    layout,
    words,
    metrics,
    states: before?.states ?? {},
    waited: 0,
    selected: has(options.selected),
    cursor: has(before?.cursor),
    search: search.value,
    focusable: null,
  };
  shown.scene = scene;
  if (currentView() === null || (before !== undefined && isOther)) open(scene);
  else if (before !== undefined) follow(before, scene);
  document.title = name;
  showOptions(options, graph.targets);
  showLegend(part("kinds"), graph, words);
  const notes = [graph.nodes.length === 0 ? words.empty : "", graph.omitted > 0 ? filled(words.omitted, graph.omitted) : ""];
  say(notes.filter(Boolean).join(" "), graph.nodes.length === 0);
  showStates(states);
}

function showStates(states: NodeStates): void {
  if (shown.scene === undefined) return;
  const news = stateNews(shown.scene.states, states, shown.scene.graph);
  // What was said last stays until there is more to say.
  if (news !== "") part<HTMLElement>("news").textContent = news;
  shown.statesAt = performance.now();
  shown.scene = { ...shown.scene, states };
  draw();
}

function showCursor(id: string | null): void {
  if (shown.scene === undefined) return;
  shown.scene = { ...shown.scene, cursor: id };
  if (id !== null && shown.options?.follow) bringIntoSight(id);
  draw();
}

/** Shows a sentence in the middle of the empty picture, or in the line below a full one. */
function say(text: string, isEmpty: boolean): void {
  part<HTMLElement>("message").textContent = isEmpty ? text : "";
  part<HTMLElement>("note").textContent = isEmpty ? "" : text;
}
