import { happens, until } from "../until.mjs";
import { LOAD_SECONDS } from "./EditorWindow.mjs";
import { textsOf } from "./textsOf.mjs";

/** Commands by their titles, and other things that are picked from the list at the top of the window. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const QuickInput = (Base) =>
  class extends Base {
    /** Runs a command by its title in the command palette. */
    async command(title) {
      await this.pickFromList("F1", title, title);
    }

    /** Runs a command that asks something itself, by its title in the command palette, and waits until it asks. */
    async commandThatAsks(title) {
      await this.pickFromList(
        "F1",
        title,
        title,
        async (input) => (await input.getAttribute("placeholder")) !== "Type the name of a command to run.",
      );
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

    /** A page in the window may take the keyboard at any moment until it has settled: what was written or pressed then is so again. */
    async pickFromList(key, text, expected, isTaken = isHidden) {
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
  };

const isHidden = async (input) => !(await input.isVisible());
