import * as vscode from "vscode";
import type { BuildError } from "./buildErrors.ts";
import type { BuildOutput } from "./buildOutput.ts";
import type { Step } from "./buildProgress.ts";
import { placeOfStep, placeOfText, stageIndexOf } from "./stagePlaces.ts";
import type { RunningBuild } from "./stageStates.ts";
import { logUri } from "./stepLogs.ts";

/** A place in a Dockerfile that a build blames, lines from 0, both inclusive. */
interface Blamed {
  readonly uri: string;
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
    for (const uri of build.uris()) this.collection.delete(vscode.Uri.parse(uri));
  }

  /** A build has failed. @param program the engine's program, named as the source of what it found */
  async report(build: RunningBuild, output: BuildOutput, program: string): Promise<void> {
    const blamed = placesOf(build, output);
    for (const uri of new Set(blamed.map((place) => place.uri))) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      const here = blamed.filter((place) => place.uri === uri);
      this.collection.set(
        document.uri,
        here.map((place) => diagnosticOf(document, place, build, `${program} build`)),
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
  return [...told, ...others.filter(({ uri, firstLine }) => !told.some((place) => place.uri === uri && place.firstLine === firstLine))];
}

function placeOfError(
  build: RunningBuild,
  { file, lines, instruction, message }: BuildError,
  failures: readonly Step[],
): Blamed | undefined {
  const step = failures.find(({ error }) => error !== null && squeezed(error) === squeezed(message)) ?? failures[0];
  const uris = build.uris();
  const named =
    file === null ? [] : uris.filter((uri) => vscode.Uri.parse(uri).path.endsWith(`/${file.replaceAll("\\", "/").replace(/^.*\//, "")}`));
  const uri = (uris.length === 1 ? uris[0] : undefined) ?? (step && build.uriOf(step.instruction?.target ?? null)) ?? named[0];
  if (uri === undefined) return undefined;
  if (lines !== null) return { uri, firstLine: lines[0] - 1, lastLine: lines[1] - 1, message, ...(step && { step }) };
  const place = placeOfText(build.stagesOf(uri), instruction ?? "");
  return place ? { uri, firstLine: place.firstLine, lastLine: place.lastLine, message } : undefined;
}

function placeOfFailure(build: RunningBuild, step: Step): Blamed | undefined {
  const uri = build.uriOf(step.instruction?.target ?? null);
  const place = uri !== undefined && step.instruction !== null ? placeOfStep(build.stagesOf(uri), step.instruction) : null;
  return uri !== undefined && place !== null
    ? { uri, firstLine: place.firstLine, lastLine: place.lastLine, message: step.error ?? "", step }
    : undefined;
}

function diagnosticOf(
  document: vscode.TextDocument,
  { uri, firstLine, lastLine, message, step }: Blamed,
  build: RunningBuild,
  source: string,
): vscode.Diagnostic {
  const first = document.lineAt(clamped(firstLine, document));
  const last = document.lineAt(clamped(lastLine, document));
  const range = new vscode.Range(first.lineNumber, first.firstNonWhitespaceCharacterIndex, last.lineNumber, last.range.end.character);
  const diagnostic = new vscode.Diagnostic(range, squeezed(message), vscode.DiagnosticSeverity.Error);
  diagnostic.source = source;
  const stage = step?.instruction ? stageIndexOf(build.stagesOf(uri), step.instruction.stage) : -1;
  if (step?.instruction && stage >= 0) {
    const log = { dockerfile: uri, stage, step: step.instruction.index };
    // Links of findings open documents; commands are not run from there.
    diagnostic.code = { value: vscode.l10n.t("show log"), target: logUri(log, build.stagesOf(uri)[stage]?.name ?? null) };
  }
  return diagnostic;
}

function clamped(line: number, document: vscode.TextDocument): number {
  return Math.min(Math.max(line, 0), document.lineCount - 1);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
