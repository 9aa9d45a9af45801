import { SetUpError } from "../setup/SetUpError.mjs";

/** What the client and the engine put before BuildKit's own message, the last of them only now and then. */
const WRAPPING = /^(?:failed to build: )?(?:failed to solve: )?(?:failed to run Build function: )?/;

/**
 * The facts about one input: what `--call=check` and `--call=targets` answer, cut down to what BuildKit alone decides.
 * @param {import("./askEngine.mjs").AskEngine} engine
 * @param {string} name of the input
 * @param {string[]} options of the build, the file's among them
 * @param {string} folder the build context
 */
export async function buildFacts(engine, name, options, folder) {
  const check = await engine.build(["--call=check,format=json", ...options], folder, name);
  const targets = await engine.build(["--call=targets,format=json", ...options], folder, name);
  return { check: checkFacts(name, check), targets: targetFacts(name, targets) };
}

function checkFacts(name, answer) {
  const result = parsed(answer);
  if (!result) {
    return { error: { message: errorMessage(name, answer) } };
  }
  return {
    warnings: (result.warnings ?? [])
      .map(({ ruleName, detail, location }) => ({ rule: ruleName, ...linesOf(location), detail }))
      .sort((a, b) => a.line - b.line || compare(a.rule, b.rule) || compare(a.detail, b.detail)),
    ...(result.buildError && { error: { message: settled(result.buildError.message), ...linesOf(result.buildError.location) } }),
  };
}

function targetFacts(name, answer) {
  const result = parsed(answer);
  if (!result) {
    return { error: { message: errorMessage(name, answer) } };
  }
  return {
    stages: (result.targets ?? []).map(({ name, base, description, platform, default: isDefault, location }) => ({
      ...(name && { name }),
      base,
      ...(description && { description }),
      ...(platform && { platform }),
      ...(isDefault && { default: true }),
      ...linesOf(location),
    })),
  };
}

/** The message of a call that gave no JSON, without what buildx puts before it. */
export function errorMessage(name, { stderr }) {
  const line = stderr.match(/^ERROR: (.*(?:\n(?!ERROR: ).*)*)/m)?.[1];
  if (!line) {
    throw new SetUpError(`${name}: the engine gave neither an answer nor an error.\n${stderr}`);
  }
  return line.trimEnd().replace(WRAPPING, "");
}

// BuildKit lists the rules of this one message in any order.
function settled(message) {
  const own = message.replace(WRAPPING, "");
  const [, start, rules] = own.match(/^(lint violation found for rules: )(.*)$/) ?? [];
  return rules ? start + rules.split(", ").sort().join(", ") : own;
}

/** Lines are counted from 1; `lastLine` only where several lines are meant. */
function linesOf(location) {
  const lines = (location?.ranges ?? []).flatMap(({ start, end }) => [start.line, end.line]);
  if (lines.length === 0) {
    return {};
  }
  const [line, lastLine] = [Math.min(...lines), Math.max(...lines)];
  return lastLine === line ? { line } : { line, lastLine };
}

function parsed({ stdout }) {
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
