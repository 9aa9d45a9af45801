import { StringDecoder } from "node:string_decoder";
import type { SolveStatus, Vertex } from "./solveStatus.ts";
import type { StepState } from "./stepState.ts";
import { type InstructionStep, readVertexName } from "./vertexName.ts";

/** One step of a build. */
export interface Step {
  readonly name: string;
  /** Null for what belongs to no instruction. */
  readonly instruction: InstructionStep | null;
  /** The same step in other targets of a build of several: what two of them have in common is run once. */
  readonly shared: readonly InstructionStep[];
  readonly state: StepState;
  /** The place among the steps in the order in which they began, null while it waits. */
  readonly turn: number | null;
  /** How long it took, or has taken so far when BuildKit last spoke of it. */
  readonly milliseconds: number;
  /** While it runs: when that was first told, by this machine's clock, in milliseconds since 1970. A builder elsewhere may have another clock. */
  readonly since: number | null;
  readonly error: string | null;
  /** What it has printed: the last 200,000 characters. */
  readonly log: string;
}

/** What is known about one stage of a build. */
export interface StageProgress {
  /** The target of bake or the service of compose that it was built for, null in a build of one. */
  readonly target: string | null;
  /** As in {@link InstructionStep.stage}. */
  readonly stage: string | null;
  readonly state: StepState;
  readonly milliseconds: number;
  /** As in {@link Step.since}: of the step that has run longest, null while none runs. */
  readonly since: number | null;
  /** How many of its steps came from the cache, and how many could; `FROM` never does, whatever it finds there. */
  readonly cached: number;
  readonly total: number;
  /** The step that runs or has failed, else null. */
  readonly current: Step | null;
  /** In the order of the Dockerfile. */
  readonly steps: readonly Step[];
}

const longestLog = 200_000;

type MutableStep = { -readonly [Key in keyof Step]: Step[Key] } & { decoder: StringDecoder };

/** The state of one build, step by step and stage by stage, from what BuildKit tells. */
export class BuildProgress {
  private readonly steps = new Map<string, MutableStep>();
  private turns = 0;

  /** Whether steps are named before they begin, as BuildKit's own report does: all that will run is known as soon as anything is. */
  announces = false;

