import { l10n } from "vscode";
import type { TargetWords } from "./targetRows.ts";

/** The words of the tree and the status bar in the user's language. */
export function localizedTargetWords(): TargetWords {
  return {
    defaultTarget: l10n.t("default target"),
    builtBy: l10n.t("built by {0}"),
    builtOn: l10n.t("built on {0}"),
    runs: l10n.t("runs {0} of {1} stages"),
    noStage: l10n.t("no such stage"),
    inFile: l10n.t("in {0}"),
  };
}
