import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { call } from "./call.mjs";
import { NO_INPUT } from "./composeCorpus.mjs";
import { composeEnvironment } from "./composeEnvironment.mjs";
import { renameEverything } from "./composeRenames.mjs";
import { writeStages } from "./composeStages.mjs";
import { inParallel } from "./inParallel.mjs";

/** One that needs no quotes anywhere, and one that is no text to YAML without them. */
const NEW_NAMES = ["renamed-stage", "null"];

/**
 * Renames every stage of some set-ups, each in a copy. The environment of a call is left out: no editor knows it.
 * @param {string} compose the program
 * @param {import("./composeCorpus.mjs").ComposeCase[]} inputs
 */
export async function renameCases(compose, inputs) {
  const total = { places: 0, renames: 0, files: 0, refusals: {}, differences: [] };
  const work = realpathSync(mkdtempSync(join(tmpdir(), "dockstage-renames-")));
  try {
    await inParallel(inputs, async (input, index) => {
      const folder = join(work, `${index}`, "case");
      mkdirSync(folder, { recursive: true });
      cpSync(input.path, folder, { recursive: true, filter: (path) => !NO_INPUT.includes(basename(path)) });
      writeStages(JSON.parse(readFileSync(input.factsFile, "utf8")), folder);
      for (const newName of NEW_NAMES) {
        const outcome = await renameEverything(() => config(compose, input, folder), folder, newName);
        for (const figure of ["places", "renames", "files"]) {
          total[figure] += outcome[figure];
        }
        for (const [message, count] of Object.entries(outcome.refusals)) {
          total.refusals[message] = (total.refusals[message] ?? 0) + count;
        }
        total.differences.push(...outcome.differences.map((difference) => `${input.name}: to ${newName}: ${difference}`));
      }
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  total.differences.sort();
  return total;
}

async function config(compose, input, folder) {
  const { arguments: given = [], folder: below = ".", profiles = ["*"] } = input.call;
  const command = [...given, ...profiles.flatMap((profile) => ["--profile", profile]), "config", "--format", "json"];
  const { code, stdout, stderr } = await call(compose, command, { cwd: join(folder, below), env: composeEnvironment(join(folder, "..")) });
  const said = stderr
    .replaceAll(/time="[^"]*" /g, "")
    .split("\n")
    .filter((line) => !/^\t|goroutine|0x[0-9a-f]+/.test(line))
    .sort()
    .join("\n");
  return { code, said, model: code === 0 ? JSON.parse(stdout) : null };
}
