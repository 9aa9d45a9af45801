import type { StageProgress } from "./buildProgress.ts";
import type { StagePlace } from "./stagePlaces.ts";

/** A file of which stages are or were built: a Dockerfile, or one in which Dockerfiles are written. */
export interface BuiltFile {
  /** Its text when it was built. */
  readonly text: string;
  /** The stages of each Dockerfile in it, in the order of the file; of a Dockerfile there is one. */
  readonly dockerfiles: readonly (readonly StagePlace[])[];
  /** How the stages went, by their place among all stages of the file. */
  readonly states: Map<number, StageProgress>;
}

/** One Dockerfile of a build that runs. */
export interface BuiltDockerfile {
  /** The document's URI; of a Dockerfile that is written inside another file, that file's. */
  readonly uri: string;
  readonly stages: readonly StagePlace[];
  /** How many stages the file has above it. */
  readonly first: number;
  /** On which line of the file each of its lines begins, from 0; null for a file of its own. */
  readonly lines: readonly number[] | null;
  /** Those of the whole file. */
  readonly states: Map<number, StageProgress>;
}

/** One of the Dockerfiles in a file. @param inside which one, and where its lines stand; absent for a file of its own */
export function dockerfileIn(
  uri: string,
  { dockerfiles, states }: BuiltFile,
  inside?: { readonly index: number; readonly lines: readonly number[] },
): BuiltDockerfile {
  const index = inside?.index ?? 0;
  const first = dockerfiles.slice(0, index).flat().length;
  return { uri, stages: dockerfiles[index] ?? [], first, lines: inside?.lines ?? null, states };
}

/** The line of the file, from 0, for one that the engine names, from 1. */
export function lineInFile({ lines }: BuiltDockerfile, line: number): number {
  return lines === null ? line - 1 : (lines[Math.min(Math.max(line, 1), lines.length) - 1] ?? 0);
}
