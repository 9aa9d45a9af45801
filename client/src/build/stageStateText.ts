import { filled } from "../filled.ts";
import type { StageProgress } from "./buildProgress.ts";
import { duration } from "./duration.ts";
import type { StageState } from "./stageStates.ts";
import type { StepState } from "./stepState.ts";

/** The words for how the build of a stage goes, in the user's language. `{0}` stands for what is filled in. */
export interface StateWords extends Readonly<Record<StepState, string>> {
  /** {0} of {1} steps. */
  readonly partlyCached: string;
  /** {0}: how long it ran. */
  readonly failedAfter: string;
  readonly showLog: string;
  readonly lastStage: string;
}

/** The signs that stand for states where there are only letters. */
const signs: Readonly<Record<StepState, string>> = {
  waiting: "○",
  running: "⟳",
  cached: "✓",
  done: "✓",
  failed: "✗",
  stopped: "■",
  skipped: "–",
};

/** Longer instructions are cut in a lens. */
const longestInstruction = 60;

/** How a stage's build went, or goes, in a few words: `✓ builder 3.2 s, 2 of 5 cached`. Null while it waits, and when nothing of it was built. */
export function stageStateText(state: StageState, words: StateWords): string | null {
  if (state.state === "waiting" || state.state === "skipped") return null;
  const name = state.name ?? state.stage ?? words.lastStage;
  const text = state.state === "running" && state.current === null ? "" : stateText(state, words);
  return `${signs[state.state]} ${name} ${text}${state.state === "failed" ? `: ${words.showLog}` : ""}`.trimEnd();
}

/** The same without the stage's name, as it stands where the name stands already: with its sign `✓ 3.2 s, 2 of 5 cached`. */
export function signedStateText(state: StageProgress, words: StateWords): string {
  return `${signs[state.state]} ${stateText(state, words)}`;
}

/** The words alone: `3.2 s, 2 of 5 cached`, `2/5 RUN make`, `failed after 3.2 s`. */
export function stateText(progress: StageProgress, words: StateWords): string {
  const { state, milliseconds, cached, total } = progress;
  if (state === "running") return currentText(progress) ?? words.running;
  if (state === "failed") return filled(words.failedAfter, duration(milliseconds));
  if (state !== "done") return words[state];
  return cached === 0 ? duration(milliseconds) : `${duration(milliseconds)}, ${filled(words.partlyCached, cached, total)}`;
}

/** What a screen reader says, which sees no sign: `done 3.2 s, 2 of 5 cached`, `failed after 0.4 s: 1/2 RUN make`. */
export function spokenStateText(progress: StageProgress, words: StateWords): string {
  const text = stateText(progress, words);
  if (progress.state === "failed") return [text, currentText(progress)].filter(Boolean).join(": ");
  const isSaid = text.startsWith(words[progress.state]);
  return isSaid ? text : `${words[progress.state]} ${text}`;
}

/** The instruction that runs or has failed, whole and on one line, or null. */
export function currentInstruction({ current }: StageProgress): string | null {
  return current?.instruction?.instruction.replace(/\s+/g, " ").trim() ?? null;
}

function currentText(progress: StageProgress): string | null {
  const text = currentInstruction(progress);
  if (text === null || !progress.current?.instruction) return null;
  const { index, total } = progress.current.instruction;
  return `${index}/${total} ${text.length > longestInstruction ? `${text.slice(0, longestInstruction)}…` : text}`;
}
