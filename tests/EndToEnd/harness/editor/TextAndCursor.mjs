import { until } from "../until.mjs";

/** The text of the active editor, and the cursor in it. @param {new () => import("./EditorWindow.mjs").EditorWindow} Base */
export const TextAndCursor = (Base) =>
  class extends Base {
    /** The lines that the active editor shows, from the top; a long file is shown in part. */
    async lines() {
      return this.page
        .locator(".editor-group-container.active .monaco-editor .view-lines")
        .first()
        .evaluate((lines) =>
          [...lines.children]
            .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
            .map((line) => line.textContent.replaceAll("\u00a0", " ")),
        );
    }

    /** The shown lines with their numbers, which do not begin at 1 when the editor is scrolled and leave out what is folded. */
    async numberedLines() {
      return this.page
        .locator(".editor-group-container.active .monaco-editor")
        .first()
        .evaluate((editor) => {
          const rows = (selector) =>
            [...editor.querySelectorAll(selector)].map((row) => ({ top: row.style.top, text: row.textContent.replaceAll("\u00a0", " ") }));
          const numbers = new Map(rows(".margin-view-overlays > div").map((row) => [row.top, Number.parseInt(row.text, 10)]));
          return rows(".view-lines > .view-line")
            .map((row) => ({ number: numbers.get(row.top), text: row.text }))
            .filter((row) => row.number > 0)
            .sort((a, b) => a.number - b.number);
        });
    }

    /** Waits until the active editor shows this line; blanks around it do not count. */
    async waitForLine(text, seconds = 10) {
      const shown = () => this.lines();
      await until(`the line "${text}"`, async () => (await shown()).some((line) => line.trim() === text), { seconds, state: shown });
    }

    /** The colour in which the active editor shows a text, the first time that it stands there alone in one colour. */
    async colorOf(text) {
      return this.page
        .locator(".editor-group-container.active .monaco-editor .view-lines")
        .first()
        .evaluate((lines, text) => {
          const pieces = [...lines.querySelectorAll(".view-line > span > span")];
          const piece = pieces.find((span) => span.textContent.replaceAll("\u00a0", " ").trim() === text);
          return piece ? getComputedStyle(piece).color : null;
        }, text);
    }

    /** Where the cursor is, from 1, as the status bar shows it. */
    async position() {
      const label = await this.page.locator("#status\\.editor\\.selection").textContent();
      const [line, column] = label.match(/\d+/g).map(Number);
      return { line, column };
    }

    /** Waits until the cursor is at a line and column. */
    async waitForPosition(line, column) {
      const at = () => this.position();
      await until(
        `the cursor at ${line}:${column}`,
        async () => {
          const now = await at();
          return now.line === line && now.column === column;
        },
        { state: at },
      );
    }

    /** Puts the cursor at a line and column (from 1, in UTF-16 units) of the active editor. */
    async goTo(line, column) {
      await this.pickFromList("Control+G", `${line}:${column}`, `line ${line}`);
      await this.waitForPosition(line, column);
    }

    /** Puts the cursor behind the first occurrence of a text in the shown lines; `within` moves it so many units into the text instead. */
    async goToText(text, within = text.length) {
      const shown = () => this.numberedLines();
      const line = await until(`"${text}" in the editor`, async () => (await shown()).find((line) => line.text.includes(text)), {
        seconds: 10,
        state: shown,
      });
      await this.goTo(line.number, line.text.indexOf(text) + within + 1);
    }

    /** Types at the cursor, key by key, as a person does. */
    async type(text) {
      await this.page.keyboard.type(text, { delay: 20 });
    }
  };
