/** Words on one line, separated by blanks; quotation marks hold blanks together, and a backslash takes the meaning from what follows it within them. */
export function readWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const c = line[at] as string;
    if (quote !== "") {
      if (c === "\\" && /["'\\]/.test(line[at + 1] ?? "")) word = (word ?? "") + line[++at];
      else if (c === quote) quote = "";
      else word = (word ?? "") + c;
    } else if (c === '"' || c === "'") {
      quote = c;
      word ??= "";
    } else if (/\s/.test(c)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + c;
  }
  return word === undefined ? words : [...words, word];
}

/** The line that `readWords` reads as these words. */
export function writeWords(words: readonly string[]): string {
  return words.map((word) => (word !== "" && !/[\s"']/.test(word) ? word : `"${word.replace(/["\\]/g, "\\$&")}"`)).join(" ");
}
