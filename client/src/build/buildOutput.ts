import { type BuildError, readBuildErrors, readErrorMessage } from "./buildErrors.ts";
import { BuildProgress } from "./buildProgress.ts";
import { JsonStream, type StreamPart } from "./jsonStream.ts";
import { PlainProgress } from "./plainProgress.ts";
import { ProgressText, type ProgressWords } from "./progressText.ts";
import { asSolveStatus } from "./solveStatus.ts";
import { plainLine, TerminalText } from "./terminalText.ts";

/** How much of the end of the output is kept to look for errors. */
const keptOutput = 100_000;

/** Reads what an engine prints while it builds: gives what a terminal shows, and keeps the state of the build. */
export interface BuildOutput {
  readonly progress: BuildProgress;
  /** What the terminal shows for a piece of output. */
  read(piece: string, stream: "stdout" | "stderr"): string;
  /** What is left to show when the engine has ended. */
  end(): string;
  /** The places in Dockerfiles that the output blames. */
  errors(): BuildError[];
  /** The engine's last word on why it failed; empty when it has said none. */
  message(): string;
}

/** Output of buildx with `--progress=rawjson`, which comes on its standard error. */
export class RawJsonOutput implements BuildOutput {
  readonly progress: BuildProgress;
  private readonly stream = new JsonStream();
  private readonly text: ProgressText;
  private readonly results = new TerminalText();
  private lines = "";

  /** @param targets the names that stand in front of the steps when several are built together */
  constructor(words: ProgressWords, targets?: ReadonlySet<string>) {
    this.progress = new BuildProgress(targets);
    this.text = new ProgressText(this.progress, words);
  }

  read(piece: string, stream: "stdout" | "stderr"): string {
    return stream === "stdout" ? this.results.render(piece) : this.renderAll(this.stream.read(piece));
  }

  end(): string {
    const rest = this.renderAll(this.stream.end());
    this.progress.end();
    return rest;
  }

  errors(): BuildError[] {
    return readBuildErrors(this.lines);
  }

  message(): string {
    return readErrorMessage(this.lines);
  }

  private renderAll(parts: readonly StreamPart[]): string {
    return parts.map((part) => ("value" in part ? this.renderValue(part.value) : this.renderLine(part.line))).join("");
  }

  private renderValue(value: unknown): string {
    const status = asSolveStatus(value);
    this.progress.apply(status);
    return this.text.render(status);
  }

  private renderLine(line: string): string {
    this.lines = `${this.lines}${line}\n`.slice(-keptOutput);
    return plainLine(line);
  }
}

/** Output that is meant for people: shown as it comes. Where it is BuildKit's plain progress, the state of the build is read from it. */
export class PlainOutput implements BuildOutput {
  readonly progress: BuildProgress;
  private readonly plain = { stdout: new PlainProgress(), stderr: new PlainProgress() };
  private readonly text = new TerminalText();
  private tail = "";

  /** @param targets as for {@link RawJsonOutput} */
  constructor(targets?: ReadonlySet<string>) {
    this.progress = new BuildProgress(targets);
  }

  read(piece: string, stream: "stdout" | "stderr"): string {
    for (const status of this.plain[stream].read(piece)) this.progress.apply(status);
    this.tail = (this.tail + piece).slice(-keptOutput);
    return this.text.render(piece);
  }

  end(): string {
    this.progress.end();
    return "";
  }

  errors(): BuildError[] {
    return readBuildErrors(this.tail);
  }

  message(): string {
    return readErrorMessage(this.tail);
  }
}
