import { until } from "../until.mjs";
import { textsOf } from "./textsOf.mjs";

/** The list of completions. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const Suggestions = (Base) =>
  class extends Base {
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
  };
