import type { StepState } from "../build/stepState.ts";
import type { GraphNode, StageGraph } from "./stageGraph.ts";

/** How the last build of a stage went, or goes, as the picture shows it. */
export interface NodeState {
  readonly state: StepState;
  /** What stands behind the sign: `2/5 RUN make`, `3.2 s, 2 of 5 cached`. */
  readonly text: string;
  /** The same for those who see no sign. */
  readonly spoken: string;
  /** The instruction that runs or has failed, whole; null when none does. */
  readonly instruction: string | null;
  /** How long it has taken when this was sent, in milliseconds; null when nothing runs. */
  readonly elapsed: number | null;
  /** Whether its steps have anything to show. */
  readonly hasLog: boolean;
}

/** By the ids of the nodes that have room for a state; null where there is nothing to say. */
export type NodeStates = Readonly<Record<string, NodeState | null>>;

/** Whether a node has room for a state. */
export function hasRoom(node: GraphNode, roomy: ReadonlySet<string>): boolean {
  return node.kind === "stage" && node.uri !== null && roomy.has(node.uri);
}

/** Whether a build of it runs: of a stage, or of a consumer one of whose stages is being built. */
export function isRunning(node: GraphNode, graph: StageGraph, states: NodeStates): boolean {
  const runs = (id: string) => states[id]?.state === "running" || states[id]?.state === "waiting";
  if (node.kind !== "consumer") return runs(node.id);
  return graph.edges.some((edge) => edge.from === node.id && edge.kind === "builds" && runs(edge.to));
}

/** What is worth saying to those who do not look: stages that have ended since. At most four, and a sign that there are more. */
export function stateNews(before: NodeStates, after: NodeStates, graph: StageGraph): string {
  const ended = graph.nodes.flatMap((node) => {
    const [old, now] = [before[node.id]?.state, after[node.id]];
    if (now == null) return [];
    const hasEnded = now.state === "failed" ? old !== "failed" : isEnd(now.state) && (old === "waiting" || old === "running");
    return hasEnded ? [`${node.label} ${now.spoken}`] : [];
  });
  return [...ended.slice(0, 4), ...(ended.length > 4 ? ["…"] : [])].join("; ");
}

function isEnd(state: StepState): boolean {
  return state === "done" || state === "cached" || state === "stopped";
}
