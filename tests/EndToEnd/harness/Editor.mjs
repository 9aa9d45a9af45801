import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { chromium as browserType } from "playwright-core";
import { editorFolders, freePort, installExtension, startCodeServer } from "../../../scripts/editor/codeServerProcess.mjs";
import { seedSettings } from "../../../scripts/editor/settings.mjs";
import { chromium } from "../../../scripts/setup/chromium.mjs";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { writeWorkspace } from "./markedText.mjs";
import { until } from "./until.mjs";

const WINDOW = { width: 1280, height: 800 };
const LOAD_SECONDS = 90;

/** A real VS Code in a real browser on a workspace of its own, with an extension package installed; everything is thrown away at the end. */
export class Editor {
  #browser;
  #server;
  #folder;
  #workspace;

  /** The editors that are open now. @type {Set<Editor>} */
  static opened = new Set();

  /** playwright's page, for what this class does not offer. @type {import("playwright-core").Page} */
  page;

  /**
   * @param {string | ReturnType<typeof writeWorkspace>} workspace as text, files with `//- path`; or one that lies on the disk already
   * @param {{ vsix?: string, settings?: object, env?: Record<string, string | undefined>, trustWorkspace?: boolean, locale?: string }} [options]
   *   `vsix`: the package to install, none when left out; `env`: for the editor and all it starts, for example the PATH that
   *   leads to an engine; `trustWorkspace`: false to be asked as a user is
   */
  static async open(workspace, options = {}) {
    const editor = new Editor();
    Editor.opened.add(editor);
    try {
      await editor.#start(typeof workspace === "string" ? writeWorkspace(workspace) : workspace, options);
    } catch (error) {
      await editor.close();
      throw error;
    }
    return editor;
  }

