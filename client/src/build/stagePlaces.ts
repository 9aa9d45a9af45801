import type { InstructionStep } from "./vertexName.ts";

/** An instruction in a Dockerfile, lines from 0, both inclusive. */
export interface InstructionPlace {
  /** In any letter case. */
  readonly keyword: string;
  /** What follows it, on one line; long ones may be cut, with `…` at the end. */
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A stage in a Dockerfile, in file order. */
export interface StagePlace {
  /** Null for a stage without a name. */
  readonly name: string | null;
  /** The line of its FROM. */
  readonly line: number;
  readonly instructions: readonly InstructionPlace[];
}

/** BuildKit counts these, and FROM where it names an image (`dispatchState.cmdTotal`). */
const counted = new Set(["RUN", "COPY", "ADD", "WORKDIR"]);

/**
 * Which stage a step belongs to, by the stage's name in BuildKit's output: letter case does not count, `stage-2` is the third where no stage is called so,
 * none is the only one. Of several stages of one name the last is meant. -1 when there is none.
 *
 * @param target the name read in front of the stage's. Where the only name of a step is that of a target, and there are several stages, it is a
 *   stage's: Compose 2.40 writes no target in a build of one service, which may be called like the stage
 */
export function stageIndexOf(stages: readonly StagePlace[], stage: string | null, target: string | null = null): number {
  if (stage === null) return stages.length === 1 ? 0 : target === null ? -1 : stageIndexOf(stages, target);
  const named = stages.findLastIndex(({ name }) => name?.toLowerCase() === stage.toLowerCase());
  if (named >= 0) return named;
  const index = Number(/^stage-(\d+)$/.exec(stage)?.[1] ?? -1);
  return stages[index]?.name === null ? index : -1;
}

/** Where the instruction of a step stands, or null: an ONBUILD trigger of the base image stands in no file. */
export function placeOfStep(stages: readonly StagePlace[], step: InstructionStep): { firstLine: number; lastLine: number } | null {
  const stage = stages[stageIndexOf(stages, step.stage, step.target)];
  if (stage === undefined) return null;
  const instructions = stage.instructions.filter(({ keyword }) => counted.has(keyword.toUpperCase()));
  const from = step.total - instructions.length;
  if (from === 0 || from === 1) {
    if (from === 1 && step.index === 1) return { firstLine: stage.line, lastLine: stage.line };
    const place = instructions[step.index - 1 - from];
    if (place) return place;
  }
  return placeOfText([stage], step.instruction);
}

/** Where an instruction stands that reads so, blanks and line breaks not counted; null when none does. */
export function placeOfText(stages: readonly StagePlace[], instruction: string): InstructionPlace | null {
  const wanted = squeezed(instruction);
  const reads = ({ keyword, text }: InstructionPlace) => {
    const written = squeezed(`${keyword} ${text}`);
    return written.endsWith("…") ? wanted.startsWith(written.slice(0, -1)) : written === wanted;
  };
  return stages.flatMap(({ instructions }) => instructions).findLast(reads) ?? null;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
