import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import type { BuildProgress, StageProgress } from "./buildProgress.ts";
import type { BuiltStage } from "./buildRequest.ts";
import { readStagePlaces } from "./dockerfileOutline.ts";
import { placeOfStep, type StagePlace, stageIndexOf } from "./stagePlaces.ts";

/** How the last build of a stage went, or goes. */
export interface StageState extends StageProgress {
  /** Which stage of the Dockerfile it is, from 0. */
  readonly index: number;
  /** Null for a stage without a name. */
  readonly name: string | null;
  /** The line of its FROM, from 0. */
  readonly line: number;
  /** Where the instruction stands that runs or has failed, lines from 0, both inclusive; null when none does, or it stands in no file. */
  readonly place: { readonly firstLine: number; readonly lastLine: number } | null;
}

/** How often listeners hear of a build that runs, in milliseconds. */
const pace = 250;

/** A Dockerfile that is or was built: its text then, and its stages. */
interface BuiltDockerfile {
  readonly text: string;
  readonly stages: readonly StagePlace[];
  readonly states: Map<number, StageProgress>;
}

/**
 * What builds of this session tell about stages, for whoever shows it: lenses, graph, tree. A state holds for the text that was built, so an edit takes
 * it away and undoing the edit brings it back.
 */
export class StageStates implements vscode.Disposable {
  private readonly dockerfiles = new Map<string, BuiltDockerfile>();
  private readonly running = new Set<RunningBuild>();
  private readonly changed = new vscode.EventEmitter<void>();
  private timer: NodeJS.Timeout | undefined;

  /** Something is known about some stage that was not known before; a few times a second at most. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: LanguageServer) {}

  /** The states of a Dockerfile's stages, in file order; empty when it is not the text that was built. */
  of(document: Pick<vscode.TextDocument, "uri" | "getText">): StageState[] {
    const built = this.dockerfiles.get(document.uri.toString());
    if (built === undefined || built.text !== document.getText()) return [];
    return this.statesOf(built);
  }

  /** The same of a Dockerfile that may be open nowhere, by its URI. */
  async current(dockerfile: string): Promise<StageState[]> {
    // What was never built is not opened for this.
    if (!this.dockerfiles.has(canonical(dockerfile))) return [];
    return vscode.workspace.openTextDocument(vscode.Uri.parse(dockerfile)).then(
      (document) => this.of(document),
      () => [],
    );
  }

  /** Ends the builds that run and build stages of a Dockerfile. */
  stop(dockerfile: string): void {
    for (const build of this.running) if (build.uris().includes(canonical(dockerfile))) build.stop();
  }

  /** The state of one stage as it was built last, whatever the text is now. */
  lastOf(dockerfile: string, index: number): StageState | undefined {
    const built = this.dockerfiles.get(canonical(dockerfile));
    return built && this.statesOf(built).find((state) => state.index === index);
  }

  /**
   * Looks at the Dockerfiles of a build that is about to run. What was known of another text of them is forgotten.
   * @param stop ends the build
   */
  async begin(stages: readonly BuiltStage[], stop: () => void): Promise<RunningBuild> {
    const builds = stages.map((stage) => ({ ...stage, dockerfile: canonical(stage.dockerfile) }));
    const dockerfiles = new Map<string, BuiltDockerfile>();
    for (const { dockerfile } of builds) {
      if (!dockerfiles.has(dockerfile)) dockerfiles.set(dockerfile, await this.look(dockerfile));
    }
    for (const [uri, built] of dockerfiles) this.dockerfiles.set(uri, built);
    const build = new RunningBuild(builds, dockerfiles, stop, (hasEnded) => {
      if (hasEnded) this.running.delete(build);
      this.tell();
    });
    this.running.add(build);
    build.await();
    return build;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }

  private statesOf({ stages, states }: BuiltDockerfile): StageState[] {
    return stages.flatMap(({ name, line }, index) => {
      const state = states.get(index);
      const step = state?.current?.instruction;
      return state ? [{ ...state, index, name, line, place: step ? placeOfStep(stages, step) : null }] : [];
    });
  }

