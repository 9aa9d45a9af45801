/** The setting `dockstage.engine`. */
export type EngineSetting = "auto" | "docker" | "podman" | "nerdctl";

/** What runs the build; `docker` is Docker's own BuildKit, without buildx. */
export type Engine = "buildx" | "docker" | "podman" | "nerdctl";

/** Whether running `argv` ends with exit code 0. */
export type Probe = (argv: readonly string[]) => Promise<boolean>;

/** None of these asks for a daemon: that the daemon is down is the engine's own, better message. */
const probes: Record<Engine, readonly string[]> = {
  buildx: ["docker", "buildx", "version"],
  docker: ["docker", "--version"],
  podman: ["podman", "--version"],
  nerdctl: ["nerdctl", "--version"],
};

/** The engines that satisfy a setting, the preferred one first. Podman and nerdctl are taken only when asked for. */
const candidates: Record<EngineSetting, readonly Engine[]> = {
  auto: ["buildx", "docker"],
  docker: ["buildx", "docker"],
  podman: ["podman"],
  nerdctl: ["nerdctl"],
};

/** The first engine for `setting` that answers, or undefined when none does. */
export async function chooseEngine(setting: EngineSetting, answers: Probe): Promise<Engine | undefined> {
  for (const engine of candidates[setting]) {
    if (await answers(probes[engine])) return engine;
  }
  return undefined;
}

/** The program that has to be installed for `setting`. */
export function engineProgram(setting: EngineSetting): string {
  return setting === "auto" ? "docker" : setting;
}

/** The page that says how to install the program of `setting`. */
export function installationPage(setting: EngineSetting): string {
  switch (setting) {
    case "podman":
      return "https://podman.io/docs/installation";
    case "nerdctl":
      return "https://github.com/containerd/nerdctl#install";
    default:
      return "https://docs.docker.com/engine/install/";
  }
}
