import * as vscode from "vscode";
import type { RunningBuild } from "./runningBuild.ts";

/** Ends a build that runs; of several, which may all be building one stage, the one that the user chooses. */
export async function stopBuild(builds: readonly RunningBuild[]): Promise<void> {
  if (builds.length < 2) return builds[0]?.stop();
  const rows = builds.map((build) => ({ label: labelOf(build), detail: build.line, builds: [build] }));
  const all = { label: vscode.l10n.t("All {0} builds", builds.length), detail: "", builds };
  const chosen = await vscode.window.showQuickPick([...rows, all], {
    placeHolder: vscode.l10n.t("Several builds build this stage now. Which one is to be stopped?"),
  });
  for (const build of chosen?.builds ?? []) build.stop();
}

function labelOf(build: RunningBuild): string {
  return build
    .targets()
    .map((target) => target ?? vscode.l10n.t("default target"))
    .join(", ");
}
