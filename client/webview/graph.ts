// The page of the stage graph: shows what the extension sends, and says what the user does. It asks nobody else for anything.
import { filled } from "../src/filled.ts";
import type { ExportFormat, FromPage, GraphOptions, ToPage } from "../src/graph/graphMessages.ts";
import { type GraphScene, graphPicture, isFound } from "../src/graph/graphPicture.ts";
import type { GraphWords } from "../src/graph/graphWords.ts";
import { type Arrow, neighbour } from "../src/graph/neighbours.ts";
import { isRunning, type NodeStates, stateNews } from "../src/graph/nodeState.ts";
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
const metrics = measureFont();

let scene: GraphScene | undefined;
let options: GraphOptions | undefined = editor.getState()?.options;
let view: Viewport | null = editor.getState()?.view ?? null;
/** Whether the whole picture is shown because nobody has moved it. */
let isFitted = view === null;
/** What the keyboard is at. */
let focused: string | null = null;
/** When the states were sent that are shown, by the clock of the page. */
let statesAt = 0;

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "show") show(data);
  else if (data.type === "states") showStates(data.states);
  else if (data.type === "cursor") showCursor(data.id);
  else say(data.text, (scene?.graph.nodes.length ?? 0) === 0);
});

function show({ graph, layout, options: chosen, name, states }: Extract<ToPage, { type: "show" }>): void {
  const before = scene;
  const isOther = options === undefined || options.document !== chosen.document || options.direction !== chosen.direction;
  options = chosen;
  const has = (id: string | null | undefined) => (id != null && graph.nodes.some((node) => node.id === id) ? id : null);
  focused = has(focused);
  scene = {
    graph,
    layout,
    words,
    metrics,
    states: before?.states ?? {},
    waited: 0,
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
  showStates(states);
}

function showStates(states: NodeStates): void {
  if (scene === undefined) return;
  const news = stateNews(scene.states, states, scene.graph);
  // What was said last stays until there is more to say.
  if (news !== "") part<HTMLElement>("news").textContent = news;
  statesAt = performance.now();
  scene = { ...scene, states };
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
  const focusable = focused ?? scene.selected ?? scene.cursor ?? first?.id ?? null;
  scene = { ...scene, focusable, waited: performance.now() - statesAt };
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
  write("chosen", node === undefined ? words.keys : describe(node));
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

/** Writes a text where it is another: what a screen reader reads from is not touched without need. */
function write(id: string, text: string): void {
  const element = part<HTMLElement>(id);
  if (element.textContent !== text) element.textContent = text;
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

function isBeingBuilt(id: string): boolean {
  const node = nodeOf(id);
  return scene !== undefined && node !== undefined && isRunning(node, scene.graph, scene.states);
}

function build(id: string): void {
  if (nodeOf(id)?.build != null && !isBeingBuilt(id)) editor.postMessage({ type: "build", id });
}

function stop(id: string): void {
  if (isBeingBuilt(id)) editor.postMessage({ type: "stop", id });
}

function showLog(id: string): void {
  if (scene?.states[id]?.hasLog) editor.postMessage({ type: "log", id });
}

function focus(id: string): void {
  if (scene === undefined || view === null) return;
  focused = id;
  const box = scene.layout.nodes[id];
  if (box !== undefined) view = showing(view, box, size());
  draw();
  drawing.querySelector<SVGGElement>(`.node[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
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
  const id = (event.target as Element).closest<SVGGElement>(".node, .state")?.dataset.id;
  if (id === undefined) {
    select(null);
    return;
  }
  focused = id;
  select(id);
  // As in the lens over its FROM, how the build went leads to its log.
  if ((event.target as Element).closest(".log") !== null) showLog(id);
  else go(id, false);
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
  else if (event.code === "KeyS" && chosen !== null) stop(chosen);
  else if (event.code === "KeyL" && chosen !== null) showLog(chosen);
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
part("log").addEventListener("click", () => scene?.selected != null && showLog(scene.selected));
part("build").addEventListener("click", () => {
  if (scene?.selected == null) return;
  if (isBeingBuilt(scene.selected)) stop(scene.selected);
  else build(scene.selected);
});

// The times of what runs count on between two messages.
setInterval(() => {
  if (Object.values(scene?.states ?? {}).some((state) => state?.elapsed != null)) draw();
}, 1_000);

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

editor.postMessage({ type: "ready", metrics });