  /** A Dockerfile that cannot be looked at is built all the same; nothing is told of its stages. */
  private look(dockerfile: string): Promise<BuiltDockerfile> {
    return this.lookAt(dockerfile).catch(() => ({ text: "", stages: [], states: new Map() }));
  }

  private async lookAt(dockerfile: string): Promise<BuiltDockerfile> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(dockerfile));
    const before = this.dockerfiles.get(dockerfile);
    const text = document.getText();
    if (before?.text === text) return before;
    return { text, stages: await readStagePlaces(this.server, document), states: new Map() };
  }

  private tell(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed.fire();
    }, pace);
  }
}

/** One build that runs: passes what its output tells on to the stages of its Dockerfiles. */
export class RunningBuild {
  /** The targets of which something was told. */
  private readonly told = new Set<string | null>();

  /**
   * @param stop ends the build
   * @param tell something is known that was not known before, or the build has ended
   */
  constructor(
    private readonly builds: readonly BuiltStage[],
    private readonly dockerfiles: ReadonlyMap<string, BuiltDockerfile>,
    readonly stop: () => void,
    private readonly tell: (hasEnded: boolean) => void,
  ) {}

  /** Nothing is told yet; what is asked for will come. */
  await(): void {
    for (const { states, index, stage } of this.wanted()) states.set(index, untold(stage, "waiting"));
    this.tell(false);
  }

  /** Takes the state of the build. */
  update(progress: BuildProgress): void {
    for (const stage of progress.stages()) {
      this.told.add(stage.target);
      const built = this.dockerfileOf(stage.target);
      const index = built === undefined ? -1 : stageIndexOf(built.stages, stage.stage);
      if (index >= 0) built?.states.set(index, stage);
    }
    if (progress.announces) this.skip();
    this.tell(false);
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

  /** The stages that are asked for. */
  private wanted() {
    return this.builds.flatMap(({ dockerfile, stage }) => {
      const { stages, states } = this.dockerfiles.get(dockerfile) ?? { stages: [], states: new Map() };
      const index = stage === null ? stages.length - 1 : stageIndexOf(stages, stage);
      return index < 0 ? [] : [{ states, index, stage }];
    });
  }

  /** What the build has not told of is not needed, unless another target of it is still to be told of. */
  private skip(): void {
    for (const [uri, { stages, states }] of this.dockerfiles) {
      const isTold = this.builds.every(({ dockerfile, name }) => dockerfile !== uri || this.told.has(name ?? null));
      if (!isTold) continue;
      for (const [index, { name }] of stages.entries()) if (!states.has(index)) states.set(index, untold(name, "skipped"));
    }
  }

  /** The Dockerfile of a target, by the name that stands in front of its steps; a build of one has no other. */
  uriOf(target: string | null): string | undefined {
    const named = this.builds.find(({ name }) => (name ?? null) === target);
    return (named ?? (this.dockerfiles.size === 1 ? this.builds[0] : undefined))?.dockerfile;
  }

  /** The Dockerfiles that are built, by URI, with their stages. */
  stagesOf(uri: string): readonly StagePlace[] {
    return this.dockerfiles.get(uri)?.stages ?? [];
  }

  /** The URIs of the Dockerfiles that are built. */
  uris(): string[] {
    return [...this.dockerfiles.keys()];
  }

  private dockerfileOf(target: string | null): BuiltDockerfile | undefined {
    const uri = this.uriOf(target);
    return uri === undefined ? undefined : this.dockerfiles.get(uri);
  }
}

/** A stage of which the build has told nothing. */
function untold(stage: string | null, state: "waiting" | "skipped"): StageProgress {
  return { target: null, stage, state, milliseconds: 0, since: null, cached: 0, total: 0, current: null, steps: [] };
}

/** A URI as the editor writes it: the server may escape other letters. */
function canonical(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}
