import type { StageState } from "../build/stageStates.ts";
import { currentInstruction, type StateWords, spokenStateText, stateText } from "../build/stageStateText.ts";
import { hasRoom, type NodeState, type NodeStates } from "./nodeState.ts";
import type { GraphNode, StageGraph } from "./stageGraph.ts";

/** The states of the stages of a Dockerfile, by its URI. */
export type StatesOfFiles = ReadonlyMap<string, readonly StageState[]>;

/** What is known of a node's stage, or undefined: its Dockerfile is the text that was built, so the line of its FROM is the one it had then. */
export function stateOfNode(node: GraphNode, files: StatesOfFiles): StageState | undefined {
  if (node.kind !== "stage" || node.uri === null || node.line === null) return undefined;
  const here = files.get(node.uri)?.filter((state) => state.line + 1 === node.line) ?? [];
  // A Dockerfile between quotes has all its stages on one line.
  return here.length > 1 ? here.find(({ label }) => label.toLowerCase() === node.label.toLowerCase()) : here[0];
}

/**
 * What is shown in the nodes.
 *
 * @param roomy the Dockerfiles, by URI, whose stages have room for it
 * @param now milliseconds since 1970
 */
export function nodeStates(
  graph: StageGraph,
  files: StatesOfFiles,
  roomy: ReadonlySet<string>,
  words: StateWords,
  now: number,
): NodeStates {
  const states: Record<string, NodeState | null> = {};
  for (const node of graph.nodes) {
    if (!hasRoom(node, roomy)) continue;
    const state = stateOfNode(node, files);
    states[node.id] = state === undefined ? null : nodeState(state, words, now);
  }
  return states;
}

function nodeState(state: StageState, words: StateWords, now: number): NodeState {
  const spoken = spokenStateText(state, words);
  return {
    state: state.state,
    text: state.state === "failed" ? spoken : stateText(state, words),
    spoken,
    instruction: currentInstruction(state),
    elapsed: state.since === null ? null : Math.max(0, state.milliseconds + now - state.since),
    hasLog: state.steps.some(({ turn }) => turn !== null),
  };
}
