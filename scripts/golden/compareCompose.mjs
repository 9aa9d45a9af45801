/**
 * `node scripts/golden/compareCompose.mjs FOLDER`: compares what Dockstage says of the compose files in repositories, each a folder in FOLDER (real ones,
 * say: none is kept in this repository), with what a real Compose says, and lists what `dockstage check` finds in them, for a person to
 * judge. Compose works on copies; its answers stay in the cache, and a repository that has not changed is not asked about again.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { buildServer } from "../build/server.mjs";
import { entry } from "../setup/entry.mjs";
import { step } from "../setup/progress.mjs";
import { inRepository } from "../setup/repository.mjs";
import { SetUpError } from "../setup/SetUpError.mjs";
import { call } from "./call.mjs";
import { VARIABLE_NOT_SET } from "./composeAnswer.mjs";
import { composeDifferences, dockerfileOf } from "./composeDifferences.mjs";
import { composeProgram } from "./composeProgram.mjs";
import { composeAnswers, copyRepository, repositoriesIn } from "./composeRepositories.mjs";
import { isComposeFile } from "./composeUses.mjs";
import { inParallel } from "./inParallel.mjs";

const SERVER = inRepository("dist", "server", "dockstage");
/** A command of Dockstage that takes longer over a repository than this, in milliseconds, is a failure. */
const SLOW = 5_000;

