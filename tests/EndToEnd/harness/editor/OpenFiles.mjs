import { happens, until } from "../until.mjs";

/** The files that the window shows, and how they are opened, saved and closed. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const OpenFiles = (Base) =>
  class extends Base {
    /** Opens a file of the workspace by its path, from the explorer, and waits until its text is shown from the top and has the keyboard. */
    async openFile(path) {
      const shown = () => this.explorerRows();
      let parent = { index: -1, level: 0 };
      for (const name of path.split("/")) {
        const row = await until(`${name} of ${path} in the explorer`, async () => childOf(await shown(), parent, name), { state: shown });
        const element = this.page.locator(`.explorer-folders-view .monaco-list-row[data-index="${row.index}"]`);
        if (row.expanded === null) {
          await element.dblclick();
        } else if (!row.expanded) {
          await element.click();
        }
        parent = row;
      }
      const active = this.page.locator(".editor-group-container.active .tab.active .tab-label");
      // Behind the path the label tells of problems and changes.
      await until(`${path} in the active editor`, async () => (await active.getAttribute("aria-label"))?.startsWith(this.path(path)));
      await this.page.locator(".editor-group-container.active .view-line").first().waitFor();
      await this.focusText();
      // A file that was open before is shown where it was left.
      await this.press("Control+Home");
    }

    /** Waits until the active editor's text has the keyboard, and gives it to the first group when it has not: VS Code asks for no lenses without. */
    async focusText() {
      const text = this.page.locator(".editor-group-container.active .monaco-editor.focused").first();
      await until("the keyboard in the text", async () => {
        if (await happens(() => text.isVisible())) return true;
        await this.press("Control+1");
        return false;
      });
    }

    /** What the explorer lists, from the top; `expanded` is null for a file. */
    async explorerRows() {
      const rows = await this.page.locator(".explorer-folders-view .monaco-list-row").evaluateAll((elements) =>
        elements.map((row) => ({
          index: Number(row.dataset.index),
          level: Number(row.getAttribute("aria-level")),
          name: row.querySelector(".label-name")?.textContent,
          expanded: row.hasAttribute("aria-expanded") ? row.getAttribute("aria-expanded") === "true" : null,
        })),
      );
      return rows.sort((a, b) => a.index - b.index);
    }

    /** Waits until the file with this name is the one in the active editor. */
    async waitForActiveFile(name, seconds = 20) {
      const shown = () => this.activeFile();
      await until(`${name} in the active editor`, async () => (await shown()) === name, { seconds, state: shown });
    }

    /** The name of the file in the active editor, null when none is open. */
    async activeFile() {
      const names = await this.page
        .locator(".editor-group-container.active .tab.active")
        .evaluateAll((tabs) => tabs.map((tab) => tab.dataset.resourceName));
      return names[0] ?? null;
    }

    /** Saves the active file and waits until its tab says so. */
    async save() {
      await this.page.keyboard.press("Control+S");
      await this.page.locator(".editor-group-container.active .tab.active:not(.dirty)").waitFor();
    }

    /** Closes every file and takes back what was not saved. */
    async revertAll() {
      await this.page.keyboard.press("Escape");
      while ((await this.activeFile()) !== null) {
        await this.command("View: Revert and Close Editor");
      }
    }
  };

function childOf(rows, parent, name) {
  const below = rows.filter((row) => row.index > parent.index);
  const end = below.findIndex((row) => row.level <= parent.level);
  return below.slice(0, end < 0 ? below.length : end).find((row) => row.level === parent.level + 1 && row.name === name);
}
