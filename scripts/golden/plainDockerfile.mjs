/**
 * A plain reader of Dockerfiles, written apart from the server's, to judge it by: line by line, as `frontend/dockerfile/parser` of BuildKit does it. What it
 * is not sure of, it does not tell.
 */

const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const HEREDOC = /(?:^|\s)\d*<<(-?)\s*(["']?)([^\s"'<>]+)\2(?=\s|$)/g;
const VARIABLE = /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^${}]*))?\})/g;

/**
 * @typedef {object} PlainStage
 * @property {string | null} name in small letters
 * @property {number} line of its FROM, from 0
 * @typedef {object} PlainReference a text that may name a stage
 * @property {"from" | "copy" | "mount"} kind
 * @property {string} text as written
 * @property {number} line from 0
 * @property {number} character of its first letter, in UTF-16 units
 * @property {number | null} stage the index of the stage, or null for anything else
 * @property {number} inStage the index of the stage that it stands in (for FROM: that it begins)
 */

/**
 * The stages of a Dockerfile and what names them; null where it is in no good order, so that nobody can say what it means.
 * @param {string} text
 * @returns {{ stages: PlainStage[], references: PlainReference[] } | null}
 */
export function readPlainly(text) {
  const stages = [];
  const found = [];
  const globals = new Map();
  for (const instruction of instructionsOf(text)) {
    const { logical, line } = instruction;
    const [, keyword, rest] = logical.match(/^(\S+)\s*([\s\S]*)$/);
    const word = (match, group) => ({ ...instruction.placeOf(match.indices[group][0]), text: match[group] });
    if (/^from$/i.test(keyword)) {
      const match = logical.match(/^\S+\s+(?:--\S+\s+)*(?!--)(\S+)(?:\s+as\s+(\S+))?\s*$/di);
      if (!match) {
        return null;
      }
      found.push({ kind: "from", ...word(match, 1), inStage: stages.length });
      stages.push({ name: match[2]?.toLowerCase() ?? null, line });
    } else if (/^arg$/i.test(keyword) && stages.length === 0) {
      for (const [, name, value] of rest.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g)) {
        globals.set(name, value === undefined ? undefined : expanded(value.replace(/^(["'])(.*)\1$/, "$2"), globals));
      }
    } else if (stages.length === 0 || /^(from|arg)$/i.test(keyword) === false) {
      if (stages.length === 0) {
        return null;
      }
      found.push(...flagReferences(keyword, logical, word).map((reference) => ({ ...reference, inStage: stages.length - 1 })));
    }
  }
  const references = found.map((reference) => ({ ...reference, stage: stageOf(reference, stages, globals) }));
  return { stages, references: references.filter(({ stage }) => stage !== undefined) };
}

/** `--from=x` of COPY, `from=x` in `--mount=` of RUN. */
function flagReferences(keyword, logical, word) {
  const flags = [...(logical.match(/^\S+((?:\s+--\S+)*)/d)?.indices[1] ?? [])];
  const area = logical.slice(0, flags[1] ?? 0);
  const copies = /^copy$/i.test(keyword) ? [...area.matchAll(/\s--from=["']?([^\s"']+)/dg)] : [];
  const mounts = /^run$/i.test(keyword) ? [...area.matchAll(/\s--mount=\S*?(?<=[=,])from=([^\s,]+)/dg)] : [];
  return [
    ...copies.map((match) => ({ kind: "copy", ...word(match, 1) })),
    ...mounts.map((match) => ({ kind: "mount", ...word(match, 1) })),
  ];
}

/** The index of the stage that a text names; null for none, undefined where that is not sure. */
function stageOf({ kind, text, inStage }, stages, globals) {
  const last = (name) => {
    const index = stages.findLastIndex((stage) => stage.name === name);
    return index < 0 ? null : index;
  };
  if (kind === "from") {
    const base = expanded(text.replace(/^(["'])(.*)\1$/, "$2"), globals);
    if (base === undefined || base === "") {
      return undefined;
    }
    const index = stages.slice(0, inStage).findLastIndex(({ name }) => name === base);
    return index < 0 ? null : index;
  }
  if (text.includes("$")) {
    return undefined;
  }
  if (kind === "copy" && /^\d+$/.test(text)) {
    return Number(text) < inStage ? Number(text) : undefined;
  }
  const index = last(text.toLowerCase());
  // What names itself or a stage below is refused.
  return index !== null && index >= inStage ? undefined : index;
}

/** A text with the defaults of the arguments above the first FROM; undefined where one is not known. */
function expanded(text, globals) {
  let isKnown = true;
  const value = text.replace(VARIABLE, (_, plain, braced, operator, word) => {
    const own = globals.get(plain ?? braced);
    if (operator?.endsWith("+") || (own === undefined && operator === undefined)) {
      isKnown = false;
      return "";
    }
    return own === undefined || (operator === ":-" && own === "") ? word : own;
  });
  return isKnown && !/[$\\]/.test(value) ? value : undefined;
}

/**
 * The instructions, each as one line of text without what continues it, and where each letter of that stands in the file.
 * @returns {Generator<{ logical: string, line: number, placeOf: (index: number) => { line: number, character: number } }>}
 */
function* instructionsOf(text) {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
  const escaping = escapeOf(lines) === "`" ? "`" : "\\\\";
  const continued = new RegExp(`^(?:|.*[^${escaping}])${escaping}[ \\t]*$`, "s");
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at].search(/\S/);
    if (first < 0 || lines[at][first] === "#") {
      continue;
    }
    const line = at;
    const pieces = [];
    let logical = "";
    for (let from = first; ; from = 0) {
      const more = continued.test(lines[at]);
      const piece = (more ? lines[at].replace(/[\\`][ \t]*$/, "") : lines[at]).slice(from);
      pieces.push({ start: logical.length, line: at, from });
      logical += piece;
      do {
        at += more ? 1 : 0;
      } while (more && at < lines.length && /^\s*(#|$)/.test(lines[at]));
      if (!more || at >= lines.length) {
        break;
      }
    }
    yield {
      logical,
      line,
      placeOf(index) {
        const piece = pieces.findLast(({ start }) => start <= index);
        return { line: piece.line, character: piece.from + index - piece.start };
      },
    };
    at = endOfHeredocs(logical, lines, at);
  }
}

function escapeOf(lines) {
  for (const line of lines) {
    const directive = line.trim().match(DIRECTIVE);
    if (!directive) {
      return "\\";
    }
    if (directive[1].toLowerCase() === "escape") {
      return directive[2];
    }
  }
  return "\\";
}

/** The last line of the here-documents that an instruction opens, else its own. */
function endOfHeredocs(logical, lines, at) {
  if (!/^(run|copy|add|onbuild\s+(run|copy|add))\s/i.test(logical) || /^\S+\s+(--\S+\s+)*\[/.test(logical) || !hasEvenQuotes(logical)) {
    return at;
  }
  let last = at;
  for (const [, dash, , name] of logical.matchAll(HEREDOC)) {
    const end = lines.findIndex((line, index) => index > last && (dash ? line.replace(/^\t+/, "") : line) === name);
    last = end < 0 ? lines.length : end;
  }
  return last;
}

const hasEvenQuotes = (text) => ['"', "'"].every((quote) => text.split(quote).length % 2 === 1);
