// The page of the stage graph: shows what the extension sends, and says what the user does. It asks nobody else for anything.
import { filled } from "../src/filled.ts";
import type { ExportFormat, FromPage, GraphOptions, ToPage } from "../src/graph/graphMessages.ts";
import { type GraphScene, graphPicture, isFound } from "../src/graph/graphPicture.ts";
import type { GraphWords } from "../src/graph/graphWords.ts";
import { type Arrow, neighbour } from "../src/graph/neighbours.ts";
import type { GraphNode } from "../src/graph/stageGraph.ts";
import { fitted, following, opened, panned, showing, type Viewport, zoomed } from "../src/graph/viewport.ts";
import { pngFile, svgFile } from "./exportPicture.ts";
import { measureFont } from "./fontMetrics.ts";
import { showLegend } from "./legend.ts";
import { patchChildren } from "./patch.ts";

/** What outlives a reload of the window. */
interface Remembered {
  readonly options: GraphOptions;
  readonly view: Viewport | null;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
};

const editor = acquireVsCodeApi();
const part = <Kind extends Element>(id: string) => document.getElementById(id) as unknown as Kind;
const picture = part<SVGSVGElement>("picture");
const drawing = part<SVGGElement>("drawing");
const search = part<HTMLInputElement>("search");
const target = part<HTMLSelectElement>("target");
const scope = part<HTMLSelectElement>("scope");
const consumers = part<HTMLInputElement>("consumers");
const follow = part<HTMLInputElement>("follow");
const words = JSON.parse(document.body.dataset.words ?? "{}") as GraphWords;

let scene: GraphScene | undefined;
let options: GraphOptions | undefined = editor.getState()?.options;
let view: Viewport | null = editor.getState()?.view ?? null;
/** Whether the whole picture is shown because nobody has moved it. */
let isFitted = view === null;
/** What the keyboard is at. */
let focused: string | null = null;

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "show") show(data);
  else if (data.type === "cursor") showCursor(data.id);
  else say(data.text, (scene?.graph.nodes.length ?? 0) === 0);
});

function show({ graph, layout, options: chosen, name }: Extract<ToPage, { type: "show" }>): void {
  const before = scene;
  const isOther = options === undefined || options.document !== chosen.document || options.direction !== chosen.direction;
  options = chosen;
  const has = (id: string | null | undefined) => (id != null && graph.nodes.some((node) => node.id === id) ? id : null);
  focused = has(focused);
  scene = {
    graph,
    layout,
    words,
    selected: has(chosen.selected),
    cursor: has(before?.cursor),
    search: search.value,
    focusable: null,
  };
  if (view === null || (before !== undefined && isOther)) open();
  else if (before !== undefined) {
    view = following(view, before.layout.nodes, layout.nodes, [scene.selected, scene.cursor, focused], size());
  }
  document.title = name;
  showOptions();
  showLegend(part("kinds"), graph, words);
  const notes = [graph.nodes.length === 0 ? words.empty : "", graph.omitted > 0 ? filled(words.omitted, graph.omitted) : ""];
  say(notes.filter(Boolean).join(" "), graph.nodes.length === 0);
  draw();
}

function showCursor(id: string | null): void {
  if (scene === undefined) return;
  scene = { ...scene, cursor: id };
  const box = id === null ? undefined : scene.layout.nodes[id];
  if (box !== undefined && view !== null && options?.follow) view = showing(view, box, size());
  draw();
}

function showOptions(): void {
  if (options === undefined || scene === undefined) return;
  const choices = ["", ...scene.graph.targets];
  target.replaceChildren(...choices.map((name) => new Option(name === "" ? words.everything : name, name)));
  target.value = options.target ?? "";
  scope.value = options.document === "" ? "all" : "file";
  consumers.checked = options.consumers;
  follow.checked = options.follow;
}

/** Shows a sentence in the middle of the empty picture, or in the line below a full one. */
function say(text: string, isEmpty = true): void {
  part<HTMLElement>("message").textContent = isEmpty ? text : "";
  part<HTMLElement>("note").textContent = isEmpty ? "" : text;
}

