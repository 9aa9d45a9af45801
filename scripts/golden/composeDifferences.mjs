import { posix } from "node:path";
import { STAND_IN, VARIABLE_NOT_SET } from "./composeAnswer.mjs";

const ROOT = "/case";

/** Whether a context, as Compose tells it, is no folder. */
export const isRemote = (context) => context.includes("://") || !context.startsWith("/");

/** The path of a build's Dockerfile as Compose tells it; null for one that is inline or in a remote context. */
export function dockerfileOf(build) {
  const context = build.context || ROOT;
  if (build.dockerfile_inline || isRemote(context)) {
    return null;
  }
  return posix.resolve(context, build.dockerfilePath ?? (build.dockerfile || "Dockerfile"));
}

/**
 * What the two say otherwise of the builds of one use: `differs`, one line each, and `open`, what Dockstage leaves open because it hangs on a variable
 * that nothing sets, which the user's shell may, or on somebody's home.
 * @param {import("./composeUses.mjs").ComposeUse} use
 * @param {object} facts what Compose says
 * @param {object[]} rows `consumers` of `dockstage targets`, of all files of the repository
 */
export function composeDifferences(use, facts, rows) {
  const ours = rowsOf(use, rows);
  const builds = new Map(Object.entries(facts.services).filter(([, service]) => service.build));
  const found = { differs: [], open: [] };
  for (const [name, { build }] of builds) {
    const row = ours.get(name);
    ours.delete(name);
    if (!row) {
      found.differs.push(`${name}: Compose builds it, Dockstage does not`);
      continue;
    }
    for (const [what, theirs, our, isOpen] of compared(build, row, facts)) {
      if (theirs !== our) {
        (isOpen ? found.open : found.differs).push(`${name}: ${what}: Compose ${theirs}, Dockstage ${our}`);
      }
    }
  }
  // A file tells of what it asks for alone, even if one that is laid over it takes that away (`!reset`).
  const last = use.files.at(-1);
  const more = [...ours.values()].filter((row) => row.path === last);
  found.differs.push(...more.map(({ name }) => `${name}: Dockstage builds it, Compose does not`));
  return { ...found, services: builds.size };
}

/** The row that holds for each service: that of the last file that says something else than those before it. */
function rowsOf({ kind, files }, rows) {
  const held = new Map();
  for (const [index, file] of files.entries()) {
    const own = rows.filter((row) => row.path === file);
    for (const row of own.filter((row) => (index === 0 ? !row.merged : row.merged || !row.mergedWith))) {
      held.set(row.name, row);
    }
  }
  return kind === "alone" ? new Map(rows.filter((row) => row.path === files[0] && !row.merged).map((row) => [row.name, row])) : held;
}

function compared(build, row, { warnings = [] }) {
  const context = build.context || ROOT;
  const dockerfile = dockerfileOf(build);
  const home = row.context?.startsWith("~") ?? false;
  const isUnknown = row.dockerfile === null && !row.inline && warnings.some((text) => VARIABLE_NOT_SET.test(text));
  const isOpen = (value) => home || isUnknown || value?.includes(STAND_IN);
  const ownContext = isRemote(context) ? row.context : row.context === null ? null : posix.resolve(ROOT, row.context);
  const ownDockerfile = row.dockerfile === null ? null : posix.resolve(ROOT, row.dockerfile);
  return [
    ["context", context, ownContext, isOpen(context)],
    ["inline", Boolean(build.dockerfile_inline), row.inline, false],
    // BuildKit: who asks for "Dockerfile" is content with "dockerfile".
    ["dockerfile", dockerfile, sameBut(dockerfile, ownDockerfile), isOpen(dockerfile)],
    ["target", build.target || null, row.target || null, build.target?.includes(STAND_IN)],
  ];
}

function sameBut(theirs, ours) {
  return theirs?.endsWith("/Dockerfile") && ours === theirs.replace(/\/Dockerfile$/, "/dockerfile") ? theirs : ours;
}
