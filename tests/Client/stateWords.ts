import { BuildProgress } from "../../client/src/build/buildProgress.ts";
import type { Vertex } from "../../client/src/build/solveStatus.ts";
import type { StageState } from "../../client/src/build/stageStates.ts";
import type { StateWords } from "../../client/src/build/stageStateText.ts";

export const stateWords: StateWords = {
  waiting: "waiting",
  running: "running",
  cached: "cached",
  done: "done",
  failed: "failed",
  stopped: "stopped",
  skipped: "skipped",
  partlyCached: "{0} of {1} cached",
  failedAfter: "failed after {0}",
  showLog: "show log",
  lastStage: "last stage",
};

/**
 * The states of stages from steps written as text, one a line: `builder 1/2 done 3200 RUN make` (milliseconds; for what runs, since when by a clock that says
 * 0 then). A state is one of `waiting`, `running`, `cached`, `done`, `failed`. The stages' FROMs are ten lines apart, in the order in which they are written first.
 */
export function statesOf(text: string, isOver = false): StageState[] {
  const progress = new BuildProgress(undefined, () => 0);
  const stages: string[] = [];
  for (const line of text.trim().split("\n")) {
    const [stage = "", at = "", state = "", milliseconds = "", ...instruction] = line.trim().split(" ");
    if (!stages.includes(stage)) stages.push(stage);
    const vertex = {
      digest: `${stage} ${at}`,
      name: `[${stage} ${at}] ${instruction.join(" ")}`,
      started: new Date(1_000_000).toISOString(),
    };
    const completed = new Date(1_000_000 + Number(milliseconds)).toISOString();
    const more: Record<string, Partial<Vertex>> = {
      running: {},
      cached: { completed, cached: true },
      done: { completed },
      failed: { completed, error: "exit code: 1" },
    };
    progress.apply({ vertexes: [state === "waiting" ? { digest: vertex.digest, name: vertex.name } : { ...vertex, ...more[state] }] });
  }
  if (isOver) progress.end();
  const told = progress.stages();
  return stages.flatMap((name, index) => {
    const state = told.find(({ stage }) => stage === name);
    return state ? [{ ...state, index, name, label: name, line: index * 10, place: null }] : [];
  });
}
