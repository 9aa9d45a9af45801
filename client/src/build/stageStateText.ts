import * as vscode from "vscode";
import type { StageProgress } from "./buildProgress.ts";
import { duration } from "./duration.ts";
import type { StageState } from "./stageStates.ts";

/** Longer instructions are cut in a lens. */
const longestInstruction = 60;

/** How a stage's build went, or goes, in a few words: `✓ builder 3.2 s, 2 of 5 cached`. Null while it waits. */
export function stageStateText(state: StageState): string | null {
  const name = state.name ?? state.stage ?? vscode.l10n.t("last stage");
  switch (state.state) {
    case "running":
      return `⟳ ${name} ${currentText(state)}`;
    case "cached":
      return `✓ ${vscode.l10n.t("{0} cached", name)}`;
    case "done":
      return `✓ ${doneText(name, state)}`;
    case "failed":
      return `✗ ${vscode.l10n.t("{0} failed after {1}: show log", name, duration(state.milliseconds))}`;
    case "stopped":
      return `■ ${vscode.l10n.t("{0} stopped", name)}`;
    default:
      return null;
  }
}

function doneText(name: string, { milliseconds, cached, total }: StageProgress): string {
  return cached === 0
    ? `${name} ${duration(milliseconds)}`
    : vscode.l10n.t("{0} {1}, {2} of {3} cached", name, duration(milliseconds), cached, total);
}

function currentText({ current }: StageProgress): string {
  if (current === null || current.instruction === null) return "";
  const { index, total, instruction } = current.instruction;
  const text = instruction.replace(/\s+/g, " ");
  return `${index}/${total} ${text.length > longestInstruction ? `${text.slice(0, longestInstruction)}…` : text}`;
}
