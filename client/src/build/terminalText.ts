/** Turns a program's output, which comes in pieces, into what a terminal shows: every line feed becomes CR LF. */
export class TerminalText {
  private afterCarriageReturn = false;

  render(piece: string): string {
    const rendered = piece.replace(/\r?\n/g, (lineBreak, offset: number) =>
      lineBreak === "\n" && offset === 0 && this.afterCarriageReturn ? "\n" : "\r\n",
    );
    if (piece !== "") this.afterCarriageReturn = piece.endsWith("\r");
    return rendered;
  }
}

/** A text of the workspace's on one line, with a sign for each control character: to a terminal these would be orders. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\0-\x1f\x7f-\x9f]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "␡" : "\ufffd";
  });
}

/** A line as it is. */
export function plainLine(line: string): string {
  return `${line}\x1b[0m\r\n`;
}

/** A line in bold. */
export function bold(line: string): string {
  return `\x1b[1m${line}\x1b[0m\r\n`;
}

/** A line that stands back. */
export function faint(line: string): string {
  return `\x1b[2m${line}\x1b[0m\r\n`;
}

/** A line that reports a failure. */
export function failure(line: string): string {
  return `\x1b[31m${line}\x1b[0m\r\n`;
}
