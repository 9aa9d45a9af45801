import type { BuildChoices, BuildTarget, OneToBuild } from "./buildRequest.ts";

/**
 * What stands in tasks.json behind `"type": "dockstage"`: a stage (`dockerfile`, `stage`), a service (`consumer`, `build`) or several of both (`stages`),
 * and what is asked for beyond the settings.
 */
export interface BuildTask extends BuildChoices {
  readonly dockerfile?: string;
  readonly stage?: string;
  readonly consumer?: string;
  readonly build?: string;
  readonly stages?: readonly OneTask[];
  readonly check?: boolean;
}

/** One of several in a task: a stage or a service. */
export type OneTask = Pick<BuildTask, "dockerfile" | "stage" | "consumer" | "build">;

/** Whether a definition, which may be written by hand, names something to build. */
export function namesSomething({ stages, ...task }: BuildTask): boolean {
  if (namesOne(task)) return true;
  return Array.isArray(stages) && stages.length > 0 && stages.every((one) => typeof one === "object" && one !== null && namesOne(one));
}

function namesOne({ dockerfile, consumer, build }: OneTask): boolean {
  return isText(dockerfile) || (isText(consumer) && isText(build));
}

/** The task for a target. @param nameFile how the task names a file of which the document URI is given */
export function taskOf(target: BuildTarget, choices: BuildChoices, nameFile: (uri: string) => string): BuildTask {
  const oneTask = (one: OneToBuild): OneTask =>
    "consumer" in one
      ? { consumer: nameFile(one.consumer), build: one.build }
      : { dockerfile: nameFile(one.dockerfile), ...(one.stage !== null && { stage: one.stage }) };
  return { ...("stages" in target ? { stages: target.stages.map(oneTask) } : oneTask(target)), ...choices };
}

/** What a task builds. @param locate the document URI of a file as the task names it */
export function targetOf(task: BuildTask, locate: (file: string) => string): BuildTarget {
  const one = ({ dockerfile, stage, consumer, build }: OneTask): OneToBuild =>
    isText(dockerfile)
      ? { dockerfile: locate(dockerfile), stage: stage || null }
      : { consumer: locate(consumer ?? ""), build: build ?? "" };
  const [first, ...others] = (task.stages ?? []).map(one);
  return first === undefined ? one(task) : { stages: [first, ...others] };
}

/** What a task asks for beyond the settings; values of a wrong kind, written by hand, are left out. */
export function choicesOf({ tag, platforms, builder, buildArgs, secrets, noCache, output }: BuildTask): BuildChoices {
  return {
    ...(typeof tag === "string" && { tag }),
    ...(isTexts(platforms) && { platforms }),
    ...(typeof builder === "string" && { builder }),
    ...(isTexts(buildArgs) && { buildArgs }),
    ...(isTexts(secrets) && { secrets }),
    ...(typeof noCache === "boolean" && { noCache }),
    ...(typeof output === "string" && { output }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
