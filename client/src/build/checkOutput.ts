import { type CheckFinding, readCheckResult } from "./checkResult.ts";
import { TerminalText } from "./terminalText.ts";

/** Output of the engine's own check: the answer on the standard output is for programs, what comes beside it is shown. */
export class CheckOutput {
  private answer = "";
  private aside = "";

  /** Takes a piece of output. */
  read(piece: string, stream: "stdout" | "stderr"): void {
    if (stream === "stdout") this.answer += piece;
    else this.aside += piece;
  }

  /** The findings; null when the engine has not checked anything. */
  findings(): CheckFinding[] | null {
    return readCheckResult(this.answer);
  }

  /** What the terminal shows when there is no answer. */
  text(): string {
    return new TerminalText().render(this.aside + this.answer);
  }
}
