import { until } from "../until.mjs";
import { textsOf } from "./textsOf.mjs";

/** Code lenses. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const Lenses = (Base) =>
  class extends Base {
    /** Waits for a code lens with this text in the active editor. */
    async lens(text, seconds = 30) {
      const lenses = this.page.locator(".editor-group-container.active .codelens-decoration a");
      await this.focusText();
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

    /** The texts of the code lenses shown in the active editor that can be clicked. */
    async lenses() {
      return textsOf(this.page.locator(".editor-group-container.active .codelens-decoration a"));
    }

    async clickLens(text) {
      await (await this.lens(text)).click();
    }
  };
