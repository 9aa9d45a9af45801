import type { BuildProgress, StageProgress } from "./buildProgress.ts";
import type { BuiltStage } from "./buildRequest.ts";
import type { BuiltDockerfile } from "./builtDockerfile.ts";
import { stageIndexOf } from "./stagePlaces.ts";
import type { StepState } from "./stepState.ts";

/** What a build builds: a stage, with the Dockerfile in which it stands. */
export interface StageOfBuild extends BuiltStage {
  readonly in: BuiltDockerfile;
}

/** One build that runs: passes what its output tells on to the stages of its Dockerfiles. */
export class RunningBuild {
  /** The targets of which something was told. */
  private readonly told = new Set<string | null>();
  /** What this build itself has told last of the stages of a file, by their place in it: another one may build some of them too. */
  private readonly own = new Map<BuiltDockerfile["states"], Map<number, StageProgress>>();

  /**
   * @param builds what it builds; one at least
   * @param line its command line, for people
   * @param stop ends the build
   * @param tell something is known that was not known before, or the build has ended
   */
  constructor(
    private readonly builds: readonly StageOfBuild[],
    readonly line: string,
    readonly stop: () => void,
    private readonly tell: (hasEnded: boolean) => void,
  ) {}

  /** What it was asked to build: services and stages by their names, null for a Dockerfile's default target. */
  targets(): (string | null)[] {
    return this.builds.map(({ name, stage }) => name ?? stage);
  }

  /** Nothing is told yet; what is asked for will come. */
  await(): void {
    for (const { states, index, stage } of this.wanted()) this.take(states, index, untold(stage, "waiting"));
    this.tell(false);
  }

  /** Takes the state of the build. */
  update(progress: BuildProgress): void {
    for (const stage of progress.stages()) {
      this.told.add(stage.target);
      const built = this.dockerfileOf(stage.target);
      const index = built === undefined ? -1 : stageIndexOf(built.stages, stage.stage, stage.target);
      if (built !== undefined && index >= 0) this.take(built.states, built.first + index, stage);
    }
    if (progress.announces) this.skip();
    this.tell(false);
  }

  /** Says again what it has told: a build that has ended said something else of stages that both of them build. */
  tellAgain(): void {
    for (const [states, own] of this.own) for (const [index, state] of own) show(states, index, state);
  }

  /** Whether it still has to build a stage, given by its place among all stages of a file, or is building it. */
  isAt(uri: string, index: number): boolean {
    const going: readonly StepState[] = ["waiting", "running"];
    const file = this.dockerfiles().find((dockerfile) => dockerfile.uri === uri);
    const state = file && this.own.get(file.states)?.get(index)?.state;
    return state !== undefined && going.includes(state);
  }

  /** The build has ended: what it was to build and never spoke of is not known. */
  end(): void {
    for (const { states, index } of this.wanted()) {
      const state = states.get(index);
      if (state?.state === "waiting" && state.steps.length === 0) states.delete(index);
    }
    this.skip();
    this.tell(true);
  }

  /** The Dockerfile of a target, by the name that stands in front of its steps; a build of one has no other. */
  dockerfileOf(target: string | null): BuiltDockerfile | undefined {
    const named = this.builds.find(({ name }) => (name ?? null) === target);
    const all = this.dockerfiles();
    return named?.in ?? (all.length === 1 ? all[0] : undefined);
  }

  /** The Dockerfiles that are built, each once. */
  dockerfiles(): BuiltDockerfile[] {
    return [...new Set(this.builds.map((build) => build.in))];
  }

  private take(states: BuiltDockerfile["states"], index: number, state: StageProgress): void {
    const own = this.own.get(states) ?? new Map<number, StageProgress>();
    this.own.set(states, own.set(index, state));
    show(states, index, state);
  }

  /** The stages that are asked for. */
  private wanted() {
    return this.builds.flatMap(({ in: { stages, first, states }, stage }) => {
      const index = stage === null ? stages.length - 1 : stageIndexOf(stages, stage);
      return index < 0 ? [] : [{ states, index: first + index, stage }];
    });
  }

  /** What the build has not told of is not needed, unless another target of it is still to be told of. */
  private skip(): void {
    for (const dockerfile of this.dockerfiles()) {
      const { stages, first, states } = dockerfile;
      if (!this.isTold(dockerfile)) continue;
      for (const [at, { name }] of stages.entries()) if (!states.has(first + at)) states.set(first + at, untold(name, "skipped"));
    }
  }

  /** A build of one may name its steps without it: Compose does since it leaves them to bake. */
  private isTold(dockerfile: BuiltDockerfile): boolean {
    if (this.builds.length === 1) return this.told.size > 0;
    return this.builds.every((build) => build.in !== dockerfile || this.told.has(build.name ?? null));
  }
}

/** What one build is at is not hidden by another one that will come to it. */
function show(states: BuiltDockerfile["states"], index: number, state: StageProgress): void {
  if (state.state !== "waiting" || states.get(index)?.state !== "running") states.set(index, state);
}

/** A stage of which the build has told nothing. */
function untold(stage: string | null, state: "waiting" | "skipped"): StageProgress {
  return { target: null, stage, state, milliseconds: 0, since: null, cached: 0, total: 0, current: null, steps: [] };
}
