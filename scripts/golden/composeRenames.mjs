import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { dockstage } from "../../tests/EndToEnd/harness/dockstage.mjs";
import { LanguageClient } from "../../tests/EndToEnd/harness/LanguageClient.mjs";
import { applied, LINE_END, offsetAt } from "./textEdits.mjs";

/** What is answered where nothing is named: at most words of a file. */
const NO_NAME = "There is no stage name here.";

/** LSP: a carriage return alone ends a line too. */

/**
 * Renames every stage that can be renamed in a set-up, from every word of its files, and compares what `dockstage targets` and a real Compose say of the
 * files before and after: all must be the same but for that name.
 * @param {(folder: string) => Promise<{ code: number, said: string, model: object | null }>} askCompose `docker compose config` as the set-up says
 * @param {string} folder the set-up, which is changed and changed back
 * @param {string} newName
 * @returns {Promise<{ places: number, renames: number, files: number, refusals: Record<string, number>, differences: string[] }>}
 */
export async function renameEverything(askCompose, folder, newName) {
  const outcome = { places: 0, renames: 0, files: 0, refusals: {}, differences: [] };
  const files = textsIn(folder);
  const client = await LanguageClient.startIn({ folder, path: (name) => join(folder, name), remove: () => {} });
  try {
    await client.scanned;
    const renames = new Map();
    for (const { path, text } of files) {
      for (const place of await placesIn(client, path, text, outcome)) {
        const edit = await answered(client.request("textDocument/rename", { ...place, newName }), outcome);
        if (edit) {
          outcome.places++;
          const edits = editsOf(edit);
          const key = JSON.stringify(edits);
          renames.set(key, renames.get(key) ?? { place, edits });
        }
      }
    }
    const before = renames.size > 0 ? await state(askCompose, folder) : null;
    for (const { place, edits } of renames.values()) {
      const stage = await declarationOf(client, place, files);
      const changed = edits.map(({ path, changes }) => ({ file: files.find((file) => file.path === path), changes }));
      changed.forEach(({ file, changes }) => {
        writeText(file, applied(file.text, changes));
      });
      const after = await state(askCompose, folder);
      outcome.renames++;
      outcome.files += edits.length;
      const keepsLines = changed.every(({ file, changes }) => lines(applied(file.text, changes)) === lines(file.text));
      outcome.differences.push(...differences(before, after, { ...stage, newName, folder, keepsLines }));
      changed.forEach(({ file }) => {
        writeText(file, file.text);
      });
    }
  } finally {
    await client.stop();
  }
  return outcome;
}

/** The places at which a rename may begin, each once. */
async function placesIn(client, path, text, outcome) {
  const places = new Map();
  const uri = pathToFileURL(path).href;
  const requests = text.split(LINE_END).flatMap((line, number) =>
    [...line.matchAll(/[A-Za-z0-9_.-]+/g)].map(async ({ index }) => {
      const place = { textDocument: { uri }, position: { line: number, character: index } };
      const ready = await answered(client.request("textDocument/prepareRename", place), outcome);
      if (ready) {
        places.set(JSON.stringify(ready.range), { ...place, position: ready.range.start });
      }
    }),
  );
  await Promise.all(requests);
  return places.values();
}

/** The answer, or null for a refusal, which is counted by what is said. */
async function answered(request, { refusals }) {
  try {
    return await request;
  } catch (error) {
    if (error.message !== NO_NAME) {
      const message = error.message.replaceAll(/'[^']*'|\$\{[^}]*\}|\S+\.(ya?ml|env)\b|\.env\b|\S*Dockerfile\S*/g, "…");
      refusals[message] = (refusals[message] ?? 0) + 1;
    }
    return null;
  }
}