async function compare() {
  const [given] = process.argv.slice(2);
  const found = repositoriesIn(given, "Usage: node scripts/golden/compareCompose.mjs FOLDER");
  const repositories = found.filter((repository) => repository.uses.length > 0);
  if (repositories.length === 0) {
    throw new SetUpError(`No repository with a compose file in ${given}.`);
  }
  const compose = await step("Compose", composeProgram);
  await step("server", buildServer);
  const work = realpathSync(mkdtempSync(join(tmpdir(), "dockstage-compose-")));
  const reports = [];
  try {
    await step(`${repositories.length} repositories`, () =>
      inParallel(repositories, async (repository, index) => {
        reports[index] = await reportOf(compose, repository, join(work, `${index}`, "root"));
      }),
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  print(reports);
}

/** All that is to be said of one repository, of which a copy is made at `root`. */
async function reportOf(compose, repository, root) {
  const folder = join(root, "case");
  copyRepository(repository, root);
  const answers = await composeAnswers(compose, repository, root);
  // Nobody's editor stands in the folder above, so a file is asked for as it lies in its repository.
  const files = repository.paths.filter(isComposeFile);
  const [targets, check, ...rest] = await Promise.all([
    ask(folder, ["targets", "--format", "json", ...files]),
    ask(folder, ["check", "--severity", "hint", "--format", "json", ...files]),
    ask(folder, ["targets", "--format", "json"]),
    ask(folder, ["check", "--severity", "hint", "--format", "json"]),
    ask(folder, ["graph", ".", "--format", "json"]),
  ]);
  rmSync(root, { recursive: true });
  const rows = targets.value?.consumers ?? [];
  return {
    name: repository.name,
    files: files.length,
    uses: repository.uses.map((use, index) => ({
      ...use,
      ...answers[index],
      ...(answers[index].facts && composeDifferences(use, answers[index].facts, rows)),
    })),
    findings: (check.value ?? []).map((finding) => judged(finding, repository, answers)),
    failures: [targets, check, ...rest].flatMap(({ failure }) => (failure ? [failure] : [])),
    times: [targets, check, ...rest].map(({ time }) => time),
  };
}

/** Runs a command of Dockstage. It must end by itself, with 0 or 1, in time, and say nothing but JSON. */
async function ask(folder, argv) {
  const started = performance.now();
  const { code, stdout, stderr } = await call(SERVER, argv, { cwd: folder });
  const time = performance.now() - started;
  const title = `dockstage ${argv[0]}`;
  const failure =
    code > 1
      ? `${title}: exit code ${code}: ${stderr.trim()}`
      : stderr
        ? `${title}: ${stderr.trim()}`
        : time > SLOW
          ? `${title}: ${Math.round(time)} ms`
          : null;
  return { value: code > 1 ? null : JSON.parse(stdout), failure, time };
}

/** A finding with what Compose has to say to it: whether it takes a project with that file, and whether it hands on the path that is missing. */
function judged(finding, repository, answers) {
  const used = answers.filter((_, index) => repository.uses[index].files.includes(finding.path));
  const missing = used
    .flatMap(({ facts }) => Object.values(facts?.services ?? {}))
    .flatMap(({ build }) => (build ? [dockerfileOf(build)] : []))
    .filter((path) => path && !repository.paths.includes(posix.relative("/case", path)));
  return {
    ...finding,
    accepted: used.some(({ refusal, facts }) => facts && !refusal),
    confirmed: finding.code === "DockerfileNotFound" && missing.some((path) => finding.message.includes(posix.basename(path))),
  };
}

function print(reports) {
  const uses = reports.flatMap((report) => report.uses.map((use) => ({ ...use, title: `${report.name}: ${use.files.join(" + ")}` })));
  const findings = reports.flatMap((report) =>
    report.findings.map((finding) => ({ ...finding, place: `${report.name}/${finding.path}:${finding.line}` })),
  );
  const compared = uses.filter(({ facts }) => facts);
  const failures = reports.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`));
  const differences = compared.flatMap(({ title, kind, differs }) => differs.map((line) => `${kind} ${title}: ${line}`));
  list("Failures", failures);
  list("Differences", differences);
  list(
    "Left open",
    compared.flatMap(({ title, open }) => open.map((line) => `${title}: ${line}`)),
  );
  list(
    "Findings",
    findings.map(
      ({ place, code, message, accepted, confirmed }) =>
        `${accepted ? "" : "[refused] "}${confirmed ? "[confirmed] " : ""}${code} ${place} ${message}`,
    ),
  );
  const refused = uses.filter(({ refusal }) => refusal);
  list("Refusals", counted(refused.map(({ refusal }) => kindOf(refusal))));
  list(
    "Findings by code",
    counted(findings.map(({ code, accepted, confirmed }) => `${code}${accepted ? "" : ", file refused"}${confirmed ? ", confirmed" : ""}`)),
  );
  const times = reports.flatMap(({ times }) => times).sort((one, other) => one - other);
  console.log(`
${reports.length} repositories, ${sum(reports, ({ files }) => files)} compose files, ${uses.length} projects (${counted(uses.map(({ kind }) => kind)).join(", ")}).
Compose refuses ${refused.length} of them, ${refused.filter(({ facts }) => facts).length} of which it reads without its checks; ${sum(uses, ({ variables }) => (variables.length ? 1 : 0))} need variables, ${sum(uses, ({ made }) => (made.length ? 1 : 0))} an env_file; \
in ${compared.filter(({ facts }) => facts.warnings?.some((text) => VARIABLE_NOT_SET.test(text))).length} a variable is not set.
Compared: ${compared.length} projects, ${compared.filter(({ services }) => services > 0).length} with builds, ${sum(compared, ({ services }) => services)} services with a build; \
${differences.length} differences, ${sum(compared, ({ open }) => open.length)} values left open.
${findings.length} findings in compose files; ${failures.length} failures; a command takes ${Math.round(times[Math.floor(times.length / 2)])} ms over a repository, ${Math.round(times.at(-1))} ms at most.`);
  process.exitCode = failures.length + differences.length > 0 ? 1 : 0;
}

function list(title, lines) {
  if (lines.length > 0) {
    console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
}

/** The first line of what Compose says, without the words of this project. */
function kindOf(refusal) {
  return refusal
    .split("\n")[0]
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, "…")
    .replace(/\/case\S*/g, "PATH")
    .replace(/\b(services|networks|volumes|include|secrets|configs)\.[\w.-]+(\[\d+\])?/g, "$1.…")
    .replace(/\d+/g, "N");
}

function counted(words) {
  const counts = new Map();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([word, count]) => `${count} ${word}`);
}

const sum = (items, of) => items.reduce((total, item) => total + of(item), 0);

entry(compare);