function draw(): void {
  if (scene === undefined) return;
  const first = scene.graph.nodes.find((node) => node.default) ?? scene.graph.nodes[0];
  scene = { ...scene, focusable: focused ?? scene.selected ?? scene.cursor ?? first?.id ?? null };
  patchChildren(drawing, graphPicture(scene));
  place();
  showDetails();
}

function place(): void {
  if (view === null) return;
  drawing.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  if (options !== undefined) editor.setState({ options, view: isFitted ? null : view });
}

function size(): { width: number; height: number } {
  return { width: picture.clientWidth, height: picture.clientHeight };
}

function fit(): void {
  if (scene === undefined) return;
  view = fitted(scene.layout, size());
  isFitted = true;
}

/** Shows a picture that was not there before. */
function open(): void {
  if (scene === undefined) return;
  const { nodes } = scene.graph;
  const id = scene.selected ?? scene.cursor ?? nodes.find((node) => node.default)?.id ?? nodes[0]?.id;
  ({ view, isWhole: isFitted } = opened(scene.layout, size(), id === undefined ? undefined : scene.layout.nodes[id]));
}

function move(next: Viewport): void {
  view = next;
  isFitted = false;
  place();
}

// What is chosen, and what can be done with it.

function nodeOf(id: string | null | undefined): GraphNode | undefined {
  return scene?.graph.nodes.find((node) => node.id === id);
}

function showDetails(): void {
  if (scene === undefined) return;
  const node = nodeOf(scene.selected);
  const text = part<HTMLElement>("chosen");
  const sentence = node === undefined ? words.keys : describe(node);
  if (text.textContent !== sentence) text.textContent = sentence;
  text.classList.toggle("hint", node === undefined);
  part<HTMLElement>("go").hidden = node?.line == null;
  part<HTMLElement>("build").hidden = node?.build == null;
}

