import { StringDecoder } from "node:string_decoder";
import type { SolveStatus, Vertex } from "./solveStatus.ts";
import { type InstructionStep, readVertexName } from "./vertexName.ts";

/** `stopped`: its build ended while it ran, since another step failed or the user stopped it. */
export type StepState = "waiting" | "running" | "cached" | "done" | "failed" | "stopped";

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

  /** @param targets the names that stand in front of the steps when several are built together */
  constructor(private readonly targets?: ReadonlySet<string>) {}

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
    for (const step of this.steps.values()) {
      if (step.state === "running") step.state = "stopped";
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
      for (const { target, stage } of step.instruction === null ? [] : [step.instruction, ...step.shared]) {
        const key = JSON.stringify([target, stage]);
        groups.set(key, [...(groups.get(key) ?? []), step]);
      }
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
      error: null,
      log: "",
      decoder: new StringDecoder("utf8"),
    };
    if (vertex.name !== step.name) this.share(step, readVertexName(vertex.name, this.targets));
    // BuildKit looks for the step in its cache, and runs it afterwards: it may begin and end twice.
    if (started !== null) step.turn ??= ++this.turns;
    if (started !== null && completed !== null) step.milliseconds = Math.max(step.milliseconds, completed - started);
    step.state = stateOf(vertex);
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
  const has = (state: StepState) => steps.some((step) => step.state === state);
  const isAll = (...states: StepState[]) => steps.every((step) => states.includes(step.state));
  const state: StepState = has("failed")
    ? "failed"
    : has("stopped")
      ? "stopped"
      : isAll("cached", "done")
        ? cached > 0 && cached === own.length
          ? "cached"
          : "done"
        : isAll("waiting")
          ? "waiting"
          : "running";
  return {
    target,
    stage,
    state,
    milliseconds: steps.reduce((sum, step) => sum + step.milliseconds, 0),
    cached,
    total: own.length,
    steps: steps.toSorted((a, b) => (a.instruction?.index ?? 0) - (b.instruction?.index ?? 0)),
    current: steps.find((step) => step.state === "failed") ?? steps.find((step) => step.state === "running") ?? null,
  };
}

function timeOf(text: string | undefined): number | null {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  // Go writes its zero time for "never".
  return Number.isNaN(time) || time < 0 ? null : time;
}
