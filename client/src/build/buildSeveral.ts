import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type BuildTarget, isStageToBuild, type StageToBuild } from "./buildRequest.ts";
import { startBuild } from "./buildTarget.ts";
import type { BuildTaskProvider } from "./buildTaskProvider.ts";
import type { Engines } from "./engines.ts";
import { type Buildable, findBuildable } from "./findBuildable.ts";
import { engineFor, isAllowed } from "./readyToBuild.ts";

/** The key under which a workspace remembers what was picked last. */
const lastPicked = "dockstage.buildSeveral";

interface BuildableItem extends vscode.QuickPickItem {
  readonly buildable?: Buildable;
}

/**
 * The command `dockstage.buildSeveral`: builds stages and services picked from a list, side by side. The stages are one run of `docker buildx bake` over a
 * definition on its standard input (an engine without bake builds each by itself); services are built by compose, which alone knows the names of
 * their images.
 */
export async function buildSeveral(
  server: LanguageServer,
  engines: Engines,
  tasks: BuildTaskProvider,
  memory: vscode.Memento,
): Promise<void> {
  if (!(await isAllowed())) return;
  const buildable = await findBuildable(server);
  if (buildable.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There are no stages with a name and no services to build in this workspace."));
    return;
  }
  const picked = await vscode.window.showQuickPick(itemsFor(buildable, new Set(memory.get<string[]>(lastPicked, []))), {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: vscode.l10n.t("Stages and services to build"),
  });
  const targets = (picked ?? []).flatMap((item) => item.buildable?.target ?? []);
  if (targets.length === 0) return;
  await memory.update(lastPicked, targets.map(keyOf));
  for (const target of await inRuns(targets, engines)) await startBuild(target, {}, server, engines, tasks);
}

/** What is run: the stages together where the engine can, every service by itself. */
async function inRuns(targets: readonly (StageToBuild | Buildable["target"])[], engines: Engines): Promise<BuildTarget[]> {
  const [first, ...others] = targets.filter(isStageToBuild);
  const services = targets.filter((target) => !isStageToBuild(target));
  if (first === undefined) return services;
  if (others.length === 0) return [first, ...services];
  const found = await engineFor(first, engines);
  if (found === undefined) return [];
  return found.engine === "buildx" ? [{ stages: [first, ...others] }, ...services] : [first, ...others, ...services];
}

function itemsFor(buildable: readonly Buildable[], picked: ReadonlySet<string>): BuildableItem[] {
  let file = "";
  return buildable.flatMap((one): BuildableItem[] => {
    const path = vscode.workspace.asRelativePath(one.file);
    const line: BuildableItem[] = path === file || file === "" ? [] : [{ label: "", kind: vscode.QuickPickItemKind.Separator }];
    file = path;
    const icon = isStageToBuild(one.target) ? "$(layers)" : "$(server-environment)";
    return [...line, { label: `${icon} ${one.name}`, description: path, buildable: one, picked: picked.has(keyOf(one.target)) }];
  });
}

function keyOf(target: Buildable["target"]): string {
  return isStageToBuild(target) ? `${target.dockerfile} ${target.stage}` : `${target.consumer} ${target.build}`;
}
