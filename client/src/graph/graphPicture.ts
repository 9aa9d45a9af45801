import { filled } from "../filled.ts";
import { element, type PictureElement, toXml } from "./element.ts";
import type { Box, EdgePath, GraphLayout } from "./graphLayout.ts";
import type { GraphWords } from "./graphWords.ts";
import { type FontMetrics, shortLabel } from "./labelWidth.ts";
import { hasSecondLine, ICON_ROOM, NODE_PADDING } from "./layoutInput.ts";
import type { NodeState, NodeStates } from "./nodeState.ts";
import type { GraphEdge, GraphNode, GraphNodeKind, StageGraph } from "./stageGraph.ts";
import { stateRow } from "./stateRow.ts";

/** What is drawn, apart from where the user looks. */
export interface GraphScene {
  readonly graph: StageGraph;
  readonly layout: GraphLayout;
  readonly words: GraphWords;
  readonly metrics: FontMetrics;
  /** How the builds of the stages go. */
  readonly states: NodeStates;
  /** Milliseconds since the states were sent. */
  readonly waited: number;
  /** The node that the user has chosen. What its build runs is lit, the rest dimmed. */
  readonly selected: string | null;
  /** The node in whose lines the editor's cursor is. */
  readonly cursor: string | null;
  /** What is searched for; empty for nothing. */
  readonly search: string;
  /** The node that the tab key leads to; null in a picture that is only looked at. */
  readonly focusable: string | null;
}

/** The room around the picture, in pixels. */
const MARGIN = 12;
/** From one line of a node to the next. */
const LINE_HEIGHT = 16;

/** What is said below a node's name. */
export function secondLine(node: GraphNode, words: GraphWords): string {
  if (node.kind === "consumer") return node.path ?? "";
  if (node.default) return words.defaultTarget;
  return node.unreachable ? words.unreachable : "";
}

/** Whether a node's name holds what is searched for, in any letter case. */
export function isFound(node: GraphNode, search: string): boolean {
  return search !== "" && node.label.toLowerCase().includes(search.toLowerCase());
}

/** The picture: boxes of Dockerfiles below, then edges, then nodes in the order of the graph. */
export function graphPicture(scene: GraphScene): readonly PictureElement[] {
  const { graph, layout } = scene;
  const lit = graph.runs === null ? null : new Set([...graph.runs, ...(scene.selected === null ? [] : [scene.selected])]);
  const isDim = (id: string) => lit !== null && !lit.has(id);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return [
    element(
      "g",
      { class: "clusters", "aria-hidden": "true" },
      ...Object.entries(layout.clusters).map(([dockerfile, box]) => cluster(dockerfile, box)),
    ),
    element(
      "g",
      { class: "edges", "aria-hidden": "true" },
      ...graph.edges.flatMap((edge, index) => {
        const path = layout.edges[index];
        return path === undefined ? [] : edgeLine(edge, path, nodes, isDim(edge.from) || isDim(edge.to), scene.words);
      }),
    ),
    element(
      "g",
      { class: "nodes" },
      ...graph.nodes.flatMap((node) => {
        const box = layout.nodes[node.id];
        return box === undefined ? [] : nodeShape(node, box, scene, isDim(node.id));
      }),
    ),
    element(
      "g",
      // Beside the nodes, not in them: a node's label says its state, whole and without the time, which would be read again each second.
      { class: "states", "aria-hidden": "true" },
      ...graph.nodes.flatMap((node) => {
        const [box, state] = [layout.nodes[node.id], scene.states[node.id]];
        return box === undefined || state == null ? [] : stateOf(node, state, box, scene, isDim(node.id));
      }),
    ),
  ];
}

/** What a screen reader says of a node. */
export function nodeDescription(node: GraphNode, graph: StageGraph, words: GraphWords, state: NodeState | null = null): string {
  const labels = new Map(graph.nodes.map((other) => [other.id, other.label]));
  const joined = (ids: readonly string[]) => [...new Set(ids)].map((id) => labels.get(id) ?? "").join(", ");
  const needs = joined(graph.edges.filter((edge) => edge.from === node.id).map((edge) => edge.to));
  const neededBy = joined(graph.edges.filter((edge) => edge.to === node.id).map((edge) => edge.from));
  const below = secondLine(node, words);
  return [
    // What can be read in the picture, in its order.
    `${words[node.kind]} ${node.label}${below ? ` ${below}` : ""}${state === null ? "" : `, ${state.spoken}`}`,
    ...(needs ? [filled(words.needs, needs)] : []),
    ...(neededBy ? [filled(words.neededBy, neededBy)] : []),
  ].join("; ");
}

