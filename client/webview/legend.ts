import { element } from "../src/graph/element.ts";
import type { GraphWords } from "../src/graph/graphWords.ts";
import type { GraphEdgeKind, GraphNodeKind, StageGraph } from "../src/graph/stageGraph.ts";
import { patchChildren } from "./patch.ts";

const EDGES: readonly GraphEdgeKind[] = ["from", "copy", "mount", "onbuild", "builds"];
const NODES: readonly GraphNodeKind[] = ["stage", "image", "context", "consumer", "scratch"];

/** Says what the lines and shapes mean that the graph has. */
export function showLegend(list: Element, graph: StageGraph, words: GraphWords): void {
  const edges = new Set(graph.edges.map((edge) => edge.kind));
  const nodes = new Set(graph.nodes.map((node) => node.kind));
  list.replaceChildren(
    ...EDGES.filter((kind) => edges.has(kind)).map((kind) =>
      row(
        words[kind],
        `edge ${kind}`,
        element("path", { class: "line", d: "M1 7H25" }),
        element("path", { class: "head", d: "M25 3L33 7L25 11Z" }),
      ),
    ),
    ...NODES.filter((kind) => nodes.has(kind)).map((kind) => row(words[kind], `node ${kind}`, sample(kind))),
  );
}

function sample(kind: GraphNodeKind) {
  if (kind === "context") return element("path", { class: "shape", d: "M8 1H33L26 13H1Z" });
  return element("rect", { class: "shape", x: 1, y: 1, width: 32, height: 12, rx: { stage: 3, image: 0, consumer: 6, scratch: 6 }[kind] });
}

function row(text: string, name: string, ...shapes: ReturnType<typeof element>[]): HTMLLIElement {
  const item = document.createElement("li");
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [attribute, value] of Object.entries({ width: 34, height: 14, class: "graph", "aria-hidden": "true" })) {
    picture.setAttribute(attribute, String(value));
  }
  patchChildren(picture, [element("g", { class: name }, ...shapes)]);
  item.append(picture, text);
  return item;
}
