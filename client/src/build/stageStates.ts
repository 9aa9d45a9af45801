import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import type { StageProgress } from "./buildProgress.ts";
import type { BuiltStage } from "./buildRequest.ts";
import { type BuiltDockerfile, type BuiltFile, dockerfileIn } from "./builtDockerfile.ts";
import { readStagePlaces } from "./dockerfileOutline.ts";
import { RunningBuild } from "./runningBuild.ts";
import { placeOfStep } from "./stagePlaces.ts";

/** How the last build of a stage went, or goes. */
export interface StageState extends StageProgress {
  /** Which stage of the file it is, from 0: of the Dockerfile, or of all Dockerfiles that are written in a file. */
  readonly index: number;
  /** Null for a stage without a name. */
  readonly name: string | null;
  /** The name, or `stage-N` for the stage N of its Dockerfile that has none. */
  readonly label: string;
  /** The line of its FROM, from 0. */
  readonly line: number;
  /** Where the instruction stands that runs or has failed, lines from 0, both inclusive; null when none does, or it stands in no file. */
  readonly place: { readonly firstLine: number; readonly lastLine: number } | null;
}

/** How often listeners hear of a build that runs, in milliseconds. */
const pace = 250;

/**
 * What builds of this session tell about stages, for whoever shows it: lenses, graph, tree. A state holds for the text that was built, so an edit takes
 * it away and undoing the edit brings it back. A Dockerfile that is written inside another file is known by that file.
 */
export class StageStates implements vscode.Disposable {
  private readonly files = new Map<string, BuiltFile>();
  private readonly running = new Set<RunningBuild>();
  private readonly changed = new vscode.EventEmitter<void>();
  private timer: NodeJS.Timeout | undefined;

  /** Something is known about some stage that was not known before; a few times a second at most. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: LanguageServer) {}

  /** The states of a file's stages, in its order; empty when it is not the text that was built. */
  of(document: Pick<vscode.TextDocument, "uri" | "getText">): StageState[] {
    const built = this.files.get(document.uri.toString());
    if (built === undefined || built.text !== document.getText()) return [];
    return statesOf(built);
  }

  /** The same of a file that may be open nowhere, by its URI. */
  async current(uri: string): Promise<StageState[]> {
    // What was never built is not opened for this.
    if (!this.files.has(canonical(uri))) return [];
    return vscode.workspace.openTextDocument(vscode.Uri.parse(uri)).then(
      (document) => this.of(document),
      () => [],
    );
  }

  /** The builds that run and build a stage, or will build it: one that has come past it, or does without it, is none of them. */
  buildsOf(uri: string, index: number): RunningBuild[] {
    return [...this.running].filter((build) => build.isAt(canonical(uri), index));
  }

  /** The state of one stage as it was built last, whatever the text is now. */
  lastOf(uri: string, index: number): StageState | undefined {
    const built = this.files.get(canonical(uri));
    return built && statesOf(built).find((state) => state.index === index);
  }

  /**
   * Looks at the Dockerfiles of a build that is about to run. What was known of another text of them is forgotten.
   * @param line its command line, for people
   * @param stop ends the build
   */
  async begin(stages: readonly BuiltStage[], line: string, stop: () => void): Promise<RunningBuild> {
    const files = new Map<string, BuiltFile>();
    for (const uri of new Set(stages.map(({ dockerfile }) => canonical(dockerfile)))) files.set(uri, await this.look(uri));
    for (const [uri, built] of files) this.files.set(uri, built);
    const dockerfiles = new Map<string, BuiltDockerfile>();
    const dockerfileOf = ({ dockerfile, inside }: BuiltStage): BuiltDockerfile => {
      const uri = canonical(dockerfile);
      const key = JSON.stringify([uri, inside?.index]);
      const built = dockerfiles.get(key) ?? dockerfileIn(uri, files.get(uri) ?? unknown(), inside);
      dockerfiles.set(key, built);
      return built;
    };
    const builds = stages.map((stage) => ({ ...stage, in: dockerfileOf(stage) }));
    const build = new RunningBuild(builds, line, stop, (hasEnded) => {
      if (hasEnded) this.end(build);
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

  /** A Dockerfile that cannot be looked at is built all the same; nothing is told of its stages. */
  private look(uri: string): Promise<BuiltFile> {
    return this.lookAt(uri).catch(unknown);
  }

  private async lookAt(uri: string): Promise<BuiltFile> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const before = this.files.get(uri);
    const text = document.getText();
    if (before?.text === text) return before;
    return { text, dockerfiles: await readStagePlaces(this.server, document), states: new Map() };
  }

  private end(build: RunningBuild): void {
    this.running.delete(build);
    for (const other of this.running) other.tellAgain();
  }

  private tell(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed.fire();
    }, pace);
  }
}

function statesOf({ dockerfiles, states }: BuiltFile): StageState[] {
  const stages = dockerfiles.flatMap((own) => own.map((stage, at) => ({ ...stage, label: stage.name ?? `stage-${at}`, own })));
  return stages.flatMap(({ name, label, line, own }, index) => {
    const state = states.get(index);
    const step = state?.current?.instruction;
    return state ? [{ ...state, index, name, label, line, place: step ? placeOfStep(own, step) : null }] : [];
  });
}

function unknown(): BuiltFile {
  return { text: "", dockerfiles: [], states: new Map() };
}

/** A URI as the editor writes it: the server may escape other letters. */
function canonical(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}
