import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";

/**
 * Draws graphs with Graphviz's own `dot`, all in one go; throws for what it does not understand and for what it warns of. Osage is the layout
 * that is quick with a thousand boxes; how the text is read is the same for all.
 */
function draw(texts) {
  const folder = mkdtempSync(join(tmpdir(), "dockstage-dot-"));
  try {
    const files = texts.map((text, i) => {
      const file = join(folder, `${i}.dot`);
      writeFileSync(file, text);
      return file;
    });
    // What it says on stderr comes to the same stream, so that a warning is not overlooked.
    const said = execFileSync("sh", ["-c", 'exec dot -Kosage -Tsvg -O "$@" 2>&1', "dot", ...files], { encoding: "utf8" });
    if (said !== "") {
      throw new Error(said);
    }
    return files.map((file) => readFileSync(`${file}.svg`, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Draws graphs and reads the pictures.
 * @param {string[]} texts in the language of Graphviz
 * @returns {{ nodes: Map<string, string>, edges: string[], boxes: string[] }[]} labels by node, lines parted by `\n`; edges as `from->to`
 */
export function drawn(texts) {
  return draw(texts).map((svg) => {
    const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
    const all = (kind) => [...document.querySelectorAll(`g.${kind}`)];
    const title = (element) => element.querySelector("title").textContent;
    const label = (element) => [...element.querySelectorAll("text")].map((line) => line.textContent.replaceAll("\u00a0", " ")).join("\n");
    return {
      nodes: new Map(all("node").map((node) => [title(node), label(node)])),
      edges: all("edge").map(title),
      boxes: all("cluster").map(label),
    };
  });
}
