import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { inRepository } from "../setup/repository.mjs";

/** The folder of the inputs and of the facts beside them. */
export const corpusFolder = inRepository("tests", "fixtures", "golden");

/** The input whose build plans are asked for too. */
const PLANS = "plan/";

/**
 * Every input, sorted by name: `x.Dockerfile`, which has an empty build context, and files called just `Dockerfile`, whose build
 * context is their folder. Beside them `x.call.json` says how the build is called, when not plainly.
 * @typedef {object} Input
 * @property {string} name path below the corpus folder, with `/`
 * @property {string} path
 * @property {string | null} context folder, or null for an empty one
 * @property {{ target?: string, args?: Record<string, string>, contexts?: Record<string, string> }} call
 * @property {boolean} hasPlan
 * @property {string} factsFile
 * @property {string} planFile
 * @returns {Input[]}
 */
export function corpus() {
  return readdirSync(corpusFolder, { recursive: true })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => /(^|\/|\.)Dockerfile$/.test(name))
    .sort()
    .map(inputOf);
}

function inputOf(name) {
  const path = join(corpusFolder, name);
  const stem = path.replace(/\.Dockerfile$/, "");
  const callFile = `${stem}.call.json`;
  return {
    name,
    path,
    context: stem === path ? dirname(path) : null,
    call: existsSync(callFile) ? JSON.parse(readFileSync(callFile, "utf8")) : {},
    hasPlan: name.startsWith(PLANS),
    factsFile: `${stem}.facts.json`,
    planFile: `${stem}.plan.json`,
  };
}
