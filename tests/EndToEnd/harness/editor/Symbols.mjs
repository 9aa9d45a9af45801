import { until } from "../until.mjs";
import { textsOf } from "./textsOf.mjs";

/** What the editor tells of a name: hover, highlights, references, the outline, the symbols of the workspace. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const Symbols = (Base) =>
  class extends Base {
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

    /** How many places the editor highlights for the word at the cursor: those that a language server calls written and read, and mere equal text. */
    async highlights() {
      const count = (name) => this.page.locator(`.editor-group-container.active .view-overlays .${name}`).count();
      return { written: await count("wordHighlightStrong"), read: await count("wordHighlight"), text: await count("wordHighlightText") };
    }

    /** Shows the references of what stands at the cursor in the editor, and waits until the list holds a text; answers its rows. */
    async peekReferences(expected) {
      const rows = this.page.locator(".reference-zone-widget .ref-tree .monaco-list-row");
      await this.pressUntil("Shift+F12", "the references", async () => (await rows.count()) > 0);
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
      const files = this.page.locator(".split-view-view .pane-header").filter({ hasText: this.folder.split("/").at(-1) });
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
      const files = this.page.locator(".split-view-view .pane-header").filter({ hasText: this.folder.split("/").at(-1) });
      if ((await files.getAttribute("aria-expanded")) === "false") {
        await files.click();
      }
      await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    }
  };
