/**
 * Where compose files name targets of builds: read plainly, by indentation, apart from how the server reads them.
 */

const KEY = /^(\s*(?:- +)*)(["']?)([\w.$<-]+)\2\s*:(?:\s+(.*))?$/;
const VALUE = /^(?:[&!]\S+\s+)*(["']?)([^"'\s#,}&*!|>]+)\1\s*(?:#.*)?$/;
const FLOW = /\bbuild:\s*\{[^{}]*?\btarget:\s*["']?([^"',\s}]+)/d;

/**
 * @typedef {object} TargetPlace
 * @property {string} text as written
 * @property {number} line from 0
 * @property {number} character of its first letter, in UTF-16 units
 * @property {string | null} service in whose build it stands; null for a template, from which services may take it
 */

/**
 * Every `target:` of a build in a compose file.
 * @param {string} text
 * @returns {TargetPlace[]}
 */
export function composeTargets(text) {
  const found = [];
  /** The keys above a line: `{ indent, key, isItem }`. */
  let above = [];
  for (const [line, content] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const match = content.match(KEY);
    const indent = content.search(/\S/);
    if (indent < 0 || content[indent] === "#") {
      continue;
    }
    above = above.filter((key) => key.indent < indent || (key.indent === indent && key.isItem && !content.trimStart().startsWith("-")));
    const keys = above.map(({ key }) => key);
    const flow = content.match(FLOW);
    if (flow) {
      found.push({ text: flow[1], line, character: flow.indices[1][0], service: serviceOf(keys) });
    }
    if (!match) {
      continue;
    }
    const [, before, , key, rest = ""] = match;
    const isItem = before.includes("-");
    if (key === "target" && isOfBuild(above) && !isItem) {
      const value = rest.trim().match(VALUE);
      if (value) {
        found.push({ text: value[2], line, character: content.indexOf(value[2], content.indexOf(":") + 1), service: serviceOf(keys) });
      }
    }
    above.push({ indent: before.length, key, isItem });
  }
  return found;
}

/** Below `build`, or in a template of one (`x-build: &build`), but in no list: mounts and secrets have targets too. */
function isOfBuild(above) {
  const parent = above.at(-1);
  return (
    above.length > 0 &&
    !above.some(({ isItem }) => isItem) &&
    (parent.key === "build" || (above.length === 1 && parent.key.startsWith("x-")))
  );
}

function serviceOf(keys) {
  return keys[0] === "services" && keys.length > 1 ? keys[1] : null;
}