function describe(node: GraphNode): string {
  const { graph } = scene as GraphScene;
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

function select(id: string | null): void {
  if (scene === undefined || options === undefined || scene.selected === id) return;
  scene = { ...scene, selected: id, graph: { ...scene.graph, runs: null } };
  choose({ selected: id });
  draw();
}

/** Tells the extension, which then sends the graph anew where it must. */
function choose(change: Partial<GraphOptions>): void {
  if (options === undefined) return;
  options = { ...options, ...change };
  place();
  editor.postMessage({ type: "choose", change });
}

function go(id: string, focus: boolean): void {
  if (nodeOf(id)?.line != null) editor.postMessage({ type: "go", id, focus });
}

function build(id: string): void {
  if (nodeOf(id)?.build != null) editor.postMessage({ type: "build", id });
}

function focus(id: string): void {
  if (scene === undefined || view === null) return;
  focused = id;
  const box = scene.layout.nodes[id];
  if (box !== undefined) view = showing(view, box, size());
  draw();
  drawing.querySelector<SVGGElement>(`[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}

// The mouse.

let grip: { readonly x: number; readonly y: number; readonly view: Viewport; moved: boolean } | undefined;

picture.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || view === null) return;
  grip = { x: event.clientX, y: event.clientY, view, moved: false };
});

picture.addEventListener("pointermove", (event) => {
  if (grip === undefined) return;
  const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
  if (!grip.moved && Math.hypot(dx, dy) < 4) return;
  if (!grip.moved) picture.setPointerCapture(event.pointerId);
  grip.moved = true;
  picture.classList.add("panning");
  move(panned(grip.view, dx, dy));
});

picture.addEventListener("pointerup", (event) => {
  const wasMoved = grip?.moved ?? true;
  grip = undefined;
  picture.classList.remove("panning");
  if (wasMoved || event.button !== 0) return;
  const id = (event.target as Element).closest<SVGGElement>(".node")?.dataset.id;
  if (id === undefined) {
    select(null);
    return;
  }
  focused = id;
  select(id);
  go(id, false);
});

picture.addEventListener("pointercancel", () => {
  grip = undefined;
  picture.classList.remove("panning");
});

picture.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    if (view === null) return;
    const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    if (event.ctrlKey || event.metaKey) {
      const { left, top } = picture.getBoundingClientRect();
      move(zoomed(view, Math.exp((-event.deltaY * step) / 300), { x: event.clientX - left, y: event.clientY - top }));
    } else if (event.shiftKey) move(panned(view, -(event.deltaX + event.deltaY) * step, 0));
    else move(panned(view, -event.deltaX * step, -event.deltaY * step));
  },
  { passive: false },
);

function zoom(factor: number): void {
  const { width, height } = size();
  if (view !== null) move(zoomed(view, factor, { x: width / 2, y: height / 2 }));
}

function fitAgain(): void {
  fit();
  place();
}

// The keyboard.

picture.addEventListener("keydown", (event) => {
  if (scene === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const id = (event.target as Element).closest<SVGGElement>(".node")?.dataset.id ?? scene.focusable;
  if (id === null) return;
  const actions: Readonly<Record<string, () => void>> = {
    Enter: () => {
      select(id);
      go(id, true);
    },
    " ": () => select(scene?.selected === id ? null : id),
    Escape: () => select(null),
  };
  const next = event.key.startsWith("Arrow")
    ? neighbour(scene.graph, scene.layout, options?.direction ?? "down", id, event.key as Arrow)
    : undefined;
  const action = next === undefined ? actions[event.key] : () => focus(next);
  if (action === undefined && !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  action?.();
});

addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const chosen = (event.target as Element).closest<SVGGElement>(".node")?.dataset.id ?? scene?.selected ?? null;
  // By the key's place too: letters are others on other keyboards.
  if (event.key === "/" || event.code === "Slash") search.select();
  else if (event.code === "KeyB" && chosen !== null) build(chosen);
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(1 / 1.25);
  else if (event.key === "0") fitAgain();
  else return;
  event.preventDefault();
});

search.addEventListener("input", () => {
  if (scene === undefined) return;
  scene = { ...scene, search: search.value };
  const found = foundNodes();
  part<HTMLElement>("found").textContent = search.value !== "" && found.length === 0 ? words.nothingFound : "";
  const box = found[0] === undefined ? undefined : scene.layout.nodes[found[0].id];
  if (box !== undefined && view !== null) view = showing(view, box, size());
  draw();
});

search.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    search.value = "";
    search.dispatchEvent(new Event("input"));
    if (scene?.focusable != null) focus(scene.focusable);
  } else if (event.key === "Enter") {
    const found = foundNodes();
    const next = found[(found.findIndex((node) => node.id === focused) + 1) % found.length];
    if (next !== undefined) focus(next.id);
  } else return;
  event.preventDefault();
});

function foundNodes(): GraphNode[] {
  return scene?.graph.nodes.filter((node) => isFound(node, search.value)) ?? [];
}

// The toolbar.

target.addEventListener("change", () => choose({ target: target.value === "" ? null : target.value }));
scope.addEventListener("change", () => editor.postMessage({ type: "scope", all: scope.value === "all" }));
consumers.addEventListener("change", () => choose({ consumers: consumers.checked }));
follow.addEventListener("change", () => choose({ follow: follow.checked }));
part("direction").addEventListener("click", () => {
  editor.postMessage({ type: "choose", change: { direction: options?.direction === "right" ? "down" : "right" } });
});
part("zoomIn").addEventListener("click", () => zoom(1.25));
part("zoomOut").addEventListener("click", () => zoom(1 / 1.25));
part("fit").addEventListener("click", fitAgain);
part("go").addEventListener("click", () => scene?.selected != null && go(scene.selected, true));
part("build").addEventListener("click", () => scene?.selected != null && build(scene.selected));

const exporting = part<HTMLSelectElement>("export");
exporting.addEventListener("change", async () => {
  const format = exporting.value as ExportFormat | "";
  exporting.value = "";
  if (format === "" || scene === undefined) return;
  const content = format === "svg" ? svgFile(scene) : format === "png" ? await pngFile(scene) : "";
  editor.postMessage({ type: "export", format, content });
});

new ResizeObserver(() => {
  if (isFitted && scene !== undefined) fitAgain();
}).observe(picture);

editor.postMessage({ type: "ready", metrics: measureFont() });
