import { type FontMetrics, labelWidth, shortLabel } from "./labelWidth.ts";
import type { GraphEdge, GraphNode, StageGraph } from "./stageGraph.ts";

/** Where the picture grows to: base images above and what is built from them below, or left and right. */
export type Direction = "down" | "right";

/** What the layout has to place: names that mean nothing, and sizes. Two graphs with the same input look the same. */
export interface LayoutInput {
  /** Graphviz' language. It holds nothing that the workspace wrote. */
  readonly dot: string;
  /** The ids behind the names `n0`, `n1`, …. */
  readonly nodes: readonly string[];
  /** The Dockerfiles around which a box is drawn, behind the names `cluster_0`, …; none when there is but one. */
  readonly clusters: readonly string[];
}

/** Widths are rounded up to this, so that not every letter typed moves the picture. */
const WIDTH_STEP = 24;

/** The height of a node: that of one line, and of one more where something is said below the name. */
export const NODE_HEIGHT = 30;
export const TALL_NODE_HEIGHT = 44;
/** What a node is higher, and how wide it is at least, when there is room for how its stage's build goes. */
export const STATE_HEIGHT = 16;
const STATE_WIDTH = 216;
/** The room left and right of the label, the icon included. */
export const NODE_PADDING = 14;
export const ICON_ROOM = 20;

/** Whether something is said below the node's name: what makes it special, or the file that it is in. */
export function hasSecondLine(node: GraphNode): boolean {
  return node.default || node.unreachable || node.kind === "consumer";
}

/**
 * What Graphviz is asked. Arrows go the way the build goes, from what is needed to what needs it, so that base images come first and the
 * consumers last.
 *
 * @param secondLine what is said below a node's name
 * @param hasState whether a node has room for how its build goes: as long as that is the same, no state moves anything
 */
export function layoutInput(
  graph: StageGraph,
  metrics: FontMetrics,
  direction: Direction,
  secondLine: (node: GraphNode) => string,
  hasState: (node: GraphNode) => boolean = () => false,
): LayoutInput {
  const names = new Map(graph.nodes.map((node, index) => [node.id, `n${index}`]));
  const dockerfiles = [...new Set(graph.nodes.flatMap((node) => (node.kind === "stage" && node.dockerfile) || []))];
  const clusters = dockerfiles.length > 1 ? dockerfiles : [];
  const statement = (node: GraphNode) => {
    const icon = node.kind === "stage" || node.kind === "scratch" ? 0 : ICON_ROOM;
    const below = hasSecondLine(node) ? labelWidth(shortLabel(secondLine(node)), metrics) : 0;
    const text = Math.max(labelWidth(shortLabel(node.label), metrics), below) + icon;
    const width = Math.max(Math.ceil((text + 2 * NODE_PADDING) / WIDTH_STEP) * WIDTH_STEP, hasState(node) ? STATE_WIDTH : 0);
    const height = (hasSecondLine(node) ? TALL_NODE_HEIGHT : NODE_HEIGHT) + (hasState(node) ? STATE_HEIGHT : 0);
    return `${names.get(node.id)}[width=${inches(width)},height=${inches(height)}]`;
  };
  const inCluster = (dockerfile: string | null) => dockerfile !== null && clusters.includes(dockerfile);
  const dot = [
    "digraph {",
    `rankdir=${direction === "down" ? "TB" : "LR"};nodesep=0.28;ranksep=0.5;`,
    'node[shape=box,fixedsize=true,label=""];edge[arrowsize=0.7];',
    ...clusters.map((dockerfile, index) => {
      const width = Math.ceil(labelWidth(shortLabel(dockerfile), metrics) / WIDTH_STEP) * WIDTH_STEP;
      const label = `<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="20"><TR><TD></TD></TR></TABLE>>`;
      const inside = graph.nodes.filter((node) => node.dockerfile === dockerfile && node.kind !== "consumer").map(statement);
      return `subgraph cluster_${index}{margin=14;label=${label};labeljust=l;${inside.join(";")}}`;
    }),
    ...graph.nodes.filter((node) => node.kind === "consumer" || !inCluster(node.dockerfile)).map((node) => `${statement(node)};`),
    ...graph.edges.map((edge, index) => `${names.get(edge.to)}->${names.get(edge.from)}[id=e${index},weight=${weight(edge)}];`),
    "}",
  ].join("\n");
  return { dot, nodes: graph.nodes.map((node) => node.id), clusters };
}

/** A stage stands close to its base: that is the line the eye follows. */
function weight(edge: GraphEdge): number {
  return edge.kind === "from" ? 4 : 1;
}

function inches(pixels: number): string {
  return (pixels / 72).toFixed(4);
}
