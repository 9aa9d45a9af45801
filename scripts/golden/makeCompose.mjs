/**
 * `node scripts/golden/makeCompose.mjs [FILTER]`: asks a real Compose about every set-up of tests/fixtures/compose-golden (or those whose
 * name contains FILTER) and writes its answers beside them. Compose comes from Debian's newest packages and is unpacked into the cache; it
 * needs no engine and no network. No test runs this: tests read the answers.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { read } from "../setup/run.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { composeCorpus, composeCorpusFolder } from "./composeCorpus.mjs";
import { composeFacts } from "./composeFacts.mjs";
import { composeProgram } from "./composeProgram.mjs";
import { inParallel } from "./inParallel.mjs";
import { writeJson } from "./writeJson.mjs";

async function make() {
  const [filter = ""] = process.argv.slice(2);
  const inputs = composeCorpus().filter((input) => input.name.includes(filter));
  if (inputs.length === 0) {
    throw new SetUpError(`No set-up's name contains "${filter}".`);
  }
  const compose = await step("Compose", composeProgram);
  writeJson(join(composeCorpusFolder, "compose.json"), { compose: (await read([compose, "version", "--short"])).trim() });
  // Compose tells the real path where the temporary folder is a link.
  const work = realpathSync(mkdtempSync(join(tmpdir(), "dockstage-compose-")));
  try {
    await step(`facts of ${inputs.length} set-ups`, () =>
      inParallel(inputs, async (input, index) => {
        const place = join(work, `${index}`);
        mkdirSync(place);
        const { facts, bake } = await composeFacts(compose, input, place);
        writeJson(input.factsFile, facts);
        if (bake) {
          writeJson(input.bakeFile, bake);
        } else {
          rmSync(input.bakeFile, { force: true });
        }
      }),
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

entry(make);
