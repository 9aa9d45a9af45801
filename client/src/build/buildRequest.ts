import type { LanguageServer } from "../languageServer.ts";
import type { Engine } from "./engine.ts";
import type { Shell } from "./shell.ts";

/** What a build lens names. */
export type BuildTarget = StageToBuild | ConsumerToBuild;

/** A stage of a Dockerfile; without a stage, the Dockerfile's last one. */
export interface StageToBuild {
  /** The Dockerfile's document URI. */
  readonly dockerfile: string;
  readonly stage: string | null;
}

/** What a file other than a Dockerfile asks to be built: a service of a compose file. It is built with that file's own tool. */
export interface ConsumerToBuild {
  /** The file's document URI. */
  readonly consumer: string;
  /** The service. */
  readonly build: string;
}

/** A build as the server describes it. */
export interface BuildCommand {
  readonly argv: readonly [string, ...string[]];
  /** The folder to run in, as a path of the operating system. */
  readonly cwd: string;
  /** One line, quoted for the shell that was asked for. */
  readonly text: string;
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly tag?: string | null;
}

/**
 * Asks the server how to build a target; nothing is started. Without an engine the server takes the one of its settings.
 * Rejects with the server's localised message: an unknown stage or service, a document that is no file.
 */
export function requestBuildCommand(server: LanguageServer, target: BuildTarget, shell: Shell, engine?: Engine): Promise<BuildCommand> {
  return server.execute<BuildCommand>("dockstage.buildCommand", { ...target, shell, ...(engine && { engine }) });
}

/** The document that a target is built from: a Dockerfile, or the file that asks for the build. */
export function documentOf(target: BuildTarget): string {
  return "consumer" in target ? target.consumer : target.dockerfile;
}

/** Whether a value that came with a command, from a lens or a key binding, is something to build. */
export function isBuildTarget(value: unknown): value is BuildTarget {
  return isStageToBuild(value) || isConsumerToBuild(value);
}

/** Whether a value that came with a command is a stage to build. */
export function isStageToBuild(value: unknown): value is StageToBuild {
  if (typeof value !== "object" || value === null) return false;
  const { dockerfile, stage } = value as Partial<StageToBuild>;
  return typeof dockerfile === "string" && (stage === null || typeof stage === "string");
}

function isConsumerToBuild(value: unknown): value is ConsumerToBuild {
  if (typeof value !== "object" || value === null) return false;
  const { consumer, build } = value as Partial<ConsumerToBuild>;
  return typeof consumer === "string" && typeof build === "string";
}
