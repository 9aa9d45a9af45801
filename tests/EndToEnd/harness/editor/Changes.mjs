import { until } from "../until.mjs";
import { textsOf } from "./textsOf.mjs";

/** What the editor changes by itself: rename with its preview, quick fixes. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const Changes = (Base) =>
  class extends Base {
    /**
     * Renames what stands at the cursor, by way of the preview, and waits until the preview shows exactly these rows, in any order: files
     * and, below them, their changed lines.
     */
    async renameWithPreview(newName, expected) {
      const input = this.page.locator("input.rename-input");
      await this.pressUntil("F2", "the rename box", () => input.isVisible());
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
  };
