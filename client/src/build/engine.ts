import type { BuildTarget } from "./buildRequest.ts";
import { type BuildxVersion, readBuildxVersion } from "./buildxVersion.ts";

/** The setting `dockstage.engine`. */
export type EngineSetting = "auto" | "docker" | "podman" | "nerdctl";

/** What runs the build; `docker` is Docker's own BuildKit, without buildx. */
export type Engine = "buildx" | "docker" | "podman" | "nerdctl";

/** An engine that answers, with the version of buildx where that is what builds. */
export interface FoundEngine {
  readonly engine: Engine;
  /** Null when buildx does not say it, or is not what builds. */
  readonly buildx: BuildxVersion | null;
}

/** What running `argv` prints on its standard output; undefined unless it ends with exit code 0. */
export type Probe = (argv: readonly string[]) => Promise<string | undefined>;

/** What a build is done with: the engine's own build command for a Dockerfile, Compose for a service of a compose file. */
export type Tool = "build" | "compose";

/** None of these asks for a daemon: that the daemon is down is the engine's own, better message. */
const probes: Record<Tool, Record<Engine, readonly string[]>> = {
  build: {
    buildx: ["docker", "buildx", "version"],
    docker: ["docker", "--version"],
    podman: ["podman", "--version"],
    nerdctl: ["nerdctl", "--version"],
  },
  compose: {
    buildx: ["docker", "compose", "version"],
    docker: ["docker", "compose", "version"],
    podman: ["podman", "compose", "version"],
    nerdctl: ["nerdctl", "--version"],
  },
};

/** The engines that satisfy a setting, the preferred one first. Podman and nerdctl are taken only when asked for. */
const candidates: Record<Tool, Record<EngineSetting, readonly Engine[]>> = {
  build: { auto: ["buildx", "docker"], docker: ["buildx", "docker"], podman: ["podman"], nerdctl: ["nerdctl"] },
  // Compose brings its own way to BuildKit, so it makes no difference whether buildx answers.
  compose: { auto: ["buildx"], docker: ["buildx"], podman: ["podman"], nerdctl: ["nerdctl"] },
};

/** The first engine for `setting` whose tool answers, or undefined when none does. */
export async function chooseEngine(setting: EngineSetting, probe: Probe, tool: Tool = "build"): Promise<FoundEngine | undefined> {
  for (const engine of candidates[tool][setting]) {
    const answer = await probe(probes[tool][engine]);
    if (answer !== undefined) return { engine, buildx: tool === "build" && engine === "buildx" ? readBuildxVersion(answer) : null };
  }
  return undefined;
}

/** The tool that builds a target. */
export function toolFor(target: BuildTarget): Tool {
  return "consumer" in target ? "compose" : "build";
}

/** The command that has to be there for `setting`. */
export function engineProgram(setting: EngineSetting, tool: Tool = "build"): string {
  const program = setting === "auto" ? "docker" : setting;
  return tool === "compose" ? `${program} compose` : program;
}

/** The page that says how to install what `engineProgram` names. */
export function installationPage(setting: EngineSetting, tool: Tool = "build"): string {
  switch (setting) {
    case "podman":
      return "https://podman.io/docs/installation";
    case "nerdctl":
      return "https://github.com/containerd/nerdctl#install";
    default:
      return tool === "compose" ? "https://docs.docker.com/compose/install/" : "https://docs.docker.com/engine/install/";
  }
}
