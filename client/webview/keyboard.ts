import { type Arrow, neighbour } from "../src/graph/neighbours.ts";
import { build, go, select, showLog, stop } from "./choices.ts";
import { focus } from "./draw.ts";
import { picture, search } from "./parts.ts";
import { fit, zoom } from "./seen.ts";
import { shown } from "./shown.ts";

/** Listens to the keys: those of the picture lead from node to node, those of the page do what the buttons do. */
export function listenToKeys(): void {
  picture.addEventListener("keydown", inPicture);
  addEventListener("keydown", anywhere);
}

function inPicture(event: KeyboardEvent): void {
  const { scene, options } = shown;
  if (scene === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const id = (event.target as Element).closest<SVGGElement>(".node")?.dataset.id ?? scene.focusable;
  if (id === null) return;
  const actions: Readonly<Record<string, () => void>> = {
    Enter: () => {
      select(id);
      go(id, true);
    },
    " ": () => select(shown.scene?.selected === id ? null : id),
    Escape: () => select(null),
  };
  const next = event.key.startsWith("Arrow")
    ? neighbour(scene.graph, scene.layout, options?.direction ?? "down", id, event.key as Arrow)
    : undefined;
  const action = next === undefined ? actions[event.key] : () => focus(next);
  if (action === undefined && !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  action?.();
}

function anywhere(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const chosen = (event.target as Element).closest<SVGGElement>(".node")?.dataset.id ?? shown.scene?.selected ?? null;
  // By the key's place too: letters are others on other keyboards.
  if (event.key === "/" || event.code === "Slash") search.select();
  else if (event.code === "KeyB" && chosen !== null) build(chosen);
  else if (event.code === "KeyS" && chosen !== null) stop(chosen);
  else if (event.code === "KeyL" && chosen !== null) showLog(chosen);
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(1 / 1.25);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
}
