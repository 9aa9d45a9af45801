import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import type { BuildProgress, StageProgress } from "./buildProgress.ts";
import type { BuiltStage } from "./buildRequest.ts";
import { readStagePlaces } from "./dockerfileOutline.ts";
import { type StagePlace, stageIndexOf } from "./stagePlaces.ts";

/** How the last build of a stage went, or goes. */
export interface StageState extends StageProgress {
  /** Which stage of the Dockerfile it is, from 0. */
  readonly index: number;
  /** Null for a stage without a name. */
  readonly name: string | null;
  /** The line of its FROM, from 0. */
  readonly line: number;
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

  /** The state of one stage as it was built last, whatever the text is now. */
  lastOf(dockerfile: string, index: number): StageState | undefined {
    const built = this.dockerfiles.get(dockerfile);
    return built && this.statesOf(built).find((state) => state.index === index);
  }

  /** Looks at the Dockerfiles of a build that is about to run. What was known of another text of them is forgotten. */
  async begin(builds: readonly BuiltStage[]): Promise<RunningBuild> {
    const dockerfiles = new Map<string, BuiltDockerfile>();
    for (const { dockerfile } of builds) {
      if (!dockerfiles.has(dockerfile)) dockerfiles.set(dockerfile, await this.look(dockerfile));
    }
    for (const [uri, built] of dockerfiles) this.dockerfiles.set(uri, built);
    return new RunningBuild(builds, dockerfiles, () => this.tell());
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }

  private statesOf({ stages, states }: BuiltDockerfile): StageState[] {
    return stages.flatMap(({ name, line }, index) => {
      const state = states.get(index);
      return state ? [{ ...state, index, name, line }] : [];
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
  constructor(
    private readonly builds: readonly BuiltStage[],
    private readonly dockerfiles: ReadonlyMap<string, BuiltDockerfile>,
    private readonly tell: () => void,
  ) {}

  /** Takes the state of the build. */
  update(progress: BuildProgress): void {
    for (const stage of progress.stages()) {
      const built = this.dockerfileOf(stage.target);
      const index = built === undefined ? -1 : stageIndexOf(built.stages, stage.stage);
      if (index >= 0) built?.states.set(index, stage);
    }
    this.tell();
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