  /**
   * @param targets the names that stand in front of the steps when several are built together
   * @param clock milliseconds since 1970
   */
  constructor(
    private readonly targets?: ReadonlySet<string>,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Takes what BuildKit tells. */
  apply(status: SolveStatus): void {
    for (const vertex of status.vertexes ?? []) this.applyVertex(vertex);
    for (const { vertex, data } of status.logs ?? []) {
      const step = this.steps.get(vertex);
      if (step) step.log = (step.log + step.decoder.write(Buffer.from(data, "base64"))).slice(-longestLog);
    }
  }

  /** The build has ended: what has not ended by then never will. */
  end(): void {
    const isBroken = this.all().some(({ state }) => state === "running" || state === "failed" || state === "stopped");
    const begun = new Set(this.all().flatMap((step) => (step.turn === null ? [] : stageKeys(step))));
    for (const step of this.steps.values()) {
      step.since = null;
      if (step.state === "running") step.state = "stopped";
      // A build that went well has left out what it found it could do without.
      if (step.state === "waiting") step.state = isBroken && stageKeys(step).some((key) => begun.has(key)) ? "stopped" : "skipped";
    }
  }

  /** The step of a vertex, by BuildKit's digest. */
  step(digest: string): Step | undefined {
    return this.steps.get(digest);
  }

  /** The steps in the order in which BuildKit first spoke of them. */
  all(): Step[] {
    return [...this.steps.values()];
  }

  /** The stages in the order in which they began; those that wait come last. For several platforms, all count as one. */
  stages(): StageProgress[] {
    const groups = new Map<string, Step[]>();
    for (const step of this.steps.values()) {
      for (const key of stageKeys(step)) groups.set(key, [...(groups.get(key) ?? []), step]);
    }
    const begun = (steps: readonly Step[]) => Math.min(...steps.map(({ turn }) => turn ?? Number.POSITIVE_INFINITY));
    return [...groups]
      .toSorted(([, a], [, b]) => (begun(a) < begun(b) ? -1 : begun(a) > begun(b) ? 1 : 0))
      .map(([key, steps]) => stageOf(JSON.parse(key) as [string | null, string | null], steps));
  }

  /** The steps that failed by themselves, not because another one did. */
  failures(): Step[] {
    return this.all().filter((step) => step.state === "failed");
  }

  private applyVertex(vertex: Vertex): void {
    const started = timeOf(vertex.started);
    const completed = timeOf(vertex.completed);
    const before = this.steps.get(vertex.digest);
    const step: MutableStep = before ?? {
      name: vertex.name,
      instruction: readVertexName(vertex.name, this.targets),
      shared: [],
      state: "waiting",
      turn: null,
      milliseconds: 0,
      since: null,
      error: null,
      log: "",
      decoder: new StringDecoder("utf8"),
    };
    if (vertex.name !== step.name) this.share(step, readVertexName(vertex.name, this.targets));
    // BuildKit looks for the step in its cache, and runs it afterwards: it may begin and end twice.
    this.announces ||= step.state === "waiting" && started === null && step.instruction !== null;
    if (started !== null) step.turn ??= ++this.turns;
    if (started !== null && completed !== null) step.milliseconds = Math.max(step.milliseconds, completed - started);
    step.state = stateOf(vertex);
    step.since = step.state === "running" ? (step.since ?? this.clock()) : null;
    step.error = vertex.error || null;
    this.steps.set(vertex.digest, step);
  }

  private share(step: MutableStep, other: InstructionStep | null): void {
    const isSame = (known: InstructionStep | null) => known !== null && known.target === other?.target && known.stage === other.stage;
    if (other !== null && ![step.instruction, ...step.shared].some(isSame)) step.shared = [...step.shared, other];
  }
}

function stateOf({ started, completed, cached, error }: Vertex): StepState {
  if (error) return /context canceled|\bcanceled:/.test(error) ? "stopped" : "failed";
  if (completed) return cached ? "cached" : "done";
  return started ? "running" : "waiting";
}

function stageOf([target, stage]: [string | null, string | null], steps: readonly Step[]): StageProgress {
  const own = steps.filter((step) => !/^FROM /i.test(step.instruction?.instruction ?? ""));
  const cached = own.filter((step) => step.state === "cached").length;
  const running = steps.filter((step) => step.state === "running");
  return {
    target,
    stage,
    state: stateOfAll(steps, own),
    milliseconds: steps.reduce((sum, step) => sum + step.milliseconds, 0),
    since: running.length === 0 ? null : Math.min(...running.map((step) => step.since ?? Number.POSITIVE_INFINITY)),
    cached,
    total: own.length,
    steps: steps.toSorted((a, b) => (a.instruction?.index ?? 0) - (b.instruction?.index ?? 0)),
    current: steps.find((step) => step.state === "failed") ?? running[0] ?? null,
  };
}

/** @param own the steps without `FROM` */
function stateOfAll(steps: readonly Step[], own: readonly Step[]): StepState {
  const isAll = (list: readonly Step[], ...states: StepState[]) => list.every((step) => states.includes(step.state));
  const first = (["failed", "stopped"] as const).find((state) => steps.some((step) => step.state === state));
  if (first !== undefined) return first;
  for (const state of ["skipped", "waiting"] as const) if (isAll(steps, state)) return state;
  if (!isAll(steps, "cached", "done", "skipped")) return "running";
  return own.some((step) => step.state === "cached") && isAll(own, "cached", "skipped") ? "cached" : "done";
}

/** Tells the stages apart to which a step belongs; what belongs to no instruction belongs to none. */
function stageKeys({ instruction, shared }: Step): string[] {
  return instruction === null ? [] : [instruction, ...shared].map(({ target, stage }) => JSON.stringify([target, stage]));
}

function timeOf(text: string | undefined): number | null {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  // Go writes its zero time for "never".
  return Number.isNaN(time) || time < 0 ? null : time;
}
