import { JSDOM } from "jsdom";

/** What Mermaid puts into a text in the place of `#34;` and `#quot;` until it draws it. */
const CODES = [
  [/ﬂ°°/g, "&#"],
  [/ﬂ°/g, "&"],
  [/¶ß/g, ";"],
];

const { window } = new JSDOM("");
// Mermaid takes the cleaner of its labels from the page in which it finds itself.
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ maxEdges: 100_000, maxTextSize: 10_000_000 });

/**
 * Reads a flowchart with Mermaid's own parser, which throws for what it does not understand.
 * @param {string} text
 * @returns {Promise<{
 *   nodes: { id: string, label: string, classes: string[] }[],
 *   edges: { from: string, to: string, label: string }[],
 *   boxes: { title: string, nodes: string[] }[],
 * }>} labels as people see them, lines parted by `\n`
 */
export async function readFlowchart(text) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return {
    nodes: [...db.getVertices().values()].map(({ id, text, classes }) => ({ id, label: seen(text ?? id), classes })),
    edges: db.getEdges().map(({ start, end, text }) => ({ from: start, to: end, label: seen(text) })),
    boxes: db.getSubGraphs().map(({ title, nodes }) => ({ title: seen(title), nodes })),
  };
}

/** A label as Mermaid draws it: it is HTML once the codes are put back. */
function seen(text) {
  const html = CODES.reduce((result, [code, written]) => result.replace(code, written), text);
  const element = window.document.createElement("div");
  element.innerHTML = html;
  for (const lineEnd of element.querySelectorAll("br")) {
    lineEnd.replaceWith("\n");
  }
  return element.textContent;
}