  async #start(workspace, { vsix, settings = {}, env = {}, trustWorkspace = true, locale = "en" }) {
    this.#workspace = workspace;
    this.#folder = mkdtempSync(join(tmpdir(), "dockstage-editor-"));
    seedSettings(editorFolders(this.#folder).userData, { ...TEST_SETTINGS, ...settings });
    if (vsix) {
      await installExtension(this.#folder, vsix);
    }
    const logFile = join(mkdirOf(inRepository("test-output", "logs")), `${basename(this.#folder)}.log`);
    this.#server = await startCodeServer(this.#folder, { port: await freePort(), logFile, trustWorkspace, env });
    const { value: executablePath } = await chromium();
    this.#browser = await browserType.launch({ executablePath, args: BROWSER_ARGUMENTS });
    const context = await this.#browser.newContext({ viewport: WINDOW, locale });
    this.page = await context.newPage();
    this.page.on("console", (message) => appendFileSync(logFile, `[page ${message.type()}] ${message.text()}\n`));
    await this.page.goto(this.#server.url(this.#workspace.folder));
    await this.page.locator(".monaco-workbench").waitFor({ timeout: LOAD_SECONDS * 1000 });
    await this.page
      .locator(".explorer-folders-view .monaco-list-row")
      .first()
      .waitFor({ timeout: LOAD_SECONDS * 1000 });
  }

  /** Loads the window anew, as its own command does: what is open is kept, and opened again. */
  async reload() {
    const loaded = this.page.waitForEvent("load", { timeout: LOAD_SECONDS * 1000 });
    await this.command("Developer: Reload Window").catch((error) => {
      // The window may go before the palette is seen to close.
      if (!/context|navigat|closed/i.test(String(error))) throw error;
    });
    await loaded;
    await this.page.locator(".monaco-workbench").waitFor({ timeout: LOAD_SECONDS * 1000 });
  }

  /** The path of a file of the workspace on the disk. */
  path(name) {
    return this.#workspace.path(name);
  }

  /** The folder that is open in the editor. */
  get folder() {
    return this.#workspace.folder;
  }

  /** Ends browser and server and removes what they and the test wrote. */
  async close() {
    Editor.opened.delete(this);
    await this.#browser?.close();
    await this.#server?.stop();
    this.#workspace?.remove();
    if (this.#folder) {
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  /** Runs a command by its title in the command palette. */
  async command(title) {
    await this.#pick("F1", title, title);
  }

  /** Runs a command that asks something itself, by its title in the command palette, and waits until it asks. */
  async commandThatAsks(title) {
    await this.#pick(
      "F1",
      title,
      title,
      async (input) => (await input.getAttribute("placeholder")) !== "Type the name of a command to run.",
    );
  }

  /** Opens a file of the workspace by its path, from the explorer, and waits until its text is shown from the top and has the keyboard. */
  async openFile(path) {
    const shown = () => this.#explorerRows();
    let parent = { index: -1, level: 0 };
    for (const name of path.split("/")) {
      const row = await until(`${name} of ${path} in the explorer`, async () => childOf(await shown(), parent, name), { state: shown });
      const element = this.page.locator(`.explorer-folders-view .monaco-list-row[data-index="${row.index}"]`);
      if (row.expanded === null) {
        await element.dblclick();
      } else if (!row.expanded) {
        await element.click();
      }
      parent = row;
    }
    const active = this.page.locator(".editor-group-container.active .tab.active .tab-label");
    // Behind the path the label tells of problems and changes.
    await until(`${path} in the active editor`, async () => (await active.getAttribute("aria-label"))?.startsWith(this.path(path)));
    await this.page.locator(".editor-group-container.active .view-line").first().waitFor();
    await this.#focusText();
    // A file that was open before is shown where it was left.
    await this.press("Control+Home");
  }

  /** Waits until the active editor's text has the keyboard, and gives it to the first group when it has not: VS Code asks for no lenses without. */
  async #focusText() {
    const text = this.page.locator(".editor-group-container.active .monaco-editor.focused").first();
    await until("the keyboard in the text", async () => {
      if (await happens(() => text.isVisible())) return true;
      await this.press("Control+1");
      return false;
    });
  }

  /** What the explorer lists, from the top; `expanded` is null for a file. */
  async #explorerRows() {
    const rows = await this.page.locator(".explorer-folders-view .monaco-list-row").evaluateAll((elements) =>
      elements.map((row) => ({
        index: Number(row.dataset.index),
        level: Number(row.getAttribute("aria-level")),
        name: row.querySelector(".label-name")?.textContent,
        expanded: row.hasAttribute("aria-expanded") ? row.getAttribute("aria-expanded") === "true" : null,
      })),
    );
    return rows.sort((a, b) => a.index - b.index);
  }

  /** A page in the window may take the keyboard at any moment until it has settled: what was written or pressed then is so again. */
  async #pick(key, text, expected, isTaken = isHidden) {
    const input = this.page.locator(".quick-input-widget input.input");
    const first = this.page.locator(".quick-input-widget .monaco-list-row.focused .label-name");
    const isListed = async () => (await textsOf(first))[0]?.includes(expected) ?? false;
    let written;
    await until(
      `"${expected}" in the quick input`,
      async () => {
        if (!(await input.isVisible())) {
          await this.page.keyboard.press(key);
          if (!(await happens(() => input.isVisible()))) return false;
        }
        // The palette's input begins with ">", that for a line with ":".
        written = `${(await input.inputValue()).slice(0, 1)}${text}`;
        await input.fill(written, { timeout: 2_000 }).catch(() => {});
        return happens(isListed);
      },
      { state: () => textsOf(this.page.locator(".quick-input-widget .monaco-list-row .label-name")) },
    );
    await until(`"${expected}" to be taken`, async () => {
      // Not into what the command itself may ask.
      if ((await input.isVisible()) && (await input.inputValue()) === written) {
        await input.press("Enter", { timeout: 2_000 }).catch(() => {});
      }
      return happens(() => isTaken(input));
    });
  }

  /** Waits until the file with this name is the one in the active editor. */
  async waitForActiveFile(name, seconds = 20) {
    const shown = () => this.activeFile();
    await until(`${name} in the active editor`, async () => (await shown()) === name, { seconds, state: shown });
  }

  /** The name of the file in the active editor, null when none is open. */
  async activeFile() {
    const names = await this.page
      .locator(".editor-group-container.active .tab.active")
      .evaluateAll((tabs) => tabs.map((tab) => tab.dataset.resourceName));
    return names[0] ?? null;
  }

  /** The lines that the active editor shows, from the top; a long file is shown in part. */
  async lines() {
    return this.page
      .locator(".editor-group-container.active .monaco-editor .view-lines")
      .first()
      .evaluate((lines) =>
        [...lines.children]
          .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
          .map((line) => line.textContent.replaceAll("\u00a0", " ")),
      );
  }

  /** Waits until the active editor shows this line; blanks around it do not count. */
  async waitForLine(text, seconds = 10) {
    const shown = () => this.lines();
    await until(`the line "${text}"`, async () => (await shown()).some((line) => line.trim() === text), { seconds, state: shown });
  }

  /** Where the cursor is, from 1, as the status bar shows it. */
  async position() {
    const label = await this.page.locator("#status\\.editor\\.selection").textContent();
    const [line, column] = label.match(/\d+/g).map(Number);
    return { line, column };
  }

  /** Waits until the cursor is at a line and column. */
  async waitForPosition(line, column) {
    const at = () => this.position();
    await until(
      `the cursor at ${line}:${column}`,
      async () => {
        const now = await at();
        return now.line === line && now.column === column;
      },
      { state: at },
    );
  }

  /** Closes every file and takes back what was not saved. */
  async revertAll() {
    await this.page.keyboard.press("Escape");
    while ((await this.activeFile()) !== null) {
      await this.command("View: Revert and Close Editor");
    }
  }

  /** Puts the cursor at a line and column (from 1, in UTF-16 units) of the active editor. */
  async goTo(line, column) {
    await this.#pick("Control+G", `${line}:${column}`, `line ${line}`);
    await this.waitForPosition(line, column);
  }

  /** Puts the cursor behind the first occurrence of a text in the shown lines; `within` moves it so many units into the text instead. */
  async goToText(text, within = text.length) {
    const shown = () => this.numberedLines();
    const line = await until(`"${text}" in the editor`, async () => (await shown()).find((line) => line.text.includes(text)), {
      seconds: 10,
      state: shown,
    });
    await this.goTo(line.number, line.text.indexOf(text) + within + 1);
  }

  /** The shown lines with their numbers, which do not begin at 1 when the editor is scrolled and leave out what is folded. */
  async numberedLines() {
    return this.page
      .locator(".editor-group-container.active .monaco-editor")
      .first()
      .evaluate((editor) => {
        const rows = (selector) =>
          [...editor.querySelectorAll(selector)].map((row) => ({ top: row.style.top, text: row.textContent.replaceAll("\u00a0", " ") }));
        const numbers = new Map(rows(".margin-view-overlays > div").map((row) => [row.top, Number.parseInt(row.text, 10)]));
        return rows(".view-lines > .view-line")
          .map((row) => ({ number: numbers.get(row.top), text: row.text }))
          .filter((row) => row.number > 0)
          .sort((a, b) => a.number - b.number);
      });
  }

  /** Types at the cursor, key by key, as a person does. */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  async press(key) {
    await this.page.keyboard.press(key);
  }

  /** Saves the active file and waits until its tab says so. */
  async save() {
    await this.page.keyboard.press("Control+S");
    await this.page.locator(".editor-group-container.active .tab.active:not(.dirty)").waitFor();
  }

  /** Asks for completion at the cursor and answers the labels in the order shown; empty when there are none. */
  async completions() {
    await this.page.keyboard.press("Control+Space");
    const widget = this.page.locator(".suggest-widget.visible");
    await until("the completion list", async () => {
      const loading = await widget.locator(".message").filter({ hasText: "Loading" }).isVisible();
      return (await widget.isVisible()) && !loading;
    });
    return textsOf(widget.locator(".monaco-list-row .label-name"));
  }

  /** The labels of the completion list that is shown, in its order; empty when none is. */
  async suggestions() {
    return textsOf(this.page.locator(".suggest-widget.visible .monaco-list-row .label-name"));
  }

  /** Waits until the completion list that typing has opened holds a label. */
  async waitForSuggestions(label, seconds = 20) {
    const shown = () => this.suggestions();
    await until(`"${label}" in the completion list`, async () => (await shown()).includes(label), { seconds, state: shown });
  }

  /** Asks for completion at the cursor, again while the server has nothing to say, until the list holds a label. */
  async completionsUntil(label, seconds = 30) {
    const shown = () => this.suggestions();
    let asked = 0;
    await until(
      `"${label}" in the completion list`,
      async () => {
        if ((await shown()).includes(label)) {
          return true;
        }
        if (performance.now() - asked > 2_000) {
          asked = performance.now();
          await this.page.keyboard.press("Control+Space");
        }
        return false;
      },
      { seconds, state: shown },
    );
  }

  /** Takes an item of the shown completion list, with the mouse: a list that changes meanwhile cannot give another one. */
  async accept(label) {
    const widget = this.page.locator(".suggest-widget.visible");
    await widget.locator(".monaco-list-row .label-name").getByText(label, { exact: true }).click();
    await widget.waitFor({ state: "hidden" });
  }

  /** Shows the hover at the cursor and waits until it holds the text; answers all it says. */
  async hover(expected) {
    const content = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content");
    const shown = async () => (await textsOf(content)).join("\n").replaceAll("\u00a0", " ");
    let asked = 0;
    return until(
      `a hover with "${expected}"`,
      async () => {
        const text = await shown();
        // Asked too early (no server yet) an editor shows nothing and does not ask again by itself.
        if (text === "" && performance.now() - asked > 2_000) {
          asked = performance.now();
          await this.page.keyboard.press("Control+K");
          await this.page.keyboard.press("Control+I");
        }
        return text.includes(expected) ? text : null;
      },
      { state: shown },
    );
  }

  /** Waits for a code lens with this text in the active editor. */
  async lens(text, seconds = 30) {
    const lenses = this.page.locator(".editor-group-container.active .codelens-decoration a");
    await this.#focusText();
    await until(`the lens "${text}"`, async () => (await textsOf(lenses)).includes(text), { seconds, state: () => textsOf(lenses) });
    return lenses.filter({ hasText: text }).first();
  }

  /** The rows of code lenses that the active editor shows, from the top, each as the texts in it: those that can be clicked and notes. */
  async lensRows() {
    const rows = await this.page
      .locator(".editor-group-container.active .codelens-decoration")
      .evaluateAll((elements) =>
        elements
          .filter((row) => row.style.visibility !== "hidden")
          .map((row) => ({ top: row.getBoundingClientRect().top, texts: row.textContent.split(/\s\|\s/).map((text) => text.trim()) })),
      );
    return rows.sort((a, b) => a.top - b.top).map((row) => row.texts);
  }

  /**
   * Renames what stands at the cursor, by way of the preview, and waits until the preview shows exactly these rows, in any order: files
   * and, below them, their changed lines.
   */
  async renameWithPreview(newName, expected) {
    const input = this.page.locator("input.rename-input");
    await this.#askUntil("F2", "the rename box", () => input.isVisible());
    await input.fill(newName);
    await input.press("Control+Enter");
    const rows = this.page.locator(".bulk-edit-panel .monaco-list-row");
    const shown = () => rows.evaluateAll((elements) => elements.map((row) => row.getAttribute("aria-label")));
    await until("the preview", async () => JSON.stringify((await shown()).sort()) === JSON.stringify([...expected].sort()), {
      state: shown,
    });
  }

  /** Does what the refactor preview shows, and waits until it is gone. */
  async applyPreview() {
    await this.page.locator(".bulk-edit-panel .monaco-button").filter({ hasText: "Apply" }).click();
    await this.page.locator(".bulk-edit-panel .monaco-list-row").first().waitFor({ state: "hidden" });
  }

  /** Drops a refactor preview that is still shown; it would stand in the way of the next. */
  async discardPreview() {
    const discard = this.page.locator(".bulk-edit-panel .monaco-button").filter({ hasText: "Discard" });
    if (await discard.isVisible()) {
      await discard.click();
    }
  }

  /** Shows the references of what stands at the cursor in the editor, and waits until the list holds a text; answers its rows. */
  async peekReferences(expected) {
    const rows = this.page.locator(".reference-zone-widget .ref-tree .monaco-list-row");
    await this.#askUntil("Shift+F12", "the references", async () => (await rows.count()) > 0);
    const shown = () => textsOf(rows);
    return until(
      `"${expected}" among the references`,
      async () => ((await shown()).some((row) => row.includes(expected)) ? shown() : null),
      {
        state: shown,
      },
    );
  }

  /** Searches the symbols of the workspace and waits until those that are listed satisfy the condition; answers them. The list stays open. */
  async workspaceSymbols(query, condition) {
    const input = this.page.locator(".quick-input-widget input.input");
    const shown = () =>
      this.page.locator(".quick-input-widget .monaco-list-row").evaluateAll((rows) =>
        rows.map((row) =>
          [".label-name", ".label-description"]
            .map((part) => row.querySelector(part)?.textContent ?? "")
            .join(" ")
            .trim(),
        ),
      );
    let asked = Number.NEGATIVE_INFINITY;
    return until(
      `the symbols for ${query}`,
      async () => {
        // An input that has only just opened may still get its first text from the editor, or lose the focus and close.
        if (performance.now() - asked > 3_000) {
          asked = performance.now();
          await this.page.keyboard.press("Escape");
          await this.page.keyboard.press("Control+T");
          await input.waitFor();
          await input.fill(`#${query}`, { timeout: 2_000 }).catch(() => {});
        }
        const symbols = await shown();
        return condition(symbols) ? symbols : null;
      },
      { state: shown },
    );
  }

  /** Shows the outline alone in the side bar and waits until it holds a name; answers its rows: nesting from 1, name and detail. */
  async outline(expected) {
    const files = this.page.locator(".split-view-view .pane-header").filter({ hasText: this.#workspace.folder.split("/").at(-1) });
    await this.command("Explorer: Focus on Outline View");
    if ((await files.getAttribute("aria-expanded")) === "true") {
      await files.click();
    }
    const shown = () =>
      this.page.locator(".outline-pane .monaco-list-row").evaluateAll((rows) =>
        rows.map((row) => ({
          level: Number(row.getAttribute("aria-level")),
          name: row.querySelector(".label-name")?.textContent,
          detail: row.querySelector(".label-description")?.textContent ?? "",
        })),
      );
    return until(`"${expected}" in the outline`, async () => ((await shown()).some((row) => row.name === expected) ? shown() : null), {
      state: shown,
    });
  }

  /** Shows the files in the side bar again. */
  async leaveOutline() {
    const files = this.page.locator(".split-view-view .pane-header").filter({ hasText: this.#workspace.folder.split("/").at(-1) });
    if ((await files.getAttribute("aria-expanded")) === "false") {
      await files.click();
    }
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** How many places the editor highlights for the word at the cursor: those that a language server calls written and read, and mere equal text. */
  async highlights() {
    const count = (name) => this.page.locator(`.editor-group-container.active .view-overlays .${name}`).count();
    return { written: await count("wordHighlightStrong"), read: await count("wordHighlight"), text: await count("wordHighlightText") };
  }

  /** The colour in which the active editor shows a text, the first time that it stands there alone in one colour. */
  async colorOf(text) {
    return this.page
      .locator(".editor-group-container.active .monaco-editor .view-lines")
      .first()
      .evaluate((lines, text) => {
        const pieces = [...lines.querySelectorAll(".view-line > span > span")];
        const piece = pieces.find((span) => span.textContent.replaceAll("\u00a0", " ").trim() === text);
        return piece ? getComputedStyle(piece).color : null;
      }, text);
  }

  /** Presses a key until something is shown: before the server runs an editor has nothing to show, and does not ask again by itself. */
  async #askUntil(key, what, isShown) {
    let asked = 0;
    await until(what, async () => {
      if (await isShown()) {
        return true;
      }
      if (performance.now() - asked > 2_000) {
        asked = performance.now();
        await this.page.keyboard.press(key);
      }
      return false;
    });
  }

  /**
   * Asks for what can be done at the cursor, again while there is no such action, until one of them has the text in its title; answers the
   * titles in the order shown. The list stays open.
   */
  async quickFixes(expected) {
    const shown = () => textsOf(this.page.locator(".action-widget .monaco-list-row.action .title"));
    let asked = Number.NEGATIVE_INFINITY;
    return until(
      `"${expected}" among the actions`,
      async () => {
        const titles = await shown();
        if (titles.some((title) => title.includes(expected))) {
          return titles;
        }
        if (performance.now() - asked > 2_000) {
          asked = performance.now();
          await this.page.keyboard.press("Escape");
          await this.page.keyboard.press("Control+.");
        }
        return null;
      },
      { state: shown },
    );
  }

  /** Takes an action of the list that is shown. */
  async takeQuickFix(title) {
    await this.page.locator(".action-widget .monaco-list-row.action .title").getByText(title, { exact: true }).click();
    await this.page.locator(".action-widget").first().waitFor({ state: "hidden" });
  }

  /** The texts of the code lenses shown in the active editor that can be clicked. */
  async lenses() {
    return textsOf(this.page.locator(".editor-group-container.active .codelens-decoration a"));
  }

  async clickLens(text) {
    await (await this.lens(text)).click();
  }

  /** The underlined ranges of a severity (`error`, `warning`, `info`, `hint`) in the active editor: how many. */
  async squiggles(severity) {
    return this.page.locator(`.editor-group-container.active .monaco-editor .squiggly-${severity}`).count();
  }

  /** Shows the Problems view and waits until what it lists satisfies the condition; answers the rows' texts. */
  async waitForProblems(condition, seconds = 20) {
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    if (!(await this.page.locator(".markers-panel").isVisible())) {
      await this.command("Problems: Focus on Problems View");
      await this.page.locator(".markers-panel").waitFor();
    }
    const shown = async () => (await textsOf(rows)).map((text) => text.replaceAll(/\s+/g, " ").trim());
    return until(
      "the problems",
      async () => {
        const problems = await shown();
        return condition(problems) ? problems : null;
      },
      { seconds, state: shown },
    );
  }

  /** The text that notifications show. */
  async notifications() {
    return textsOf(this.page.locator(".notification-toast .notification-list-item-message, .monaco-dialog-box .dialog-message"));
  }

  /** Waits until a notification holds the text. */
  async waitForNotification(text, seconds = 20) {
    return until(`the notification "${text}"`, async () => (await this.notifications()).find((shown) => shown.includes(text)), {
      seconds,
      state: () => this.notifications(),
    });
  }

  /** Waits until the terminal panel shows the text; answers all that it shows. */
  async waitForTerminal(text, seconds = 60) {
    const shown = () => this.#terminalText();
    return until(
      `"${text}" in the terminal`,
      async () => {
        const all = await shown();
        return all.includes(text) ? all : null;
      },
      { seconds, state: shown },
    );
  }

  /** Scrolls the terminal to its first line, waits until it shows the text, and answers all that it shows there. */
  async terminalFromTop(text) {
    await this.command("Terminal: Scroll to Top");
    return this.waitForTerminal(text);
  }

  async #terminalText() {
    return (await textsOf(this.page.locator(".terminal-wrapper.active .xterm-rows"))).join("\n").replaceAll("\u00a0", " ");
  }

  /** Changes from the light theme to the dark one or back, and waits until it shows. */
  async useTheme(kind) {
    const isShown = async () =>
      (await this.page.locator(kind === "dark" ? ".monaco-workbench.vs-dark" : ".monaco-workbench.vs").count()) > 0;
    if (!(await isShown())) {
      await this.command("Preferences: Toggle between Light/Dark Themes");
    }
    await until(`the ${kind} theme`, isShown);
  }

  /** Changes to a theme by its name, and waits until the window has its class (`hc-black`, `hc-light`). */
  async useThemeNamed(name, className) {
    const input = this.page.locator(".quick-input-widget input.input");
    await this.page.keyboard.press("Control+K");
    await this.page.keyboard.press("Control+T");
    await input.waitFor();
    await input.fill(name);
    await this.page.locator(".quick-input-widget .monaco-list-row.focused .label-name").filter({ hasText: name }).waitFor();
    await input.press("Enter");
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** What a person would want to know of the window when a test has failed, as text; a picture of it is saved under the test's name. */
  async evidence(name) {
    try {
      const path = await this.picture(`failed ${name.replaceAll(/[^\w ]+/g, "-").slice(0, 80)}`);
      const shown = await this.page.evaluate(() => {
        const texts = (root, selector) =>
          [...root.querySelectorAll(selector)].map((element) => element.textContent.replaceAll("\u00a0", " "));
        const focused = document.activeElement;
        return {
          keyboard: `${focused?.tagName} ${focused?.className}`,
          input: document.querySelector(".quick-input-widget:not([style*='display: none']) input.input")?.value,
          groups: [...document.querySelectorAll(".editor-group-container")].map((group) => ({
            active: group.classList.contains("active"),
            tabs: [...group.querySelectorAll(".tab")].map(
              (tab) => `${tab.classList.contains("active") ? "*" : ""}${tab.dataset.resourceName}`,
            ),
            height: group.clientHeight,
            lines: texts(group, ".margin-view-overlays .line-numbers"),
            lenses: texts(group, ".codelens-decoration"),
          })),
          notifications: texts(document, ".notification-list-item-message"),
        };
      });
      return `The window, in ${path}: ${JSON.stringify(shown, null, 1)}`;
    } catch (error) {
      return `The window cannot be looked at: ${error}`;
    }
  }

  /** Saves what the window shows as `test-output/pictures/<name>.png` and answers the path. */
  async picture(name) {
    const path = join(mkdirOf(inRepository("test-output", "pictures")), `${name}.png`);
    // What has just opened fades in.
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path });
    return path;
  }
}

const TEST_SETTINGS = {
  // One folder, one row.
  "explorer.compactFolders": false,
  // Only what the extension offers: words of the text would stand between.
  "editor.wordBasedSuggestions": "off",
  // In a browser VS Code saves by itself.
  "files.autoSave": "off",
  // Rendered into the page, where the test can read it.
  "terminal.integrated.gpuAcceleration": "off",
  "terminal.integrated.screenReaderMode": "off",
  "editor.fontFamily": "DejaVu Sans Mono",
  "editor.fontSize": 15,
};

const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const isHidden = async (input) => !(await input.isVisible());

/** Whether something comes true within three seconds. */
const happens = (isTrue) =>
  until("it", isTrue, { seconds: 3 }).then(
    () => true,
    () => false,
  );

function childOf(rows, parent, name) {
  const below = rows.filter((row) => row.index > parent.index);
  const end = below.findIndex((row) => row.level <= parent.level);
  return below.slice(0, end < 0 ? below.length : end).find((row) => row.level === parent.level + 1 && row.name === name);
}

async function textsOf(locator) {
  return locator.allInnerTexts();
}

function mkdirOf(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}
