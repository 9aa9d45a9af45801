import * as vscode from "vscode";
import type { BuildDiagnostics } from "./buildDiagnostics.ts";
import { type BuildOutput, PlainOutput, RawJsonOutput } from "./buildOutput.ts";
import type { BuildCommand } from "./buildRequest.ts";
import type { CheckDiagnostics } from "./checkDiagnostics.ts";
import { CheckOutput } from "./checkOutput.ts";
import { EngineProcess } from "./engineProcess.ts";
import { localizedStateWords } from "./localizedStateWords.ts";
import type { RunningBuild } from "./runningBuild.ts";
import type { StageStates } from "./stageStates.ts";
import { stageStateText } from "./stageStateText.ts";
import { bold, failure, faint, plainLine, visible } from "./terminalText.ts";

/** The character that Ctrl+C sends to a terminal. */
const interrupt = "\x03";

/** The exit code of what was stopped by the user, as shells have it. */
const stoppedCode = 130;

/** A build that can be started. */
export interface PreparedBuild {
  readonly command: BuildCommand;
  /** What its output looks like; `check` is the answer of the engine's own check. */
  readonly form: "rawjson" | "plain" | "check";
}

/** Where what a build tells is kept. */
export interface BuildFindings {
  readonly states: StageStates;
  readonly failures: BuildDiagnostics;
  readonly checks: CheckDiagnostics;
}

/** How a task ended: its exit code, and the command if it came to that. */
export type BuildEnd = (exitCode: number, command?: BuildCommand) => void;

/** The terminal of one build: shows the command line, then what the engine tells; its exit code is the task's result. */
export class BuildTerminal implements vscode.Pseudoterminal {
  private readonly write = new vscode.EventEmitter<string>();
  private readonly ended = new vscode.EventEmitter<number>();
  private engine: EngineProcess | undefined;
  private running: RunningBuild | undefined;
  private closed = false;

  readonly onDidWrite = this.write.event;
  readonly onDidClose = this.ended.event;

  /**
   * @param prepare gives the build to run; a rejection's message is shown in the terminal and ends the task as failed
   * @param onEnd is told how it ended, once
   */
  constructor(
    private readonly prepare: () => Promise<PreparedBuild>,
    private readonly findings: BuildFindings,
    private readonly onEnd: BuildEnd = () => {},
  ) {}

  open(): void {
    this.run().catch((error) => this.fail(error));
  }

  /** Called by VS Code when the task is terminated or its terminal is closed. */
  close(): void {
    this.closed = true;
    this.engine?.stop();
  }

  handleInput(data: string): void {
    if (data.includes(interrupt)) this.close();
  }

  private async run(): Promise<void> {
    const { command, form } = await this.prepare();
    // A check says nothing of how stages go.
    if (form !== "check") this.running = await this.findings.states.begin(command.stages, visible(command.text), () => this.close());
    if (this.closed) {
      this.finish(stoppedCode, command);
      return;
    }
    this.write.fire(bold(`> ${visible(command.text)}`) + faint(vscode.l10n.t("in {0}", visible(command.cwd))));
    if (form === "check" || this.running === undefined) this.check(command);
    else this.build(command, this.running, outputOf(command, form));
  }

  private build(command: BuildCommand, build: RunningBuild, output: BuildOutput): void {
    this.findings.failures.clear(build);
    this.start(
      command,
      (piece, stream) => {
        this.write.fire(output.read(piece, stream));
        build.update(output.progress);
      },
      async (exitCode) => {
        this.write.fire(output.end());
        build.update(output.progress);
        if (exitCode === 0) this.write.fire(summaryOf(command, output));
        else if (exitCode === null) this.write.fire(failure(vscode.l10n.t("The build was stopped.")));
        else {
          this.write.fire(failure(vscode.l10n.t("The build failed (exit code {0}).", exitCode)));
          await this.findings.failures.report(build, output, command.argv[0]);
        }
        this.finish(exitCode ?? stoppedCode, command);
      },
    );
  }

  private check(command: BuildCommand): void {
    const output = new CheckOutput();
    this.start(
      command,
      (piece, stream) => output.read(piece, stream),
      async (exitCode) => {
        const found = output.findings();
        const dockerfile = command.stages[0]?.dockerfile;
        if (exitCode === null) this.write.fire(failure(vscode.l10n.t("The check was stopped.")));
        else if (found === null || dockerfile === undefined) {
          this.write.fire(output.text() + failure(vscode.l10n.t("The check failed (exit code {0}).", exitCode)));
        } else {
          for (const { lines, severity, rule, message } of found) {
            const where = vscode.l10n.t("line {0}", lines[0]);
            this.write.fire(plainLine(`${severity === "error" ? "✗" : "⚠"} ${where}: ${message}${rule === null ? "" : ` [${rule}]`}`));
          }
          this.write.fire(
            bold(found.length === 0 ? vscode.l10n.t("The engine found nothing.") : vscode.l10n.t("Findings: {0}", found.length)),
          );
          await this.findings.checks.report(vscode.Uri.parse(dockerfile), found);
        }
        // Findings are what was asked for: only a check that could not be made has failed.
        this.finish(exitCode === null ? stoppedCode : found === null ? exitCode : 0, command);
      },
    );
  }

  private start(
    command: BuildCommand,
    onText: (piece: string, stream: "stdout" | "stderr") => void,
    onExit: (exitCode: number | null) => Promise<void>,
  ): void {
    this.engine = new EngineProcess(
      command.argv,
      command.cwd,
      { ...process.env, ...command.env },
      onText,
      (exitCode, startError) => {
        if (startError !== undefined) this.fail(startError, command);
        else onExit(this.closed ? null : exitCode).catch((error) => this.fail(error, command));
      },
      command.input,
    );
  }

  private fail(error: unknown, command?: BuildCommand): void {
    this.write.fire(failure(error instanceof Error ? error.message : String(error)));
    this.finish(1, command);
  }

  private finish(exitCode: number, command?: BuildCommand): void {
    this.running?.end();
    this.ended.fire(exitCode);
    this.onEnd(exitCode, command);
  }
}

function outputOf({ stages, targets: names }: BuildCommand, form: "rawjson" | "plain"): BuildOutput {
  const targets = new Set(names ?? stages.flatMap(({ name }) => name ?? []));
  const words = { cached: vscode.l10n.t("cached"), done: vscode.l10n.t("done"), stopped: vscode.l10n.t("stopped") };
  return form === "rawjson" ? new RawJsonOutput(words, targets) : new PlainOutput(targets);
}

/** One line for each stage that was built, and the names of the images. */
function summaryOf({ stages, tag }: BuildCommand, { progress }: BuildOutput): string {
  const words = localizedStateWords();
  const lines = progress.stages().flatMap((stage) => {
    const name = [stage.target, stage.stage].filter((part) => part !== null).join(" ");
    const text = stageStateText({ ...stage, index: 0, line: 0, place: null, name: name === "" ? null : name, label: name }, words);
    return text === null ? [] : [faint(text)];
  });
  const tags = tag ? [tag] : stages.flatMap((stage) => stage.tag ?? []);
  return lines.join("") + bold(tags.length > 0 ? vscode.l10n.t("Built {0}", tags.join(", ")) : vscode.l10n.t("Built"));
}
