import { escapeXml } from "./element.ts";
import type { GraphWords } from "./graphWords.ts";

/** What the page is made of, besides its words. */
export interface PageParts {
  /** The language of the words, as HTML names it. */
  readonly language: string;
  readonly words: GraphWords;
  /** The URIs under which the page gets its script and stylesheets. */
  readonly script: string;
  readonly stylesheets: readonly string[];
  /** Where the editor serves files from, as a content security policy names it. */
  readonly source: string;
  /** A new random word for each page: only the script that carries it runs. */
  readonly nonce: string;
}

/**
 * The page of the stage graph. It gets nothing from the network, runs one script, and shows no markup that a workspace wrote: everything
 * comes as data in messages.
 */
export function graphPage({ language, words, script, stylesheets, source, nonce }: PageParts): string {
  const text = (key: keyof GraphWords) => escapeXml(words[key]);
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; img-src data:`;
  const button = (id: keyof GraphWords & string, lines: string) =>
    `<button id="${id}" class="sign" type="button" title="${text(id)}" aria-label="${text(id)}"><svg width="16" height="16" aria-hidden="true"><path d="${lines}"/></svg></button>`;
  return `<!DOCTYPE html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text("title")}</title>
${stylesheets.map((uri) => `<link rel="stylesheet" href="${escapeXml(uri)}">`).join("\n")}
</head>
<body data-words="${escapeXml(JSON.stringify(words))}">
<div class="toolbar" role="toolbar" aria-label="${text("title")}">
<input id="search" type="search" placeholder="${text("search")}" aria-label="${text("search")}" spellcheck="false">
<span id="found" role="status"></span>
<select id="target" title="${text("target")}" aria-label="${text("target")}"></select>
<select id="scope" title="${text("scope")}" aria-label="${text("scope")}">
<option value="file">${text("thisFile")}</option>
<option value="all">${text("allFiles")}</option>
</select>
<label><input id="consumers" type="checkbox">${text("consumers")}</label>
<label><input id="follow" type="checkbox">${text("follow")}</label>
<span class="tools">
${button("direction", "M2 5H12M9 2L12 5L9 8M5 4V14M2 11L5 14L8 11")}
${button("zoomOut", "M3 8H13")}
${button("zoomIn", "M3 8H13M8 3V13")}
${button("fit", "M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10")}
<select id="export" aria-label="${text("exportAs")}">
<option value="">${text("exportAs")}</option>
<option value="svg">SVG</option>
<option value="png">PNG</option>
<option value="dot">DOT (Graphviz)</option>
<option value="mermaid">Mermaid</option>
</select>
</span>
</div>
<main>
<svg id="picture" class="graph" role="group" aria-label="${text("title")}"><g id="drawing"></g></svg>
<p id="message" class="message" role="status"></p>
</main>
<details class="legend" open><summary>${text("legend")}</summary><ul id="kinds"></ul></details>
<div class="details">
<div class="sentences">
<p id="chosen" aria-live="polite"></p>
<p id="state" hidden></p>
<p id="note" class="hint"></p>
</div>
<span id="news" class="unseen" role="status"></span>
<span class="actions">
<button id="log" type="button" hidden>${text("showLog")}</button>
<button id="go" type="button" hidden>${text("goToLine")}</button>
<button id="build" class="first" type="button" hidden>${text("build")}</button>
</span>
</div>
<script nonce="${nonce}" src="${escapeXml(script)}"></script>
</body>
</html>
`;
}
