import { until } from "../until.mjs";

/** Colour themes. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const Themes = (Base) =>
  class extends Base {
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
  };
