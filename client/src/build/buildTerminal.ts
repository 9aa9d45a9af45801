import * as vscode from "vscode";
import type { BuildCommand } from "./buildRequest.ts";
import { EngineProcess } from "./engineProcess.ts";
import { bold, failure, faint, TerminalText } from "./terminalText.ts";

/** The character that Ctrl+C sends to a terminal. */
const interrupt = "\x03";

/** The terminal of one build: shows the command line, then what the engine prints; its exit code is the task's result. */
export class BuildTerminal implements vscode.Pseudoterminal {
  private readonly write = new vscode.EventEmitter<string>();
  private readonly ended = new vscode.EventEmitter<number>();
  private engine: EngineProcess | undefined;
  private closed = false;

  readonly onDidWrite = this.write.event;
  readonly onDidClose = this.ended.event;

  /** @param prepare gives the build to run; a rejection's message is shown in the terminal and ends the task as failed */
  constructor(private readonly prepare: () => Promise<BuildCommand>) {}

  open(): void {
    void this.run();
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
    let build: BuildCommand;
    try {
      build = await this.prepare();
    } catch (error) {
      this.fail(error);
      return;
    }
    if (this.closed) {
      this.ended.fire(130);
      return;
    }
    this.write.fire(bold(`> ${build.text}`) + faint(vscode.l10n.t("in {0}", build.cwd)));
    const text = new TerminalText();
    this.engine = new EngineProcess(
      build.argv,
      build.cwd,
      { ...process.env, ...build.env },
      (piece) => this.write.fire(text.render(piece)),
      (exitCode, startError) => this.finish(build, exitCode, startError),
    );
  }

  private finish(build: BuildCommand, exitCode: number | null, startError: Error | undefined): void {
    if (startError !== undefined) {
      this.fail(startError);
    } else if (this.closed || exitCode === null) {
      this.write.fire(failure(vscode.l10n.t("The build was stopped.")));
      this.ended.fire(130);
    } else if (exitCode === 0) {
      this.write.fire(bold(build.tag ? vscode.l10n.t("Built {0}", build.tag) : vscode.l10n.t("Built")));
      this.ended.fire(0);
    } else {
      this.write.fire(failure(vscode.l10n.t("The build failed (exit code {0}).", exitCode)));
      this.ended.fire(exitCode);
    }
  }

  private fail(error: unknown): void {
    this.write.fire(failure(error instanceof Error ? error.message : String(error)));
    this.ended.fire(1);
  }
}
