import type { BuildChoices, BuildTarget } from "./buildRequest.ts";

/**
 * What stands in tasks.json behind `"type": "dockstage"`: a stage (`dockerfile`, `stage`), a service (`consumer`, `build`) or several stages (`stages`),
 * and what is asked for beyond the settings.
 */
export interface BuildTask extends BuildChoices {
  readonly dockerfile?: string;
  readonly stage?: string;
  readonly consumer?: string;
  readonly build?: string;
  readonly stages?: readonly { readonly dockerfile: string; readonly stage?: string }[];
  readonly check?: boolean;
}

/** Whether a definition, which may be written by hand, names something to build. */
export function namesSomething({ dockerfile, consumer, build, stages }: BuildTask): boolean {
  if (isText(dockerfile) || (isText(consumer) && isText(build))) return true;
  return Array.isArray(stages) && stages.length > 0 && stages.every((stage) => isText(stage?.dockerfile));
}

/** The task for a target. @param nameFile how the task names a file of which the document URI is given */
export function taskOf(target: BuildTarget, choices: BuildChoices, nameFile: (uri: string) => string): BuildTask {
  const stageTask = ({ dockerfile, stage }: { dockerfile: string; stage: string | null }) => ({
    dockerfile: nameFile(dockerfile),
    ...(stage !== null && { stage }),
  });
  if ("stages" in target) return { stages: target.stages.map(stageTask), ...choices };
  if ("consumer" in target) return { consumer: nameFile(target.consumer), build: target.build, ...choices };
  return { ...stageTask(target), ...choices };
}

/** What a task builds. @param locate the document URI of a file as the task names it */
export function targetOf(task: BuildTask, locate: (file: string) => string): BuildTarget {
  const [first, ...others] = (task.stages ?? []).map(({ dockerfile, stage }) => ({ dockerfile: locate(dockerfile), stage: stage || null }));
  if (first !== undefined) return { stages: [first, ...others] };
  if (isText(task.dockerfile)) return { dockerfile: locate(task.dockerfile), stage: task.stage || null };
  return { consumer: locate(task.consumer ?? ""), build: task.build ?? "" };
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
