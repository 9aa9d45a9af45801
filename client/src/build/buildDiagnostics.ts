import * as vscode from "vscode";
import type { BuildError } from "./buildErrors.ts";
import type { BuildOutput } from "./buildOutput.ts";
import type { Step } from "./buildProgress.ts";
import { type BuiltDockerfile, lineInFile } from "./builtDockerfile.ts";
import type { RunningBuild } from "./runningBuild.ts";
import { placeOfStep, placeOfText, stageIndexOf } from "./stagePlaces.ts";
import { logUri } from "./stepLogs.ts";

/** A place that a build blames, lines of the Dockerfile's document from 0, both inclusive. */
interface Blamed {
  readonly dockerfile: BuiltDockerfile;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly message: string;
  readonly step?: Step;
}

/** The findings of builds: the instruction that failed, until its Dockerfile is built again or changes. */
export class BuildDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("dockstage-build");
  private readonly subscriptions = [
    this.collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.collection.delete(document.uri);
    }),
  ];

  /** A build begins: what an earlier one said of its Dockerfiles no longer counts. */
  clear(build: RunningBuild): void {
    for (const { uri } of build.dockerfiles()) this.collection.delete(vscode.Uri.parse(uri));
  }

  /** A build has failed. @param program the engine's program, named as the source of what it found */
  async report(build: RunningBuild, output: BuildOutput, program: string): Promise<void> {
    const blamed = placesOf(build, output);
    for (const uri of new Set(blamed.map(({ dockerfile }) => dockerfile.uri))) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      const here = blamed.filter(({ dockerfile }) => dockerfile.uri === uri);
      this.collection.set(
        document.uri,
        here.map((place) => diagnosticOf(document, place, `${program} build`)),
      );
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** What the engine's own words blame; of steps that failed without being named there, their instructions. */
function placesOf(build: RunningBuild, output: BuildOutput): Blamed[] {
  const failures = output.progress.failures();
  const told = output.errors().flatMap((error) => placeOfError(build, error, failures) ?? []);
  const others = failures.flatMap((step) => placeOfFailure(build, step) ?? []);
  const isTold = (place: Blamed) =>
    told.some(({ dockerfile, firstLine }) => dockerfile.uri === place.dockerfile.uri && firstLine === place.firstLine);
  return [...told, ...others.filter((place) => !isTold(place))];
}

function placeOfError(
  build: RunningBuild,
  { file, lines, instruction, message }: BuildError,
  failures: readonly Step[],
): Blamed | undefined {
  const step = failures.find(({ error }) => error !== null && squeezed(error) === squeezed(message)) ?? failures[0];
  const all = build.dockerfiles();
  const name = `/${file?.replaceAll("\\", "/").replace(/^.*\//, "")}`;
  const named = file === null ? undefined : all.find(({ uri }) => vscode.Uri.parse(uri).path.endsWith(name));
  const dockerfile = (all.length === 1 ? all[0] : undefined) ?? (step && build.dockerfileOf(step.instruction?.target ?? null)) ?? named;
  if (dockerfile === undefined) return undefined;
  if (lines !== null) {
    const [firstLine, lastLine] = [lineInFile(dockerfile, lines[0]), lineInFile(dockerfile, lines[1])];
    return { dockerfile, firstLine, lastLine, message, ...(step && { step }) };
  }
  const place = placeOfText(dockerfile.stages, instruction ?? "");
  return place ? { dockerfile, firstLine: place.firstLine, lastLine: place.lastLine, message } : undefined;
}

function placeOfFailure(build: RunningBuild, step: Step): Blamed | undefined {
  const dockerfile = build.dockerfileOf(step.instruction?.target ?? null);
  const place = dockerfile !== undefined && step.instruction !== null ? placeOfStep(dockerfile.stages, step.instruction) : null;
  return dockerfile !== undefined && place !== null
    ? { dockerfile, firstLine: place.firstLine, lastLine: place.lastLine, message: step.error ?? "", step }
    : undefined;
}

function diagnosticOf(
  document: vscode.TextDocument,
  { dockerfile: { uri, stages, first: above }, firstLine, lastLine, message, step }: Blamed,
  source: string,
): vscode.Diagnostic {
  const first = document.lineAt(clamped(firstLine, document));
  const last = document.lineAt(clamped(lastLine, document));
  const range = new vscode.Range(first.lineNumber, first.firstNonWhitespaceCharacterIndex, last.lineNumber, last.range.end.character);
  const diagnostic = new vscode.Diagnostic(range, squeezed(message), vscode.DiagnosticSeverity.Error);
  diagnostic.source = source;
  const stage = step?.instruction ? stageIndexOf(stages, step.instruction.stage, step.instruction.target) : -1;
  if (step?.instruction && stage >= 0) {
    const log = { dockerfile: uri, stage: above + stage, step: step.instruction.index };
    // Links of findings open documents; commands are not run from there.
    diagnostic.code = { value: vscode.l10n.t("show log"), target: logUri(log, stages[stage]?.name ?? null) };
  }
  return diagnostic;
}

function clamped(line: number, document: vscode.TextDocument): number {
  return Math.min(Math.max(line, 0), document.lineCount - 1);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