function editsOf({ documentChanges, changes }) {
  const files = documentChanges?.map(({ textDocument, edits }) => [textDocument.uri, edits]) ?? Object.entries(changes);
  return files
    .map(([uri, edits]) => ({ path: fileURLToPath(uri), changes: edits.map(({ range, newText }) => ({ range, newText })) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Where the stage of a place is declared, and its name there. */
async function declarationOf(client, place, files) {
  const [{ targetUri, targetSelectionRange }] = await client.request("textDocument/definition", place);
  const path = fileURLToPath(targetUri);
  const { text } = files.find((file) => file.path === path);
  const name = text.slice(offsetAt(text, targetSelectionRange.start), offsetAt(text, targetSelectionRange.end)).toLowerCase();
  return { dockerfile: path, line: targetSelectionRange.start.line + 1, old: name };
}

async function state(askCompose, folder) {
  const { output, errors } = await dockstage(["targets", ".", "--format", "json"], { cwd: folder });
  return { compose: await askCompose(folder), targets: JSON.parse(output || "{}"), errors };
}

function differences(before, after, rename) {
  const { old, newName, folder, dockerfile, line } = rename;
  const title = `${old} of ${relative(folder, dockerfile)}:${line}`;
  const told = [];
  compare("dockstage targets", targetsWith(before.targets, rename), targetsWith(after.targets, { ...rename, isDone: true }));
  compare("exit code of Compose", before.compose.code, after.compose.code);
  compare("messages of Compose", unnamed(before.compose.said, old, newName), unnamed(after.compose.said, old, newName));
  if (before.compose.model && after.compose.model) {
    const isTarget = isLastOfItsName(before.targets, rename);
    const expected = composeWith(before.compose.model, after.compose.model, { ...rename, isTarget });
    const [one, other] = [expected, lowered(after.compose.model)].map((model) => withoutTemplates(model, [old, newName]));
    compare("docker compose config", one, other);
  }
  return told;

  function compare(what, expected, actual) {
    if (!isDeepStrictEqual(expected, actual)) {
      const [one, other] = [expected, actual].map((value) => JSON.stringify(value, null, 1).split("\n"));
      const at = one.findIndex((text, index) => text !== other[index]);
      told.push(`${title}: ${what}: ${one.slice(at - 1, at + 3).join(" ")}  →  ${other.slice(at - 1, at + 3).join(" ")}`);
    }
  }
}

/** What `dockstage targets` says with the stage renamed. Lines count where no edit adds or takes one away. */
function targetsWith({ dockerfiles = [], consumers = [] }, { folder, dockerfile, line, old, newName, keepsLines, isDone }) {
  const path = relative(folder, dockerfile);
  const named = (text) => (isDone ? text : text.replaceAll(wholeWord(old, ""), newName));
  const place = (number) => (keepsLines ? number : null);
  return {
    dockerfiles: dockerfiles.map((file) => ({
      ...file,
      targets: file.targets.map((target, index) => {
        const below =
          file.path === path && file.targets.slice(0, index).findLast(({ name }) => name === target.base || target.base.includes("$"));
        return {
          ...target,
          line: place(target.line),
          name: file.path === path && target.line === line ? newName : target.name,
          base: below && (below.line === line || target.base.includes("$")) ? named(target.base) : target.base,
        };
      }),
    })),
    consumers: consumers.map((build) => ({
      ...build,
      line: place(build.line),
      stageLine: place(build.stageLine),
      target: targetOf(build),
    })),
  };

  function targetOf(build) {
    if (build.target === null || build.stageLine === null) {
      return build.target === null ? null : "?";
    }
    return build.stageLine === line && (build.inline || build.dockerfile === path) ? newName : build.target.toLowerCase();
  }
}

/** Of several stages of one name the last is the one that builds name. */
function isLastOfItsName({ dockerfiles = [] }, { folder, dockerfile, line, old }) {
  const targets = dockerfiles.find(({ path }) => path === relative(folder, dockerfile))?.targets.filter(({ name }) => name === old) ?? [];
  return targets.length === 0 || targets.at(-1).line === line;
}

/** What Compose says with the stage renamed in the builds of its Dockerfile, and nowhere else. */
function composeWith(before, after, { dockerfile, old, newName, isTarget }) {
  const services = Object.entries(before.services ?? {}).map(([name, service]) => {
    const { build } = service;
    const inline = build?.dockerfile_inline;
    const isInline = inline !== undefined && inline !== after.services?.[name]?.build?.dockerfile_inline;
    const isOfDockerfile = build && inline === undefined && dockerfileOf(build) === dockerfile;
    if (!isInline && !isOfDockerfile) {
      return [name, service];
    }
    // The line end of a block is no part of a name.
    const renamed = (text) => (isTarget && text.trimEnd().toLowerCase() === old ? newName + text.slice(text.trimEnd().length) : text);
    const changed = { ...build };
    if (build.target !== undefined) {
      changed.target = renamed(build.target);
    }
    if (build.no_cache_filter !== undefined) {
      changed.no_cache_filter = build.no_cache_filter.map(renamed);
    }
    if (build.additional_contexts !== undefined) {
      changed.additional_contexts = Object.fromEntries(
        Object.entries(build.additional_contexts).map(([key, value]) => [
          key
            .split("::")
            .with(0, renamed(key.split("::")[0]))
            .join("::"),
          value,
        ]),
      );
    }
    if (isInline) {
      changed.dockerfile_inline = inline.replaceAll(wholeWord(old, "i"), newName);
    }
    return [name, { ...service, build: changed }];
  });
  return lowered({ ...before, ...(before.services && { services: Object.fromEntries(services) }) });
}

/** Templates (`x-…`) hold names of stages too, and which of them mean this one shows in the services that are made of them. */
function withoutTemplates(value, names) {
  if (Array.isArray(value)) {
    return value.map((item) => withoutTemplates(item, names));
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key.startsWith("x-") ? inAnyOrder(item, names) : withoutTemplates(item, names)]),
  );
}

/** Compose sorts keys by name, so another name stands at another place. */
function inAnyOrder(value, names) {
  const parts = unnamed(JSON.stringify(value).replaceAll("\\n", " "), ...names).split(/[{},]/);
  return parts.sort().join();
}

/** Stages are named in any letter case, and a rename keeps it: that is shown by the tests of the rename itself. */
function lowered(model) {
  const services = Object.entries(model.services ?? {}).map(([name, service]) => {
    if (!service.build) {
      return [name, service];
    }
    const { target, no_cache_filter: uncached, additional_contexts: contexts, dockerfile_inline: inline } = service.build;
    const build = {
      ...service.build,
      ...(target && { target: target.toLowerCase() }),
      ...(uncached && { no_cache_filter: uncached.map((text) => text.toLowerCase()) }),
      ...(contexts && {
        additional_contexts: Object.fromEntries(Object.entries(contexts).map(([key, value]) => [key.toLowerCase(), value])),
      }),
      ...(inline && { dockerfile_inline: inline.toLowerCase() }),
    };
    return [name, { ...service, build }];
  });
  return { ...model, ...(model.services && { services: Object.fromEntries(services) }) };
}

/** BuildKit takes `dockerfile` for `Dockerfile`. */
function dockerfileOf({ context, dockerfile }) {
  // Compose writes its answer so that it could be read again, in which `$` begins a variable.
  const path = resolve(context ?? ".", dockerfile ?? "Dockerfile").replaceAll("$$", "$");
  const other = join(dirname(path), "dockerfile");
  return !existsSync(path) && basename(path) === "Dockerfile" && existsSync(other) ? other : path;
}

function unnamed(text, old, newName) {
  return text.replaceAll(wholeWord(newName, "i"), "…").replaceAll(wholeWord(old, "i"), "…");
}

function wholeWord(word, flags) {
  return new RegExp(`(?<![\\w.-])${word.replaceAll(".", "\\.")}(?![\\w-]|\\.\\w)`, `g${flags}`);
}

/** The files below a folder that are texts. */
function textsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => read(join(entry.parentPath, entry.name)))
    .filter(({ text }) => !text.includes("\0"));
}

// As the server reads them: a byte order mark is left in UTF-8 only.
function read(path) {
  const bytes = readFileSync(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8";
  const text = bytes.toString(encoding);
  return { path, encoding, text: encoding === "utf16le" ? text.slice(1) : text };
}

function writeText({ path, encoding }, text) {
  writeFileSync(path, encoding === "utf16le" ? `\uFEFF${text}` : text, encoding);
}

function lines(text) {
  return text.split(LINE_END).length;
}
