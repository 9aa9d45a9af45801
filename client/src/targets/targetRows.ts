import type { BuildTarget } from "../build/buildRequest.ts";
import type { StageState } from "../build/stageStates.ts";
import { currentInstruction, type StateWords, signedStateText } from "../build/stageStateText.ts";
import type { StepState } from "../build/stepState.ts";
import { filled } from "../filled.ts";
import type { ConsumerTarget, FileTargets, StageTarget, TargetFile } from "./buildTargets.ts";

/** The words of the tree and the status bar, in the user's language. `{0}` stands for what is filled in. */
export interface TargetWords {
  readonly defaultTarget: string;
  /** {0}: the builds. */
  readonly builtBy: string;
  /** {0}: what it stands on. */
  readonly builtOn: string;
  /** {0} of {1}. */
  readonly runs: string;
  readonly noStage: string;
  /** {0}: the Dockerfile. */
  readonly inFile: string;
}

/** A row of the tree, before the editor knows of it. */
export interface TargetRow {
  readonly kind: "file" | "stage" | "build";
  /** Tells it from all others as long as its file's rows stay in their order. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Lines of text for the tooltip. */
  readonly tooltip: readonly string[];
  /** The name of one of the editor's own icons. */
  readonly icon: string;
  /** The name of the icon's colour in themes; absent for that of the text. */
  readonly color?: string;
  /** What its menu depends on: `file`, `stage`, `build`, `buildable`, … in a list between blanks. */
  readonly context: string;
  /** The document in which it is written, and the line from 1. */
  readonly document: string;
  readonly line: number;
  readonly build: BuildTarget | null;
}

/** What is built for what came with a command: of a row of the tree what it builds, anything else is left as it is. */
export function targetOfRow(argument: unknown): unknown {
  return typeof argument === "object" && argument !== null && "build" in argument && "kind" in argument && "document" in argument
    ? argument.build
    : argument;
}

/** The row of a file. Files of one name are told apart by their folders. */
export function fileRow(file: TargetFile): TargetRow {
  const slash = file.path.lastIndexOf("/");
  return {
    kind: "file",
    id: file.uri,
    label: file.path.slice(slash + 1),
    description: slash < 0 ? "" : file.path.slice(0, slash),
    tooltip: [file.path],
    icon: file.kind === "dockerfile" ? "layers" : "server-environment",
    context: `file ${file.kind}`,
    document: file.uri,
    line: 1,
    build: null,
  };
}

/** The rows below a file. */
export function targetRows(uri: string, { stages, builds }: FileTargets, words: TargetWords): TargetRow[] {
  return [
    ...stages.map((stage, index) => stageRow(uri, stage, index, stages.length, words)),
    ...builds.map((build, index) => buildRow(uri, build, index, words)),
  ];
}

/** Which of a file's rows tells of a line (from 1): the stage that begins there or above, the build whose lines hold it. Negative when none does. */
export function indexAt({ stages, builds }: FileTargets, line: number): number {
  const build = builds.findIndex(({ lines }) => lines !== null && lines.first <= line && line <= lines.last);
  return build < 0 ? stages.findLastIndex((stage) => stage.line <= line) : stages.length + build;
}

/** The row of a stage with how its last build went, or goes; any other row as it is. */
export function withState(row: TargetRow, states: readonly StageState[], words: StateWords): TargetRow {
  const state = row.kind === "stage" ? states.find(({ line }) => line + 1 === row.line) : undefined;
  const icon = state && STATE_ICONS[state.state];
  if (state === undefined || icon === undefined) return row;
  const text = signedStateText(state, words);
  const instruction = currentInstruction(state);
  return {
    ...row,
    ...icon,
    description: `${text} · ${row.description}`,
    tooltip: [...row.tooltip, text, ...(instruction === null ? [] : [instruction])],
  };
}

/** Of what was not built nothing is shown. */
const STATE_ICONS: Readonly<Partial<Record<StepState, Pick<TargetRow, "icon" | "color">>>> = {
  waiting: { icon: "circle-outline" },
  running: { icon: "loading~spin" },
  cached: { icon: "pass", color: "charts.green" },
  done: { icon: "pass", color: "charts.green" },
  failed: { icon: "error", color: "charts.red" },
  stopped: { icon: "debug-stop" },
};

/** What the status bar says of the place of the cursor (line from 1), or null when nothing is built there. */
export function statusOf(
  targets: FileTargets,
  line: number,
  words: TargetWords,
): { readonly text: string; readonly tooltip: readonly string[] } | null {
  const index = indexAt(targets, line);
  const stage = targets.stages[index];
  if (stage !== undefined) {
    const runs = stage.runs === null ? [] : [filled(words.runs, stage.runs, targets.stages.length)];
    const by = stage.builtBy.length > 0 ? [filled(words.builtBy, shortList(stage.builtBy))] : stage.default ? [words.defaultTarget] : [];
    return { text: [stage.label, ...by, ...runs].join(" · "), tooltip: stageTooltip(stage, targets.stages.length, words) };
  }
  const build = targets.builds[index - targets.stages.length];
  if (build === undefined) return null;
  return { text: `${build.label} → ${build.target ?? words.defaultTarget}`, tooltip: buildTooltip(build, words) };
}

function stageRow(uri: string, stage: StageTarget, index: number, count: number, words: TargetWords): TargetRow {
  const notes = [
    stage.default ? words.defaultTarget : "",
    stage.builtBy.length > 0 ? filled(words.builtBy, shortList(stage.builtBy)) : "",
  ].filter(Boolean);
  return {
    kind: "stage",
    id: `${uri}#${index}`,
    label: stage.label,
    description: notes.length > 0 ? notes.join(" · ") : stage.base,
    tooltip: stageTooltip(stage, count, words),
    icon: stage.default ? "star-full" : "symbol-class",
    context: stage.build === null ? "stage" : "stage buildable",
    document: uri,
    line: stage.line,
    build: stage.build,
  };
}

function buildRow(uri: string, build: ConsumerTarget, index: number, words: TargetWords): TargetRow {
  return {
    kind: "build",
    id: `${uri}#${index}`,
    label: build.label,
    description:
      build.stage === null ? words.noStage : [build.target ?? words.defaultTarget, build.dockerfile ?? ""].filter(Boolean).join(" · "),
    tooltip: buildTooltip(build, words),
    icon: build.stage === null ? "warning" : "package",
    ...(build.stage === null && { color: "list.warningForeground" }),
    context: build.build === null ? "build" : "build buildable",
    document: uri,
    line: build.line,
    build: build.build,
  };
}

function stageTooltip(stage: StageTarget, count: number, words: TargetWords): string[] {
  return [
    stage.label,
    ...(stage.description === null ? [] : [stage.description]),
    filled(words.builtOn, stage.base),
    ...(stage.default ? [words.defaultTarget] : []),
    ...(stage.builtBy.length > 0 ? [filled(words.builtBy, stage.builtBy.join(", "))] : []),
    ...(stage.runs === null ? [] : [filled(words.runs, stage.runs, count)]),
  ];
}

function buildTooltip(build: ConsumerTarget, words: TargetWords): string[] {
  return [
    build.label,
    build.stage === null ? words.noStage : (build.target ?? words.defaultTarget),
    ...(build.dockerfile === null ? [] : [filled(words.inFile, build.dockerfile)]),
  ];
}

function shortList(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")}, …`;
}
