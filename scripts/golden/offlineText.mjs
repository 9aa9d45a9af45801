const SYNTAX = /^(\ufeff?)#[ \t]*syntax[ \t]*=.*$/gim;

/**
 * The text of an input with its `# syntax=` line replaced, which would pull a front end: by a parser directive that says what holds
 * anyway, so that all lines keep their numbers and directives below it remain directives.
 * @param {string} text
 */
export function offlineText(text) {
  // Two of them are an error that the built-in front end tells.
  if ([...text.matchAll(SYNTAX)].length !== 1) {
    return text;
  }
  const harmless = /^#[ \t]*escape[ \t]*=/im.test(text) ? "# check=skip=" : "# escape=\\";
  return text.replace(SYNTAX, (_, mark) => mark + harmless);
}
