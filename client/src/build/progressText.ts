import { StringDecoder } from "node:string_decoder";
import type { BuildProgress, Step } from "./buildProgress.ts";
import { duration } from "./duration.ts";
import type { SolveStatus } from "./solveStatus.ts";
import { bold, failure, faint, plainLine } from "./terminalText.ts";

/** The words of the reader's language. */
export interface ProgressWords {
  readonly cached: string;
  readonly done: string;
  readonly stopped: string;
}

/** What belongs to no instruction is worth a line only when it takes a while, in milliseconds. */
const worthALine = 1_000;

/** An instruction that took less has no line of its own for its end. */
const atOnce = 100;

/**
 * A build's progress as lines for a terminal, quieter than `--progress=plain`: an instruction when it begins, what it prints behind its stage and
 * number, and how long it took; a cached one in one line. BuildKit's own preparations are shown only when they take long.
 */
export class ProgressText {
  private readonly told = new Map<string, Step["state"]>();
  /** Steps whose heading is written: BuildKit may begin a step twice. */
  private readonly headed = new Set<string>();
  /** What a step has printed since its last line break. */
  private readonly open = new Map<string, string>();
  private readonly decoders = new Map<string, StringDecoder>();

  constructor(
    private readonly progress: BuildProgress,
    private readonly words: ProgressWords,
  ) {}

  /** The lines for what BuildKit has just told; `progress` must know of it already. */
  render(status: SolveStatus): string {
    let text = "";
    for (const { digest } of status.vertexes ?? []) {
      // A step's output is complete before its end is told.
      if (this.progress.step(digest)?.state === "running") text += this.renderStep(digest);
    }
    for (const { vertex, data } of status.logs ?? []) text += this.renderLog(vertex, data);
    for (const { digest } of status.vertexes ?? []) text += this.renderStep(digest);
    return text;
  }

  private renderStep(digest: string): string {
    const step = this.progress.step(digest);
    const before = this.told.get(digest);
    if (step === undefined || step.state === before) return "";
    this.told.set(digest, step.state);
    const label = labelOf(step);
    switch (step.state) {
      case "running":
        return this.heading(digest, step);
      case "cached":
        return step.instruction === null ? "" : faint(`${label}  ${this.words.cached}  ${oneLine(step.instruction.instruction)}`);
      case "done":
        return this.flush(digest, label) + this.renderDone(digest, step);
      case "failed":
        return this.flush(digest, label) + failure(`${label}  ✗ ${oneLine(step.error ?? "")}`);
      case "stopped":
        return this.flush(digest, label) + faint(`${label}  ${this.words.stopped}`);
      default:
        return "";
    }
  }

  private renderDone(digest: string, step: Step): string {
    const end = faint(`${labelOf(step)}  ${this.words.done} ${duration(step.milliseconds)}`);
    if (step.instruction === null) return step.milliseconds < worthALine ? "" : end;
    return this.heading(digest, step) + (step.milliseconds < atOnce ? "" : end);
  }

  private heading(digest: string, step: Step): string {
    if (step.instruction === null || this.headed.has(digest)) return "";
    this.headed.add(digest);
    return bold(`${labelOf(step)}  ${oneLine(step.instruction.instruction)}`);
  }

  private renderLog(vertex: string, data: string): string {
    const step = this.progress.step(vertex);
    if (step === undefined) return "";
    const decoder = this.decoders.get(vertex) ?? new StringDecoder("utf8");
    this.decoders.set(vertex, decoder);
    const lines = ((this.open.get(vertex) ?? "") + decoder.write(Buffer.from(data, "base64"))).split("\n");
    this.open.set(vertex, lines.pop() ?? "");
    return lines.map((line) => logLine(labelOf(step), line)).join("");
  }

  private flush(vertex: string, label: string): string {
    const rest = this.open.get(vertex) ?? "";
    this.open.delete(vertex);
    return rest === "" ? "" : logLine(label, rest);
  }
}

/** Where a step belongs, in few letters: `builder 2/5`. */
export function labelOf(step: Step): string {
  if (step.instruction === null) return oneLine(step.name);
  const { target, platform, stage, index, total } = step.instruction;
  return [target, platform, stage, `${index}/${total}`].filter((part) => part !== null).join(" ");
}

function logLine(label: string, line: string): string {
  // A progress bar writes over itself: its last state counts.
  const last = line.replace(/\r+$/, "").split("\r").at(-1) ?? "";
  return plainLine(`\x1b[2m${label} │\x1b[0m ${withoutCursorMoves(last)}`);
}

/** Colours stay; whatever moves the cursor, clears the screen or sets the title goes, since it would write over the lines of other steps. */
export function withoutCursorMoves(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      .replace(/\x1b\][^\x07\x1b]*(?:\x07|\x1b\\|$)/g, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      .replace(/\x1b\[[0-?]*[ -/]*([@-~])/g, (sequence, end: string) => (end === "m" ? sequence : ""))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      .replace(/\x1b(?!\[[0-9;:]*m)[ -/]*[0-~]?|[\x00-\x08\x0b-\x1a\x7f]/g, "")
  );
}

function oneLine(text: string): string {
  return withoutCursorMoves(text.replace(/\s+/g, " ").trim());
}
