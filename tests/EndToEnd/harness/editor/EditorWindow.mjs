import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { chromium as browserType } from "playwright-core";
import { editorFolders, freePort, installExtension, startCodeServer } from "../../../../scripts/editor/codeServerProcess.mjs";
import { seedSettings } from "../../../../scripts/editor/settings.mjs";
import { chromium } from "../../../../scripts/setup/chromium.mjs";
import { inRepository } from "../../../../scripts/setup/repository.mjs";
import { writeWorkspace } from "../markedText.mjs";
import { until } from "../until.mjs";

const WINDOW = { width: 1280, height: 800 };
/** How long the window may take until it shows something. */
export const LOAD_SECONDS = 90;

/** The window of a real VS Code in a real browser, from its start to its end, and what it shows as a picture. */
export class EditorWindow {
  #browser;
  #server;
  #folder;
  #workspace;

  /** The editors that are open now. @type {Set<EditorWindow>} */
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
    const editor = new this();
    EditorWindow.opened.add(editor);
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
    EditorWindow.opened.delete(this);
    await this.#browser?.close();
    await this.#server?.stop();
    this.#workspace?.remove();
    if (this.#folder) {
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  async press(key) {
    await this.page.keyboard.press(key);
  }

  /** Presses a key until something is shown: before the server runs an editor has nothing to show, and does not ask again by itself. */
  async pressUntil(key, what, isShown) {
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

function mkdirOf(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}
