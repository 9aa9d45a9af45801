import type { BuildTarget } from "../build/buildRequest.ts";

/** A file in which something to build is written: the server's answer to `dockstage/targetFiles`. */
export interface TargetFile {
  readonly uri: string;
  /** Relative to the folder of the workspace. */
  readonly path: string;
  /** `dockerfile`, `compose`, … */
  readonly kind: string;
}

/** What can be built in a file: the server's answer to `dockstage/targets`. Of the two lists one is empty. Lines count from 1. */
export interface FileTargets {
  readonly stages: readonly StageTarget[];
  readonly builds: readonly ConsumerTarget[];
}

export interface StageTarget {
  readonly label: string;
  readonly line: number;
  /** What it is built on, as written. */
  readonly base: string;
  readonly description: string | null;
  readonly default: boolean;
  /** How many stages a build of it runs. */
  readonly runs: number | null;
  /** The names of the builds that ask for it. */
  readonly builtBy: readonly string[];
  readonly build: BuildTarget | null;
}

export interface ConsumerTarget {
  readonly label: string;
  readonly line: number;
  /** The lines that tell of it; null when they stand in another file. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  readonly dockerfile: string | null;
  /** The stage it asks for, as written. */
  readonly target: string | null;
  /** Where the stage is that is built. */
  readonly stage: { readonly uri: string; readonly line: number } | null;
  readonly build: BuildTarget | null;
}
