/** What ends a line in LSP: CRLF, LF or CR. */
export const LINE_END = /\r\n|\n|\r/g;

/** A text after edits of LSP, none of which overlaps another. */
export function applied(text, edits) {
  return edits
    .map(({ range, newText }) => ({ start: offsetAt(text, range.start), end: offsetAt(text, range.end), newText }))
    .sort((one, other) => other.start - one.start)
    .reduce((before, { start, end, newText }) => before.slice(0, start) + newText + before.slice(end), text);
}

/** The offset of a position of LSP, in UTF-16 units. */
export function offsetAt(text, { line, character }) {
  const ends = [...text.matchAll(LINE_END)];
  return (line > 0 ? ends[line - 1].index + ends[line - 1][0].length : 0) + character;
}