/** The picture as a file of its own. `stylesheet` holds no variables any more. */
export function graphSvg(scene: GraphScene, stylesheet: string): string {
  const [width, height] = [scene.layout.width + 2 * MARGIN, scene.layout.height + 2 * MARGIN];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(
    element(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`, class: "graph" },
      element("title", {}, scene.words.title),
      element("style", {}, stylesheet),
      element("rect", { class: "background", x: -MARGIN, y: -MARGIN, width, height }),
      ...graphPicture({ ...scene, cursor: null, search: "", focusable: null }),
    ),
  )}\n`;
}

function cluster(dockerfile: string, box: Box): PictureElement {
  return element(
    "g",
    { key: dockerfile, class: "cluster" },
    element("rect", { ...box, rx: 6 }),
    element("text", { x: box.x + 12, y: box.y + 20 }, shortLabel(dockerfile)),
  );
}

function edgeLine(edge: GraphEdge, path: EdgePath, nodes: ReadonlyMap<string, GraphNode>, dim: boolean, words: GraphWords): PictureElement {
  const names = [edge.from, edge.to].map((id) => nodes.get(id)?.label ?? id);
  return element(
    "g",
    { key: `${edge.from} ${edge.to} ${edge.kind}`, class: classes("edge", edge.kind, dim && "dim") },
    element("title", {}, `${names[0]} ← ${names[1]}: ${words[edge.kind]}${(edge.times ?? 1) > 1 ? ` ×${edge.times}` : ""}`),
    element("path", { d: path.line, class: "line" }),
    element("path", { d: path.head, class: "head" }),
  );
}

function nodeShape(node: GraphNode, box: Box, scene: GraphScene, dim: boolean): PictureElement {
  const { words, selected, cursor, search } = scene;
  const below = hasSecondLine(node) ? secondLine(node, words) : "";
  const icon = ICONS[node.kind];
  const state = scene.states[node.id] ?? null;
  // Beside a sign or an icon everything begins at the left.
  const isCard = node.id in scene.states;
  const left = icon !== undefined ? NODE_PADDING + ICON_ROOM : isCard ? NODE_PADDING : box.width / 2;
  const anchor = icon === undefined && !isCard ? "middle" : undefined;
  const middle = box.height / 2;
  const lines = (hasSecondLine(node) ? 2 : 1) + (state === null ? 0 : 1);
  return element(
    "g",
    {
      key: node.id,
      class: classes(
        "node",
        node.kind,
        node.default && "default",
        node.unreachable && "unreachable",
        dim && "dim",
        node.id === selected && "selected",
        node.id === cursor && "cursor",
        isFound(node, search) && "found",
        state?.state ?? false,
      ),
      transform: `translate(${box.x} ${box.y})`,
      ...(scene.focusable !== null && {
        "data-id": node.id,
        role: "button",
        tabindex: node.id === scene.focusable ? 0 : -1,
        "aria-label": nodeDescription(node, scene.graph, words, state),
        "aria-pressed": String(node.id === selected),
      }),
    },
    element("title", {}, tooltip(node)),
    shapeOf(node, box),
    ...(node.default ? [element("rect", { class: "mark", x: 3, y: 3, width: box.width - 6, height: box.height - 6, rx: 3 })] : []),
    ...(icon === undefined ? [] : [element("path", { class: "icon", d: icon, transform: `translate(${NODE_PADDING - 2} ${middle - 7})` })]),
    element("text", { class: "label", x: left, y: baselineOf(0, lines, box), "text-anchor": anchor }, shortLabel(node.label)),
    // The blank is not drawn: it parts the words for those who read the text alone.
    ...(below
      ? [element("text", { class: "below", x: left, y: baselineOf(1, lines, box), "text-anchor": anchor }, ` ${shortLabel(below)}`)]
      : []),
  );
}

/** The row of a node's state, in the last line of the node. */
function stateOf(node: GraphNode, state: NodeState, box: Box, { metrics, waited, words, focusable, selected }: GraphScene, dim: boolean) {
  const hint = focusable === null ? null : words.showLog;
  const lines = hasSecondLine(node) ? 3 : 2;
  return element(
    "g",
    {
      key: node.id,
      class: classes("state", state.state, dim && "dim", node.id === selected && "selected", hint !== null && state.hasLog && "log"),
      transform: `translate(${box.x} ${box.y})`,
      ...(focusable !== null && { "data-id": node.id }),
    },
    ...stateRow(state, box.width, baselineOf(lines - 1, lines, box), metrics, waited, hint),
  );
}

/** Where the letters of a line stand, from the node's upper edge: its lines are in the middle of its height. */
function baselineOf(line: number, lines: number, box: Box): number {
  return box.height / 2 + 4.5 + (line - (lines - 1) / 2) * LINE_HEIGHT;
}

/** Each kind has a shape of its own: no colour is needed to tell them apart. */
function shapeOf(node: GraphNode, { width, height }: Box): PictureElement {
  if (node.kind === "context") {
    const slant = 8;
    return element("path", { class: "shape", d: `M${slant} 0L${width} 0L${width - slant} ${height}L0 ${height}Z` });
  }
  const radius = { stage: 5, image: 0, consumer: height / 2, scratch: height / 2 }[node.kind];
  return element("rect", { class: "shape", width, height, rx: radius });
}

/** Drawn in a square of 14. */
const ICONS: Readonly<Partial<Record<GraphNodeKind, string>>> = {
  // A box.
  image: "M7 .5L13 3.5V10.5L7 13.5L1 10.5V3.5ZM1 3.5L7 6.5L13 3.5M7 6.5V13.5",
  // A folder.
  context: "M.5 2.5H5L6.5 4.5H13.5V12H.5Z",
  // A file.
  consumer: "M2.5 .5H8.5L11.5 3.5V13.5H2.5ZM8.5 .5V3.5H11.5",
};

function tooltip(node: GraphNode): string {
  return node.path === null ? node.label : `${node.label}\n${node.path}${node.line === null ? "" : `:${node.line}`}`;
}

function classes(...names: readonly (string | false)[]): string {
  return names.filter(Boolean).join(" ");
}
