import { SetUpError } from "../setup/SetUpError.mjs";
import { errorMessage } from "./buildFacts.mjs";

/** BuildKit's name of a step: `[builder 2/3] RUN make`; a file with one unnamed stage has no stage name there: `[2/3] RUN make`. */
const STEP = /^\[(?:(\S+) +)?\d+\/\d+\] (.+)$/s;

/**
 * Builds a file for every target that it has, and answers which stages the engine ran steps of. So each stage must have a step that is
 * its own: equal steps of two stages would be one to the engine.
 * @param {import("./askEngine.mjs").AskEngine} engine
 * @param {string} name of the input
 * @param {string} text of the input
 * @param {{ name?: string, line: number, lastLine?: number }[]} stages what `--call=targets` tells
 * @param {string[]} options of the build, the file's among them
 * @param {string} folder the build context
 * @returns {Promise<{ target: string, runs: number[], error?: string }[]>} by target, the default (`""`) first; `runs` are the indexes of
 *   stages; `error` when the build ended with one
 */
export async function planFacts(engine, name, text, stages, options, folder) {
  const targets = ["", ...new Set(stages.map((stage) => stage.name).filter(Boolean))];
  const plans = [];
  for (const target of targets) {
    // Nothing may come from an earlier build, and no image is wanted.
    const how = ["--no-cache", "--output=type=cacheonly", "--progress=rawjson", ...(target ? [`--target=${target}`] : [])];
    const answer = await engine.build([...how, ...options], folder, name);
    const steps = new Set(valuesIn(answer.stderr).flatMap(startedSteps));
    const runs = new Set([...steps].map((step) => stageOf(step, stages, text)).filter((index) => index !== null));
    plans.push({ target, runs: [...runs].sort((a, b) => a - b), ...(answer.code !== 0 && { error: errorMessage(name, answer) }) });
  }
  checkThatEachIsSeen(name, stages, plans);
  return plans;
}

function startedSteps(value) {
  return (value.vertexes ?? []).filter((vertex) => vertex.started).map((vertex) => vertex.name);
}

/** The index of the stage that a step belongs to; null for a step of none, and for FROM, which the engine shares between stages. */
function stageOf(step, stages, text) {
  const [, label, instruction] = step.match(STEP) ?? [];
  if (!instruction || /^FROM /i.test(instruction)) {
    return null;
  }
  const named = stages.map((_, index) => index).filter((index) => (stages[index].name ?? `stage-${index}`) === (label ?? "stage-0"));
  const lines = text.split("\n");
  // Of stages of one name, the one that holds the instruction.
  const holding = named.filter((index) =>
    lines.slice(stages[index].line - 1, stages[index + 1]?.line - 1 || undefined).some((line) => line.trim() === instruction.trim()),
  );
  const [index, ...others] = named.length > 1 ? holding : named;
  if (index === undefined || others.length > 0) {
    throw new SetUpError(`No single stage has the step ${step}`);
  }
  return index;
}

// The engine leaves out a stage without steps, which would look like one that is not run.
function checkThatEachIsSeen(name, stages, plans) {
  const seen = new Set(plans.flatMap((plan) => plan.runs));
  const failed = plans.some((plan) => plan.error);
  stages.forEach((stage, index) => {
    if (!seen.has(index) && !failed && stages.findLastIndex((other) => other.name === stage.name) === index && stage.name) {
      throw new SetUpError(`${name}: stage ${stage.name} has no step of its own.`);
    }
  });
}

// One JSON value a line; other lines are for people.
function valuesIn(text) {
  return text.split("\n").flatMap((line) => {
    try {
      return line.startsWith("{") ? [JSON.parse(line)] : [];
    } catch {
      return [];
    }
  });
}
