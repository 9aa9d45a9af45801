/** A stylesheet whose variables are replaced by their values, so that it also holds outside the page. What has neither value nor fallback is `inherit`. */
export function withValues(stylesheet: string, value: (variable: string) => string): string {
  // The innermost first: a fallback may name variables too.
  const innermost = /var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/;
  let text = stylesheet;
  for (let match = innermost.exec(text); match !== null; match = innermost.exec(text)) {
    const [whole, variable = "", fallback = ""] = match;
    const found = value(variable).trim() || fallback.trim() || "inherit";
    text = text.slice(0, match.index) + found + text.slice(match.index + whole.length);
  }
  return text;
}
