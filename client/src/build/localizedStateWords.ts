import { l10n } from "vscode";
import type { StateWords } from "./stageStateText.ts";

/** The words for how a stage's build goes, in the user's language. */
export function localizedStateWords(): StateWords {
  return {
    waiting: l10n.t("waiting"),
    running: l10n.t("running"),
    cached: l10n.t("cached"),
    done: l10n.t("done"),
    failed: l10n.t("failed"),
    stopped: l10n.t("stopped"),
    skipped: l10n.t("skipped"),
    partlyCached: l10n.t("{0} of {1} cached"),
    failedAfter: l10n.t("failed after {0}"),
    showLog: l10n.t("show log"),
    lastStage: l10n.t("last stage"),
  };
}
