import { withoutCursorMoves } from "./progressText.ts";

/** What an engine says of a place in a Dockerfile when a build fails. */
export interface BuildError {
  /** The file as the engine names it; null when it does not. */
  readonly file: string | null;
  /** Lines from 1, both inclusive; null when only the instruction is told. */
  readonly lines: readonly [number, number] | null;
  /** The instruction as the engine writes it, on one line; null when only lines are told. */
  readonly instruction: string | null;
  readonly message: string;
}

/** How much of the output's end is looked at. */
const longest = 50_000;

/**
 * The places that an engine's output blames: BuildKit's excerpt of the Dockerfile (`Dockerfile:5`, dashes, lines marked `>>>`) with its `ERROR:` line, a
 * parse error's line number, and the step that podman and buildah name. Empty when it blames none.
 */
export function readBuildErrors(output: string): BuildError[] {
  // Compose 2.40 leaves a line blank between any two of an excerpt.
  const lines = linesOf(output).filter((line) => line !== "");
  const message = messageOf(lines);
  const excerpts = lines.flatMap((line, at) => excerpt(lines, at, line, message));
  if (excerpts.length > 0) return excerpts;
  const parse = /parse error(?: on)? line (\d+): (.*)/.exec(message);
  if (parse) return [{ file: null, lines: [Number(parse[1]), Number(parse[1])], instruction: null, message }];
  const step = /building at STEP "(.*)": (.*)/.exec(message);
  return step ? [{ file: null, lines: null, instruction: step[1] ?? "", message: step[2] ?? message }] : [];
}

/** The engine's last word without the layers it has come through; empty when it has said none. */
export function readErrorMessage(output: string): string {
  return messageOf(linesOf(output));
}

function linesOf(output: string): string[] {
  return withoutCursorMoves(output.slice(-longest)).split(/\r?\n/);
}

/** Docker, buildx and podman say `ERROR:` or `Error:`, Compose says at once how far it came. */
function messageOf(lines: readonly string[]): string {
  const line = lines.findLast((text) => /^(?:ERROR:|Error:|failed to solve:)\s/.test(text)) ?? "";
  return line
    .replace(/^(ERROR|Error):\s*/, "")
    .replace(/^(?:(?:target [^:]+|failed to build|failed to solve(?: with frontend [^:]+)?): )+/, "");
}

function excerpt(lines: readonly string[], at: number, line: string, message: string): BuildError[] {
  const head = /^(.+):(\d+)$/.exec(line);
  if (head === null || !/^-{10,}$/.test(lines[at + 1] ?? "")) return [];
  const end = lines.findIndex((text, index) => index > at + 1 && /^-{10,}$/.test(text));
  const marked = lines
    .slice(at + 2, end < 0 ? undefined : end)
    .map((text) => /^\s*(\d+) \| >>> /.exec(text)?.[1])
    .filter((number) => number !== undefined)
    .map(Number);
  const first = marked[0] ?? Number(head[2]);
  return [{ file: head[1] ?? null, lines: [first, marked.at(-1) ?? first], instruction: null, message }];
}
