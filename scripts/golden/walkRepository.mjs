import { existsSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { LanguageClient } from "../../tests/EndToEnd/harness/LanguageClient.mjs";
import { dockerfileOf } from "./composeDifferences.mjs";
import { composeTargets } from "./composeTargets.mjs";
import { isComposeFile } from "./composeUses.mjs";
import { readPlainly } from "./plainDockerfile.mjs";
import { applied, offsetAt } from "./textEdits.mjs";

const DOCKERFILE = /^((dockerfile|containerfile)(\..+)?|.+\.(dockerfile|containerfile))$/i;
/** What is called like a Dockerfile but is none. */
const OTHER = /\.(dockerignore|containerignore|md|go|js|ts|py|rb|rs|cs|java|sh|json|ya?ml|toml|txt|lock|patch|diff)$/i;
/** LSP: a carriage return alone ends a line too. */
const NEW_NAME = "walked-here";
/** An answer that takes longer than this, in milliseconds, is told of. */
const SLOW = 200;

/**
 * Walks through a repository as a user does: opens each Dockerfile and compose file, and at each word that names a stage goes to the definition, asks for
 * completions, hover and references, renames the stage and renames it back.
 * @param {import("./composeRepositories.mjs").ComposeRepository} repository
 * @param {string} folder a copy of it, which stays as it is
 * @param {{ facts: object | null }[]} answers what Compose says of each of its uses
 */
export async function walkRepository(repository, folder, answers) {
  const walk = new Walk(repository, folder, answers);
  try {
    await walk.start();
    await walk.dockerfiles();
    await walk.composeFiles();
  } finally {
    await walk.stop();
  }
  return walk.outcome;
}

class Walk {
  #repository;
  #folder;
  #builds;
  #client;
  #texts = new Map();
  #versions = new Map();
  #plain = new Map();
  /** @type {{ counts: Record<string, number>, differences: string[], slow: string[], refusals: Record<string, number> }} */
  outcome = { counts: {}, differences: [], slow: [], refusals: {} };

  constructor(repository, folder, answers) {
    this.#repository = repository;
    this.#folder = folder;
    this.#builds = answers.flatMap(({ facts }, index) =>
      Object.entries(facts?.services ?? {}).flatMap(([service, { build }]) =>
        build?.target ? [{ service, use: repository.uses[index], target: build.target, dockerfile: this.#dockerfileOf(build) }] : [],
      ),
    );
  }

  async start() {
    this.#client = await LanguageClient.startIn({ folder: this.#folder, path: (name) => join(this.#folder, name), remove: () => {} });
    await this.#client.scanned;
  }

  async stop() {
    const code = await this.#client.stop();
    if (code !== 0 || this.#client.errors) {
      this.#differs("", `the server ended with ${code}: ${this.#client.errors}`);
    }
  }

  async dockerfiles() {
    for (const path of this.#repository.paths.filter((path) => DOCKERFILE.test(posix.basename(path)) && !OTHER.test(path))) {
      const plain = this.#plainOf(path);
      if (!plain) {
        this.#count("Dockerfiles in no good order");
        continue;
      }
      this.#count("Dockerfiles");
      await this.#open(path);
      for (const reference of plain.references) {
        const stage = reference.stage === null ? null : { path, line: plain.stages[reference.stage].line };
        await this.#look(path, reference, stage === null ? [] : [stage], plain.stages[reference.stage]?.name ?? null);
      }
      await this.#close(path);
    }
  }

  async composeFiles() {
    for (const path of this.#repository.paths.filter(isComposeFile)) {
      const places = composeTargets(this.#textOf(path));
      if (places.length === 0) {
        continue;
      }
      this.#count("compose files with targets");
      await this.#open(path);
      for (const place of places) {
        await this.#lookAtTarget(path, place);
      }
      await this.#close(path);
    }
  }

  /** What Compose builds for a place: it must be among what is found there, and what is found must be what Compose builds in some use of the file. */
  async #lookAtTarget(path, place) {
    const written = place.text.match(/^\$\{\w+:?-([\w.-]+)\}$/);
    const at = written ? { ...place, character: place.character + place.text.indexOf(written[1]), text: written[1] } : place;
    const isOf = ({ service, use }) => use.files.includes(path) && (place.service === null || service === place.service);
    const builds = this.#builds.filter((build) => isOf(build) && (at.text.includes("$") || build.target === at.text));
    const stages = distinct(builds.flatMap(({ dockerfile, target }) => this.#stageOf(dockerfile, target)));
    if (builds.length === 0) {
      this.#count("targets that no build of Compose has");
      return;
    }
    if (stages.length === 0) {
      this.#count("targets without a stage");
      const found = await this.#ask("textDocument/definition", path, at);
      if (found?.length > 0) {
        this.#differs(path, at, `definition leads to ${this.#shown(found)}, Compose builds no stage`);
      }
      return;
    }
    await this.#look(path, { kind: "target", ...at }, stages, at.text.includes("$") ? null : at.text.toLowerCase());
  }

  /** Everything that is done at one place. */
  async #look(path, place, stages, name) {
    this.#count(stages.length > 0 ? `places: ${place.kind}` : `places: ${place.kind}, no stage`);
    const found = await this.#ask("textDocument/definition", path, place);
    const places = distinct((found ?? []).map((link) => ({ path: this.#nameOf(link.targetUri), line: link.targetRange.start.line })));
    if (stages.length === 0) {
      if (places.some((one) => this.#isStage(one)) && !place.text.includes("$")) {
        this.#differs(path, place, `definition leads to ${this.#shown(found)}, there is no such stage`);
      }
      return;
    }
    // A variable that chooses a stage leads to where it is set.
    const isVariable = place.text.includes("$");
    const [missing, more] = [stages.filter((one) => !includes(places, one)), places.filter((one) => !includes(stages, one))];
    if (places.length === 0 || more.length > 0 || (missing.length === stages.length && !isVariable)) {
      this.#differs(path, place, `definition leads to ${this.#shown(found)}, expected ${JSON.stringify(stages)}`);
      return;
    }
    if (missing.length > 0) {
      this.#count("places with more stages than told");
    }
    const hover = await this.#ask("textDocument/hover", path, place);
    if (!hover?.contents?.value?.trim()) {
      this.#differs(path, place, "hover is empty");
    }
    if (name !== null && !/^\d+$/.test(place.text) && !isVariable) {
      for (const character of [place.character, place.character + place.text.length]) {
        const list = await this.#ask("textDocument/completion", path, { ...place, character });
        const labels = (list?.items ?? list ?? []).map(({ label }) => label.toLowerCase());
        if (!labels.includes(name)) {
          this.#differs(path, place, `completion at ${character - place.character} has no ${name}: ${labels.slice(0, 8)}`);
        }
      }
    }
    const [link] = found;
    const declaration = { line: link.targetSelectionRange.start.line, character: link.targetSelectionRange.start.character, text: "" };
    const declared = this.#nameOf(link.targetUri);
    const others = await this.#ask("textDocument/references", declared, declaration, { context: { includeDeclaration: false } });
    if (name !== null && !(others ?? []).some(({ uri, range }) => this.#nameOf(uri) === path && holds(range, place))) {
      this.#differs(path, place, `is not among the ${others?.length ?? 0} references of its stage`);
    }
    if (name !== null && !isVariable && !/^\d+$/.test(place.text)) {
      await this.#renameThereAndBack(path, place, name);
    }
  }

  async #renameThereAndBack(path, place, name) {
    const there = await this.#edit(path, place, NEW_NAME);
    if (!there) {
      return;
    }
    this.#count("renames");
    const before = new Map(there.map(({ file }) => [file, this.#textOf(file)]));
    const wasOpen = new Set(this.#versions.keys());
    for (const { file, changes } of there) {
      if (!wasOpen.has(file)) {
        await this.#open(file);
      }
      await this.#change(file, changes);
    }
    const own = there.find(({ file }) => file === path)?.changes.find(({ range }) => holds(range, place));
    if (own) {
      const moved = movedPlace(there.find(({ file }) => file === path).changes, own, place);
      const back = await this.#edit(path, moved, name);
      for (const { file, changes } of back ?? []) {
        if (!this.#versions.has(file)) {
          await this.#open(file);
        }
        await this.#change(file, changes);
      }
      if (!back) {
        this.#differs(path, place, "the rename back is refused");
      }
      for (const [file, text] of before) {
        if (this.#textOf(file) !== text) {
          const isCase = this.#textOf(file).toLowerCase() === text.toLowerCase();
          if (isCase) {
            this.#count("renames that change letter case only");
          } else {
            this.#differs(path, place, `the rename there and back changes ${file}`);
          }
        }
      }
    } else {
      this.#differs(path, place, "its rename does not change it");
    }
    for (const [file, text] of before) {
      if (this.#textOf(file) !== text) {
        await this.#replace(file, text);
      }
    }
    for (const file of [...this.#versions.keys()].filter((file) => !wasOpen.has(file))) {
      await this.#close(file);
    }
  }

  /** The changes of a rename by file; null when it is refused, which is counted. */
  async #edit(path, place, newName) {
    try {
      const edit = await this.#request("textDocument/rename", path, place, { newName });
      return edit.documentChanges.map(({ textDocument, edits }) => ({ file: this.#nameOf(textDocument.uri), changes: edits }));
    } catch (error) {
      const message = error.message.replaceAll(/'[^']*'|\S+\.(ya?ml|env)\b|\S*Dockerfile\S*/g, "…");
      this.outcome.refusals[message] = (this.outcome.refusals[message] ?? 0) + 1;
      return null;
    }
  }

  async #ask(method, path, place, more) {
    try {
      return await this.#request(method, path, place, more);
    } catch (error) {
      this.#differs(path, place, `${method}: ${error.message}`);
      return null;
    }
  }

  async #request(method, path, { line, character }, more = {}) {
    const started = performance.now();
    const answer = await this.#client.request(method, {
      textDocument: { uri: this.#client.uri(path) },
      position: { line, character },
      ...more,
    });
    const time = performance.now() - started;
    this.#count("requests");
    if (time > SLOW) {
      this.outcome.slow.push(`${this.#repository.name}/${path}:${line + 1}: ${method}: ${Math.round(time)} ms`);
    }
    return answer;
  }

  async #open(path) {
    this.#versions.set(path, 1);
    await this.#client.open(path, { text: this.#textOf(path) });
  }

  async #close(path) {
    this.#versions.delete(path);
    await this.#client.close(path);
  }

  /** As VS Code sends them: the last in the file first, so that the places of the others hold. */
  async #change(path, edits) {
    const sorted = edits.toSorted(
      (one, other) => offsetAt(this.#textOf(path), other.range.start) - offsetAt(this.#textOf(path), one.range.start),
    );
    await this.#send(
      path,
      sorted.map(({ range, newText }) => ({ range, text: newText })),
      applied(this.#textOf(path), sorted),
    );
  }

  async #replace(path, text) {
    await this.#send(path, [{ text }], text);
  }

  async #send(path, contentChanges, text) {
    const version = (this.#versions.get(path) ?? 1) + 1;
    this.#versions.set(path, version);
    this.#texts.set(path, text);
    await this.#client.notify("textDocument/didChange", { textDocument: { uri: this.#client.uri(path), version }, contentChanges });
  }

  /** The text as an editor has it, which keeps no byte order mark. */
  #textOf(path) {
    if (!this.#texts.has(path)) {
      this.#texts.set(path, readFileSync(join(this.#folder, path), "utf8").replace(/^\uFEFF/, ""));
    }
    return this.#texts.get(path);
  }

  #plainOf(path) {
    if (!this.#plain.has(path)) {
      this.#plain.set(path, readPlainly(this.#textOf(path)));
    }
    return this.#plain.get(path);
  }

  /** The path below the repository of a build's Dockerfile, as Compose tells it; null for one that is not there. */
  #dockerfileOf(build) {
    const path = dockerfileOf(build);
    const below = path && relative("/case", path).split(sep).join("/");
    const names = below ? [below, below.replace(/(^|\/)Dockerfile$/, "$1dockerfile")] : [];
    return names.find((name) => !name.startsWith("..") && existsSync(join(this.#folder, name))) ?? null;
  }

  /** BuildKit: of several stages of one name the last. */
  #stageOf(dockerfile, target) {
    const stage = dockerfile && this.#plainOf(dockerfile)?.stages.findLast(({ name }) => name === target.toLowerCase());
    return stage ? [{ path: dockerfile, line: stage.line }] : [];
  }

  #isStage({ path, line }) {
    return this.#plainOf(path)?.stages.some((stage) => stage.line === line) ?? false;
  }

  #nameOf(uri) {
    return relative(this.#folder, fileURLToPath(uri)).split(sep).join("/");
  }

  #shown(links) {
    return JSON.stringify((links ?? []).map(({ targetUri, targetRange }) => `${this.#nameOf(targetUri)}:${targetRange.start.line + 1}`));
  }

  #count(what) {
    this.outcome.counts[what] = (this.outcome.counts[what] ?? 0) + 1;
  }

  #differs(path, place, what) {
    this.outcome.differences.push(`${this.#repository.name}/${path}:${place.line + 1}:${place.character + 1} ${place.text}: ${what}`);
  }
}

/** Where a place stands after edits of which one is its own. */
function movedPlace(changes, own, place) {
  const before = changes.filter(({ range }) => range.start.line === place.line && range.start.character < own.range.start.character);
  const shift = before.reduce((sum, { range, newText }) => sum + newText.length - (range.end.character - range.start.character), 0);
  return { ...place, character: own.range.start.character + shift };
}

const holds = ({ start, end }, { line, character }) =>
  (start.line < line || (start.line === line && start.character <= character)) &&
  (end.line > line || (end.line === line && end.character >= character));

const includes = (places, { path, line }) => places.some((one) => one.path === path && one.line === line);

const distinct = (places) =>
  places.filter((place, index) => places.findIndex(({ path, line }) => path === place.path && line === place.line) === index);
