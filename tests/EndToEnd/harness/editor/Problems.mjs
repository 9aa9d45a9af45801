import { until } from "../until.mjs";
import { textsOf } from "./textsOf.mjs";

/** What the window complains of: underlined text, the Problems view, notifications. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const Problems = (Base) =>
  class extends Base {
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
  };
