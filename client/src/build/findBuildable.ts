import type { LanguageServer } from "../languageServer.ts";
import type { FileTargets, TargetFile } from "../targets/buildTargets.ts";
import type { ConsumerToBuild, StageToBuild } from "./buildRequest.ts";
import { isConsumerToBuild, isStageToBuild } from "./buildRequest.ts";

/** Something in the workspace that can be built. */
export interface Buildable {
  /** The stage or the service. */
  readonly name: string;
  /** The file in which it is written, relative to the folder of the workspace. */
  readonly path: string;
  /** Of a service the stage for which it asks, else null. */
  readonly asksFor: string | null;
  /** Whether it is what a build of its Dockerfile without a target builds. */
  readonly isDefault: boolean;
  readonly target: StageToBuild | ConsumerToBuild;
}

/** Everything in the workspace that can be built by itself, file by file in the order of the tree of build targets, of as many files as are told at once. */
export async function findBuildable(server: Pick<LanguageServer, "ask">): Promise<Buildable[]> {
  const files = ((await server.ask<TargetFile[]>("dockstage/targetFiles", {}).catch(() => undefined)) ?? []).slice(0, MOST_FILES);
  const targets = await Promise.all(
    files.map(({ uri }) => server.ask<FileTargets>("dockstage/targets", { document: uri }).catch(() => undefined)),
  );
  return files.flatMap(({ path }, index) => buildableOf(path, targets[index] ?? { stages: [], builds: [] }));
}

/** Each is a question to the server. */
const MOST_FILES = 1000;

function buildableOf(path: string, { stages, builds }: FileTargets): Buildable[] {
  return [
    ...stages.flatMap(({ label, build, default: isDefault }) =>
      isStageToBuild(build) ? [{ name: label, path, asksFor: null, isDefault, target: build }] : [],
    ),
    ...builds.flatMap(({ label, build, target }) =>
      isConsumerToBuild(build) ? [{ name: label, path, asksFor: target, isDefault: false, target: build }] : [],
    ),
  ];
}
