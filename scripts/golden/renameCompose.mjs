/**
 * `node scripts/golden/renameCompose.mjs [FILTER]`: renames every stage of every set-up of tests/fixtures/compose-golden (or of those whose name contains
 * FILTER), from every place that names it, with the published native binary, and asks a real Compose and `dockstage targets` about the files before
 * and after. Prints figures; exit code 1 when anything but the name changed that the corpus does not list (`"facts": "renames"`). `npm run build` first. Compose is unpacked into the cache; no engine runs.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { composeCorpus, composeCorpusFolder } from "./composeCorpus.mjs";
import { composeProgram } from "./composeProgram.mjs";
import { renameCases } from "./renameCases.mjs";

async function rename() {
  const [filter = ""] = process.argv.slice(2);
  const inputs = composeCorpus().filter((input) => input.name.includes(filter));
  if (inputs.length === 0) {
    throw new SetUpError(`No set-up's name contains "${filter}".`);
  }
  const compose = await step("Compose", composeProgram);
  const total = await step(`renames in ${inputs.length} set-ups`, async () => ({ value: await renameCases(compose, inputs) }));
  const { unexpected, agreeing } = judged(inputs, total.differences);
  for (const line of [...unexpected, ...agreeing]) {
    console.log(line);
  }
  const figures = `${total.renames} renames, from ${total.places} places, in ${total.files} files`;
  console.log(`${figures}; ${total.differences.length} differences, ${unexpected.length} of them not listed`);
  for (const [message, count] of Object.entries(total.refusals).sort()) {
    console.log(`${count} × refused: ${message}`);
  }
  process.exitCode = unexpected.length + agreeing.length > 0 ? 1 : 0;
}

/** What differs and is not on the lists, and the set-ups on them that do not differ. */
function judged(inputs, differences) {
  const lists = ["exceptions.json", "mismatches.json"].flatMap((name) => JSON.parse(readFileSync(join(composeCorpusFolder, name), "utf8")));
  const listed = lists.filter(({ facts }) => facts === "renames").map((entry) => entry.case);
  const isOf = (name) => (difference) => difference.startsWith(`${name}: `);
  return {
    unexpected: differences.filter((difference) => !listed.some((name) => isOf(name)(difference))),
    agreeing: listed
      .filter((name) => inputs.some((input) => input.name === name) && !differences.some(isOf(name)))
      .map((name) => `${name}: is listed for its renames, but nothing differs`),
  };
}

entry(rename);
