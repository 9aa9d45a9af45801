/** What the server answers to `dockstage/graph`: what `dockstage graph --format json` prints, and what only an editor needs. */
export interface StageGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The ids of what a build of the selected node runs or reads; null when nothing is selected or it is no target. */
  readonly runs: readonly string[] | null;
  /** The targets by which the picture can be narrowed, in the order of the files. */
  readonly targets: readonly string[];
  /** How many Dockerfiles were left out because there are too many for one picture. */
  readonly omitted: number;
}

export type GraphNodeKind = "stage" | "image" | "context" | "consumer" | "scratch";
export type GraphEdgeKind = "from" | "copy" | "mount" | "onbuild" | "builds";

export interface GraphNode {
  readonly id: string;
  readonly kind: GraphNodeKind;
  readonly label: string;
  /** Where it is written, relative to the folder; null for images. */
  readonly path: string | null;
  /** From 1. */
  readonly line: number | null;
  readonly default: boolean;
  readonly unreachable: boolean;
  /** The document of `path`. */
  readonly uri: string | null;
  /** The Dockerfile to which a stage, a context or scratch belongs, relative to the folder; inside a compose file with the service behind it. */
  readonly dockerfile: string | null;
  /** What the build command takes to build it; null when it cannot be built by itself. */
  readonly build: object | null;
}

/** `from` needs `to`. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
  /** From 1, in the file of `from`. */
  readonly line: number;
  /** How often it is written, once the edges are joined. */
  readonly times?: number;
}

/**
 * The same graph with identities that outlive an edit. The server tells stages apart by their place in the file, so a stage written above
 * would give its identity to the one below; here a stage is known by its name, as long as no other of its Dockerfile has the same.
 */
export function withLastingIds(graph: StageGraph): StageGraph {
  const named = ({ kind, dockerfile, label }: GraphNode) => `${kind}:${dockerfile}#${label.toLowerCase()}`;
  const stages = graph.nodes.filter((node) => node.kind === "stage");
  const uses = new Map<string, number>();
  for (const stage of stages) uses.set(named(stage), (uses.get(named(stage)) ?? 0) + 1);
  const lasting = new Map(stages.filter((stage) => uses.get(named(stage)) === 1).map((stage) => [stage.id, named(stage)]));
  const idOf = (id: string) => lasting.get(id) ?? id;
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({ ...node, id: idOf(node.id) })),
    edges: graph.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
    runs: graph.runs?.map(idOf) ?? null,
  };
}

/** The same graph in which two nodes are joined by one edge of a kind at most, at the line where it is written first. */
export function joinedEdges(graph: StageGraph): StageGraph {
  const joined = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    const key = JSON.stringify([edge.from, edge.to, edge.kind]);
    joined.set(key, { ...(joined.get(key) ?? edge), times: (joined.get(key)?.times ?? 0) + 1 });
  }
  return { ...graph, edges: [...joined.values()] };
}

/**
 * The same graph in which each Dockerfile has its own images: lines from one `alpine` to stages of many files would cross the whole picture
 * and say little.
 */
export function withOwnImages(graph: StageGraph): StageGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  if (new Set(graph.nodes.flatMap((node) => (node.kind === "stage" && node.dockerfile) || [])).size < 2) return graph;
  const images = new Map<string, GraphNode>();
  const edges = graph.edges.map((edge) => {
    const [user, image] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (image?.kind !== "image" || !user?.dockerfile) return edge;
    const own = { ...image, id: `${image.id} ${user.dockerfile}`, dockerfile: user.dockerfile };
    images.set(own.id, own);
    return { ...edge, to: own.id };
  });
  const runs = graph.runs === null ? null : new Set(graph.runs);
  const isRun = (image: GraphNode) => edges.some((edge) => edge.to === image.id && runs?.has(edge.from));
  return {
    ...graph,
    nodes: [...graph.nodes.filter((node) => node.kind !== "image"), ...images.values()],
    edges,
    runs: runs === null ? null : [...runs, ...[...images.values()].filter(isRun).map((image) => image.id)],
  };
}

/** The stage in whose lines a place lies: the last one of the document that begins at or above `line` (from 1). */
export function stageAt(graph: StageGraph, uri: string, line: number): GraphNode | undefined {
  return graph.nodes
    .filter((node) => (node.kind === "stage" || node.kind === "consumer") && node.uri === uri && node.line !== null && node.line <= line)
    .reduce<GraphNode | undefined>((last, node) => (last === undefined || (node.line ?? 0) >= (last.line ?? 0) ? node : last), undefined);
}
