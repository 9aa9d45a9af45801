/** How wide letters are in the view's font: measured where the font is known, used where the picture is laid out. */
export interface FontMetrics {
  /** The widths of the printable letters of ASCII, from the space on, in pixels. */
  readonly ascii: readonly number[];
  /** The width of any other letter: that of the widest, so that nothing is cut off. */
  readonly other: number;
}

/** Letters of a label that are drawn; a longer one loses its middle. */
const LONGEST = 44;

/** What is drawn of a label: both ends count, of an image its name and its tag. */
export function shortLabel(label: string): string {
  const letters = [...label];
  if (letters.length <= LONGEST) return label;
  return `${letters.slice(0, LONGEST - 18).join("")}…${letters.slice(-17).join("")}`;
}

/** The width of a text in pixels. Kerning, which only narrows, is left out. */
export function labelWidth(text: string, metrics: FontMetrics): number {
  let width = 0;
  for (const letter of text) width += metrics.ascii[(letter.codePointAt(0) ?? 0) - 0x20] ?? metrics.other;
  return width;
}

/** As much of a text as has room, with `…` behind it where that is not all. */
export function fittingText(text: string, room: number, metrics: FontMetrics): string {
  if (labelWidth(text, metrics) <= room) return text;
  let kept = "";
  let width = metrics.other;
  for (const letter of text) {
    width += labelWidth(letter, metrics);
    if (width > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
