/**
 * `node scripts/golden/walkRepositories.mjs FOLDER [FILTER]`: walks through repositories, each a folder in FOLDER (real ones, say: none is kept here), over LSP with
 * the published native binary, and compares what it finds at every word that names a stage with what a plain reader of Dockerfiles and a real Compose say.
 * `npm run build` first. The copies of the repositories stay as they are; Compose's answers are those of compareCompose.mjs, in the cache.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { composeProgram } from "./composeProgram.mjs";
import { composeAnswers, copyRepository, repositoriesIn } from "./composeRepositories.mjs";
import { walkRepository } from "./walkRepository.mjs";

async function walk() {
  const [given, filter = ""] = process.argv.slice(2);
  const found = repositoriesIn(given, "Usage: node scripts/golden/walkRepositories.mjs FOLDER [FILTER]");
  const repositories = found.filter(({ name, paths }) => name.includes(filter) && paths.length > 0);
  if (repositories.length === 0) {
    throw new SetUpError(`No repository in ${given} whose name contains "${filter}".`);
  }
  const compose = await step("Compose", composeProgram);
  const work = realpathSync(mkdtempSync(join(tmpdir(), "dockstage-walk-")));
  const total = { counts: {}, refusals: {}, differences: [], slow: [] };
  try {
    await step(`${repositories.length} repositories`, async () => {
      // One after the other, so that an answer that takes long does so for itself.
      for (const [index, repository] of repositories.entries()) {
        const root = join(work, `${index}`, "root");
        copyRepository(repository, root);
        const outcome = await walkRepository(repository, join(root, "case"), await composeAnswers(compose, repository, root));
        rmSync(root, { recursive: true });
        add(total, outcome);
      }
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  print(total);
}

function add(total, outcome) {
  total.differences.push(...outcome.differences);
  total.slow.push(...outcome.slow);
  for (const figures of ["counts", "refusals"]) {
    for (const [what, count] of Object.entries(outcome[figures])) {
      total[figures][what] = (total[figures][what] ?? 0) + count;
    }
  }
}

function print({ counts, refusals, differences, slow }) {
  for (const line of [...differences, ...slow]) {
    console.log(line);
  }
  for (const [what, count] of Object.entries(counts).sort()) {
    console.log(`${count} ${what}`);
  }
  for (const [message, count] of Object.entries(refusals).sort()) {
    console.log(`${count} × refused: ${message}`);
  }
  console.log(`${differences.length} differences, ${slow.length} slow answers`);
  process.exitCode = differences.length > 0 || !counts.renames ? 1 : 0;
}

entry(walk);
