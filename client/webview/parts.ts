import type { GraphWords } from "../src/graph/graphWords.ts";
import { measureFont } from "./fontMetrics.ts";

/** An element of the page, by its id. */
export const part = <Kind extends Element>(id: string) => document.getElementById(id) as unknown as Kind;

export const picture = part<SVGSVGElement>("picture");
export const drawing = part<SVGGElement>("drawing");
export const search = part<HTMLInputElement>("search");

export const words = JSON.parse(document.body.dataset.words ?? "{}") as GraphWords;
export const metrics = measureFont();

/** Writes a text where it is another: what a screen reader reads from is not touched without need. */
export function write(id: string, text: string): void {
  const element = part<HTMLElement>(id);
  if (element.textContent !== text) element.textContent = text;
}
