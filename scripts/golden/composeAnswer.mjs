import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetUpError } from "../setup/SetUpError.mjs";
import { factsOfCall } from "./composeFacts.mjs";

/** What a variable is set to without which Compose goes no further: good as a word, a number and a port, and found again in what it ends up in. */
export const STAND_IN = "41739";
/** Compose on a variable that is taken as empty; its name is the first group. */
export const VARIABLE_NOT_SET = /^The "(\w+)" variable is not set/;
const MOST_TURNS = 60;
const REQUIRED = /required variable (\w+) is missing a value/;
const NO_ENV_FILE = /env file \/case\/(\S+) not found/;
const NO_CONSISTENCY = "--no-consistency";

/**
 * What Compose says of one way to load files. What only the user's machine has, it is given: a variable that must be set is set, an `env_file` that
 * is not there is made, empty. If it refuses the files all the same, it is asked once more without its checks of how services, networks
 * and volumes go together, for one file of several can be no project by itself; and if it still refuses them, with every variable set that it
 * took as empty (`"$PORT:80"`).
 * @param {string} compose the program
 * @param {import("./composeUses.mjs").ComposeUse} use
 * @param {string} root the files are in `case` below it
 * @returns {Promise<{ facts: object | null, refusal: string | null, variables: string[], made: string[] }>} `facts` is null when Compose refuses the
 *   files in any case, or tells of a place that is not to be told of; `refusal` is its first word on why
 */
export async function composeAnswer(compose, use, root) {
  const [environment, made, after] = [{}, [], []];
  let refusal = null;
  const answer = (facts) => ({ facts, refusal, variables: Object.keys(environment), made });
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const facts = await factsOrReason(compose, { ...use, environment, after }, root);
    if (facts.exitCode === 0) {
      return answer(facts);
    }
    const variable = facts.error.match(REQUIRED)?.[1];
    const file = facts.error.match(NO_ENV_FILE)?.[1];
    if (variable && !(variable in environment)) {
      environment[variable] = STAND_IN;
    } else if (file && !made.includes(file) && isMade(join(root, "case", file))) {
      made.push(file);
    } else {
      refusal ??= facts.error;
      const blank = (facts.warnings ?? [])
        .map((text) => text.match(VARIABLE_NOT_SET)?.[1])
        .filter((name) => name && !(name in environment));
      if (!after.includes(NO_CONSISTENCY)) {
        after.push(NO_CONSISTENCY);
      } else if (blank.length > 0) {
        Object.assign(environment, Object.fromEntries(blank.map((name) => [name, STAND_IN])));
        after.length = 0;
        refusal = null;
      } else {
        return answer(null);
      }
    }
  }
  throw new SetUpError(`${use.files.join(" + ")}: Compose still refuses after ${MOST_TURNS} attempts.`);
}

/** What cannot be told without a place of this machine is no answer either. */
async function factsOrReason(compose, call, root) {
  try {
    return (await factsOfCall(compose, { name: call.files.join(" + "), call }, root)).facts;
  } catch (error) {
    if (error instanceof SetUpError) {
      return { exitCode: 1, error: error.message };
    }
    throw error;
  }
}

function isMade(path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "", { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}
