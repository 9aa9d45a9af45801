import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { until } from "./until.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The stage graph's page inside an editor's window, as a person sees it. */
export class GraphPage {
  #editor;
  #page;
  #frame;

  /** @param {import("./Editor.mjs").Editor} editor with a graph that is open or opens */
  constructor(editor) {
    this.#editor = editor;
    this.#page = editor.page;
    this.#frame = editor.page.frameLocator("iframe.webview").frameLocator("#active-frame");
  }

  /** Opens a file with the graph beside it, by the key, and chooses a node by its label. */
  async openBeside(path, label) {
    await this.#editor.openFile(path);
    await this.#editor.press("Control+K");
    await this.#editor.press("g");
    await this.node(label).waitFor();
    await this.node(label).locator(".label").click();
    await this.node(label).and(this.#frame.locator(".selected")).waitFor();
  }

  /** The element of a node, by its label. */
  node(label) {
    return this.#frame.locator(".node").filter({ has: this.#frame.locator(".label", { hasText: new RegExp(`^${label}$`) }) });
  }

  /** What stands in a node's box below its name, how its build goes: the element. */
  async state(label) {
    const id = await this.node(label).getAttribute("data-id");
    return this.#frame.locator(`.state[data-id=${JSON.stringify(id)}]`);
  }

  /** Waits until the nodes tell these states, by their labels: a text, or what it has to match. The time that counts is no part of it. */
  async waitForStates(expected) {
    const stateOf = async (label) => {
      if ((await this.node(label).count()) === 0) return "not in the picture";
      return (await (await this.state(label)).locator(".words").allTextContents()).join();
    };
    const shown = async () => {
      const entries = await Promise.all(Object.keys(expected).map(async (label) => [label, await stateOf(label)]));
      return Object.fromEntries(entries);
    };
    await until(
      `the states ${JSON.stringify(expected)}`,
      async () => Object.entries(await shown()).every(([label, text]) => expected[label].test?.(text) ?? expected[label] === text),
      { state: shown },
    );
  }

  /** Where everything is in the picture, whatever part of it is seen. */
  async places() {
    return this.#frame
      .locator("#drawing .node")
      .evaluateAll((nodes) =>
        nodes.map((node) => [node.dataset.id, node.getAttribute("transform"), node.querySelector(".shape").outerHTML].join(" ")),
      );
  }

  locator(selector) {
    return this.#frame.locator(selector);
  }

  /** The labels of the nodes that have all these classes, sorted. */
  async labels(...classes) {
    const texts = await this.#frame
      .locator(["", "node", ...classes].join("."))
      .locator(".label")
      .allTextContents();
    return texts.sort();
  }

  /** Waits until exactly these nodes have a class (`lit`: not dimmed). */
  async waitForNodes(className, expected, seconds = 20) {
    const shown = async () => {
      const all = className === "" ? await this.labels() : await this.labels(className === "lit" ? "dim" : className);
      if (className !== "lit") return all;
      return (await this.labels()).filter((label) => !all.includes(label));
    };
    await until(`${className || "all"} nodes ${expected}`, async () => (await shown()).join() === [...expected].sort().join(), {
      seconds,
      state: shown,
    });
  }

  /** The line below the picture. */
  async details() {
    return this.#frame.locator("#chosen").textContent();
  }

  /** Where a node is in the window. */
  async place(label) {
    return this.node(label).locator(".shape").boundingBox();
  }

  /** What axe finds wrong that it calls serious or critical, as texts. */
  async seriousFindings() {
    const element = await this.#frame.locator("body").elementHandle();
    const frame = await element.ownerFrame();
    await frame.evaluate(axe);
    const { violations, passes } = await frame.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    // A page on which nothing was looked at has no violations either.
    if (passes.length < 5) throw new Error(`axe looked at nothing: ${JSON.stringify(passes)}`);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
  }

  /** Takes a picture in each kind of theme, with the theme behind its name, and has axe look at each; ends in the light one. */
  async lookAtInEveryTheme(name) {
    for (const [theme, className, kind] of [
      ["Dark Modern", "vs-dark", "dark"],
      ["Dark High Contrast", "hc-black", "high-contrast"],
      ["Light High Contrast", "hc-light", "high-contrast-light"],
      ["Light Modern", "vs", "light"],
    ]) {
      await this.#editor.useThemeNamed(theme, className);
      await this.#frame.locator("#drawing .node").first().waitFor();
      const findings = await this.seriousFindings();
      if (findings.length > 0) throw new Error(`axe, ${kind}: ${findings.join("\n")}`);
      await this.#editor.picture(`${name}-${kind}`);
    }
  }

  /**
   * Notes the time at which a node with this label is drawn first, by the clock of the page, which is that of the editor's window.
   * Answers a function that waits for it and answers milliseconds since `start`, the time of an event in the window.
   */
  async timeOf(label) {
    const element = await this.#frame.locator("#drawing").elementHandle();
    const frame = await element.ownerFrame();
    await frame.evaluate((label) => {
      const isThere = () => [...document.querySelectorAll(".node .label")].some((text) => text.textContent === label);
      globalThis.drawnAt = undefined;
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        globalThis.drawnAt = Date.now();
        observer.disconnect();
      });
      observer.observe(document.getElementById("drawing"), { subtree: true, childList: true, characterData: true });
    }, label);
    return async (start) => {
      const at = await until(`${label} in the picture`, () => frame.evaluate(() => globalThis.drawnAt), { seconds: 20 });
      return at - start;
    };
  }

  async press(key) {
    await this.#page.keyboard.press(key);
  }
}
