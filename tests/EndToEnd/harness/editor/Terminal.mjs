import { until } from "../until.mjs";
import { textsOf } from "./textsOf.mjs";

/** The terminal panel. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const Terminal = (Base) =>
  class extends Base {
    /** Waits until the terminal panel shows the text; answers all that it shows. */
    async waitForTerminal(text, seconds = 60) {
      const shown = () => this.terminalText();
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

    /** What the terminal panel shows now. */
    async terminalText() {
      return (await textsOf(this.page.locator(".terminal-wrapper.active .xterm-rows"))).join("\n").replaceAll("\u00a0", " ");
    }
  };
