/** What a stream of JSON objects with text between them holds: an object, or a line that belongs to none. */
export type StreamPart = { readonly value: unknown } | { readonly line: string };

/** Longer than any object of a build's progress. */
const longestObject = 4_000_000;

/**
 * Takes apart what buildx writes with `--progress=rawjson`: JSON objects one after another, indented over many lines (buildx 0.13) or one on
 * each line (later), and plain lines among them, such as the error at the end. Comes in pieces, cut anywhere.
 */
export class JsonStream {
  private text = "";
  /** How far `text` is known to hold no end of its first object. */
  private at = 0;
  private depth = 0;
  private inString = false;
  private isBehindObject = false;

  /** The parts that are complete with this piece. */
  read(piece: string): StreamPart[] {
    this.text += piece;
    const parts: StreamPart[] = [];
    for (let part = this.next(); part !== undefined; part = this.next()) parts.push(part);
    return parts;
  }

  /** What is left at the end of the stream: lines, also those that began like an object. */
  end(): StreamPart[] {
    const rest = this.take(this.text.length);
    return rest === "" || rest === "\r" ? [] : linesOf(rest);
  }

  private next(): StreamPart | undefined {
    if (this.isBehindObject && !this.skipLineBreak()) return undefined;
    // What follows the brace tells an object from a line; it may come with the next piece.
    if (/^\{\s*$/.test(this.text)) return undefined;
    if (!/^\{\s*["}]/.test(this.text)) return this.nextLine();
    const end = this.endOfObject();
    if (end === undefined) return this.text.length > longestObject ? this.nextLine() : undefined;
    const text = this.take(end);
    this.isBehindObject = true;
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return { line: text };
    }
  }

  /** An object ends with its brace; the line break behind it belongs to nothing. False while it is not known whether there is one. */
  private skipLineBreak(): boolean {
    if (this.text === "" || this.text === "\r") return false;
    this.isBehindObject = false;
    const lineBreak = /^\r?\n/.exec(this.text)?.[0];
    if (lineBreak !== undefined) this.take(lineBreak.length);
    return this.text !== "";
  }

  private nextLine(): StreamPart | undefined {
    const end = this.text.indexOf("\n");
    return end < 0 ? undefined : { line: this.take(end + 1).replace(/\r?\n$/, "") };
  }

  /** Behind the brace that closes the object at the beginning; undefined while it is not there yet. */
  private endOfObject(): number | undefined {
    for (; this.at < this.text.length; this.at++) {
      const c = this.text[this.at];
      if (this.inString) {
        if (c === "\\") {
          // What is escaped may come with the next piece.
          if (this.at + 1 === this.text.length) return undefined;
          this.at++;
        } else if (c === '"') this.inString = false;
      } else if (c === '"') this.inString = true;
      else if (c === "{") this.depth++;
      else if (c === "}" && --this.depth === 0) return this.at + 1;
    }
    return undefined;
  }

  private take(length: number): string {
    const taken = this.text.slice(0, length);
    this.text = this.text.slice(length);
    this.at = 0;
    this.depth = 0;
    this.inString = false;
    return taken;
  }
}

function linesOf(text: string): StreamPart[] {
  return text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => ({ line }));
}
