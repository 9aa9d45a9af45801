import type { GraphEdgeKind, GraphNode, GraphNodeKind, StageGraph } from "../../client/src/graph/stageGraph.ts";

/**
 * A graph written as text, one node or edge a line: `stage builder`, `image alpine`, `consumer web`, and `builder from develop`,
 * `web builds release`. Behind a node `default` and `unreachable` may stand, and `in FILE` for another Dockerfile. The nodes' ids are as
 * the server makes them; edges name labels.
 */
export function graphOf(text: string): StageGraph {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const nodes: GraphNode[] = [];
  const counts = new Map<string, number>();
  for (const [kind = "", label = "", ...rest] of lines.filter(([first = ""]) => KINDS.has(first))) {
    const file = rest.includes("in") ? (rest[rest.indexOf("in") + 1] ?? "") : "Dockerfile";
    const index = counts.get(file) ?? 0;
    if (kind === "stage") counts.set(file, index + 1);
    const path = kind === "image" ? null : kind === "consumer" ? "compose.yaml" : file;
    nodes.push({
      id: kind === "stage" ? `stage:${file}#${index}` : `${kind}:${label}`,
      kind: kind as GraphNodeKind,
      label,
      path,
      line: path === null ? null : nodes.length * 10 + 1,
      default: rest.includes("default"),
      unreachable: rest.includes("unreachable"),
      uri: path === null ? null : `file:///w/${path}`,
      dockerfile: kind === "image" || kind === "consumer" ? null : file,
      build: kind === "stage" || kind === "consumer" ? {} : null,
    });
  }
  const idOf = (label: string) => nodes.find((node) => node.label === label)?.id ?? label;
  const edges = lines
    .filter(([first = ""]) => !KINDS.has(first))
    .map(([from = "", kind = "", to = ""], line) => ({ from: idOf(from), to: idOf(to), kind: kind as GraphEdgeKind, line: line + 1 }));
  return { nodes, edges, runs: null, targets: [], omitted: 0 };
}

const KINDS = new Set(["stage", "image", "context", "consumer", "scratch"]);
