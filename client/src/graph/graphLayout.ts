import type { LayoutInput } from "./layoutInput.ts";

/** Where everything lies, in pixels from the left upper corner of the picture. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** By the ids of the nodes. */
  readonly nodes: Readonly<Record<string, Box>>;
  /** In the order of the graph's edges. */
  readonly edges: readonly EdgePath[];
  /** Around the nodes of a Dockerfile, by its path; empty when there is but one. */
  readonly clusters: Readonly<Record<string, Box>>;
}

/** Where an edge runs, as the data of SVG paths. */
export interface EdgePath {
  /** The curve up to the arrow head. */
  readonly line: string;
  /** The arrow head, a triangle. */
  readonly head: string;
}

/** A rectangle by its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of Graphviz' JSON that is read: https://graphviz.org/docs/outputs/json. Positions are in points from the left lower corner. */
interface GraphvizJson {
  readonly bb: string;
  readonly objects?: readonly {
    readonly name: string;
    readonly pos?: string;
    readonly bb?: string;
    readonly width?: string;
    readonly height?: string;
  }[];
  readonly edges?: readonly { readonly id: string; readonly pos?: string }[];
}

/** Reads what Graphviz answers (`json0`) to a layout's input. */
export function readLayout(json: string, input: LayoutInput): GraphLayout {
  const graph = JSON.parse(json) as GraphvizJson;
  const [, , width = 0, height = 0] = numbers(graph.bb);
  const nodes: Record<string, Box> = {};
  const clusters: Record<string, Box> = {};
  for (const object of graph.objects ?? []) {
    const id = input.nodes[Number(object.name.match(/^n(\d+)$/)?.[1])];
    const dockerfile = input.clusters[Number(object.name.match(/^cluster_(\d+)$/)?.[1])];
    if (id !== undefined && object.pos !== undefined) {
      const [x = 0, y = 0] = numbers(object.pos);
      const [w, h] = [Number(object.width) * 72, Number(object.height) * 72];
      nodes[id] = { x: round(x - w / 2), y: round(height - y - h / 2), width: round(w), height: round(h) };
    } else if (dockerfile !== undefined && object.bb !== undefined) {
      const [left = 0, low = 0, right = 0, high = 0] = numbers(object.bb);
      clusters[dockerfile] = { x: round(left), y: round(height - high), width: round(right - left), height: round(high - low) };
    }
  }
  const edges: EdgePath[] = [];
  for (const edge of graph.edges ?? []) edges[Number(edge.id.slice(1))] = pathOf(edge.pos ?? "", height);
  return { width: round(width), height: round(height), nodes, edges, clusters };
}

/** `e,x,y x,y x,y …`: the arrow's tip, then a first point and three more for each piece of a Bézier curve. */
function pathOf(pos: string, height: number): EdgePath {
  const points = pos
    .replace(/^e,/, "")
    .split(" ")
    .map((point) => {
      const [x = 0, y = 0] = numbers(point);
      return { x, y: height - y };
    });
  const [tip = { x: 0, y: 0 }, ...curve] = points;
  const [first, ...rest] = curve.map(written);
  const end = curve.at(-1) ?? tip;
  // Half the triangle's base, at a right angle to the way from the curve's end to the tip.
  const [across, along] = [(tip.x - end.x) * 0.45, (tip.y - end.y) * 0.45];
  const left = written({ x: end.x - along, y: end.y + across });
  const right = written({ x: end.x + along, y: end.y - across });
  return { line: `M${first}C${rest.join(" ")}`, head: `M${written(tip)}L${left}L${right}Z` };
}

function written({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)} ${round(y)}`;
}

function numbers(text: string): number[] {
  return text.split(",").map(Number);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
