import type { LanguageServer } from "../languageServer.ts";
import type { Engine } from "./engine.ts";
import type { Shell } from "./shell.ts";
import { type ToolQuestion, toolAnswer } from "./toolAnswer.ts";

/** What can be built: what a build lens names, or several of these in one run. */
export type BuildTarget = OneToBuild | SeveralToBuild;

/** What a build lens names. */
export type OneToBuild = StageToBuild | ConsumerToBuild;

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

/** Several stages and services, built in one run side by side. */
export interface SeveralToBuild {
  readonly stages: readonly [OneToBuild, ...OneToBuild[]];
}

/** What one build is asked for beyond the settings; each may be left to them. */
export interface BuildChoices {
  /** The image's whole name; empty for none. */
  readonly tag?: string;
  readonly platforms?: readonly string[];
  /** The buildx builder; empty for the one that buildx has selected. */
  readonly builder?: string;
  /** `NAME=value`, or `NAME` to take the value from the environment. */
  readonly buildArgs?: readonly string[];
  /** `id=NAME,src=FILE` or `id=NAME,env=VARIABLE`. */
  readonly secrets?: readonly string[];
  readonly noCache?: boolean;
  readonly output?: "load" | "push" | "cache";
}

/** How the command is made. */
export interface BuildManner {
  readonly shell: Shell;
  /** The server takes the one of its settings when it is left out. */
  readonly engine?: Engine;
  readonly choices?: BuildChoices;
  readonly progress?: "rawjson";
  /** Whether the engine only checks the Dockerfile. */
  readonly check?: boolean;
}

/** A build as the server describes it. */
export interface BuildCommand {
  readonly argv: readonly [string, ...string[]];
  /** The folder to run in, as a path of the operating system. */
  readonly cwd: string;
  /** One line, quoted for the shell that was asked for. */
  readonly text: string;
  /** Why that line must not be pasted into the shell; absent when it may. */
  readonly textProblem?: string;
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly tag?: string | null;
  /** What runs the image, where there is one to run. */
  readonly run?: readonly [string, ...string[]];
  /** What the command reads on its standard input. */
  readonly input?: string;
  /** The names that stand in front of the steps in the output; absent in a build of one. */
  readonly targets?: readonly string[];
  /** The stages that are built; empty when they are not known. */
  readonly stages: readonly BuiltStage[];
}

/** A stage that a command builds. */
export interface BuiltStage {
  /** What stands in front of its steps in the output; absent in a build of one. */
  readonly name?: string;
  /** The Dockerfile's document URI, or that of the file in which it is written. */
  readonly dockerfile: string;
  /** Which of the Dockerfiles in that file it is, from 0, and on which line of the file each of its lines begins, from 0; absent for a file of its own. */
  readonly inside?: { readonly index: number; readonly lines: readonly number[] };
  readonly stage: string | null;
  readonly tag?: string;
}

/**
 * Asks the server how to build a target. Nothing is started, but where services are among several the consumer's own tool, which tells what they are and
 * builds nothing. Rejects with the server's localised message: an unknown stage or service, a document that is no file, something that the engine cannot
 * do; or with what that tool said.
 */
export async function requestBuildCommand(
  server: LanguageServer,
  target: BuildTarget,
  { choices, ...manner }: BuildManner,
): Promise<BuildCommand> {
  const defaultPlatform = "stages" in target ? process.env.DOCKER_DEFAULT_PLATFORM : undefined;
  const request = { ...target, ...choices, ...manner, ...(defaultPlatform && { defaultPlatform }) };
  const ask = (answers: { readonly answers?: readonly string[] }) =>
    server.execute<BuildCommand | { questions: ToolQuestion[] }>("dockstage.buildCommand", { ...request, ...answers });
  let answer = await ask({});
  // The questions come again when the files have changed meanwhile so that others have to be asked.
  while ("questions" in answer) answer = await ask({ answers: await Promise.all(answer.questions.map(toolAnswer)) });
  return answer;
}

/** The document that a target is built from: a Dockerfile, or the file that asks for the build; of several that of the first. */
export function documentOf(target: BuildTarget): string {
  if ("stages" in target) return documentOf(target.stages[0]);
  return "consumer" in target ? target.consumer : target.dockerfile;
}

/** Whether a value that came with a command, from a lens or a key binding, is something to build. */
export function isBuildTarget(value: unknown): value is BuildTarget {
  return isStageToBuild(value) || isConsumerToBuild(value) || isSeveralToBuild(value);
}

/** Whether a value that came with a command is a stage to build. */
export function isStageToBuild(value: unknown): value is StageToBuild {
  if (typeof value !== "object" || value === null) return false;
  const { dockerfile, stage } = value as Partial<StageToBuild>;
  return typeof dockerfile === "string" && (stage === null || typeof stage === "string");
}

/** Whether a value that came with a command is a service of a compose file to build. */
export function isConsumerToBuild(value: unknown): value is ConsumerToBuild {
  if (typeof value !== "object" || value === null) return false;
  const { consumer, build } = value as Partial<ConsumerToBuild>;
  return typeof consumer === "string" && typeof build === "string";
}

function isSeveralToBuild(value: unknown): value is SeveralToBuild {
  if (typeof value !== "object" || value === null) return false;
  const { stages } = value as Partial<SeveralToBuild>;
  return Array.isArray(stages) && stages.length > 0 && stages.every((one) => isStageToBuild(one) || isConsumerToBuild(one));
}
