import { readFileSync } from "node:fs";
import { BuildProgress } from "../../client/src/build/buildProgress.ts";
import { JsonStream } from "../../client/src/build/jsonStream.ts";
import { asSolveStatus, type SolveStatus } from "../../client/src/build/solveStatus.ts";

/** What a real buildx printed: see tests/fixtures/buildx/README.md. */
export const recording = (name: string) => readFileSync(`tests/fixtures/buildx/${name}`, "utf8");

/** The statuses and the other lines of a recording, read in pieces of a size. */
export function replay(name: string, size = 1_000): { statuses: SolveStatus[]; lines: string[] } {
  const stream = new JsonStream();
  const text = recording(name);
  const parts = [];
  for (let at = 0; at < text.length; at += size) parts.push(...stream.read(text.slice(at, at + size)));
  parts.push(...stream.end());
  return {
    statuses: parts.flatMap((part) => ("value" in part ? [asSolveStatus(part.value)] : [])),
    lines: parts.flatMap((part) => ("line" in part ? [part.line] : [])),
  };
}

/** The state after the whole recording. */
export function progressOf(name: string, targets?: string[]): BuildProgress {
  const progress = new BuildProgress(targets && new Set(targets));
  for (const status of replay(name).statuses) progress.apply(status);
  progress.end();
  return progress;
}
