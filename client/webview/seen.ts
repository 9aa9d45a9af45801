// Which part of the picture is seen.
import type { GraphScene } from "../src/graph/graphPicture.ts";
import { fitted, following, opened, showing, type Viewport, zoomed } from "../src/graph/viewport.ts";
import { editor } from "./editor.ts";
import { drawing, picture } from "./parts.ts";
import { shown } from "./shown.ts";

let view: Viewport | null = editor.getState()?.view ?? null;
/** Whether the whole picture is shown because nobody has moved it. */
let isFitted = view === null;

/** Null as long as nothing was shown. */
export function currentView(): Viewport | null {
  return view;
}

/** Puts the picture in its place, and has that remembered. */
export function place(): void {
  if (view === null) return;
  drawing.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  if (shown.options !== undefined) editor.setState({ options: shown.options, view: isFitted ? null : view });
}

function size(): { width: number; height: number } {
  return { width: picture.clientWidth, height: picture.clientHeight };
}

/** Shows the whole picture. */
export function fit(): void {
  if (shown.scene !== undefined) {
    view = fitted(shown.scene.layout, size());
    isFitted = true;
  }
  place();
}

/** Shows the whole picture again where it was shown before: the page has another size. */
export function keepFitted(): void {
  if (isFitted && shown.scene !== undefined) fit();
}

/** Chooses what is seen first of a picture that was not there before. */
export function open({ graph: { nodes }, layout, selected, cursor }: GraphScene): void {
  const id = selected ?? cursor ?? nodes.find((node) => node.default)?.id ?? nodes[0]?.id;
  ({ view, isWhole: isFitted } = opened(layout, size(), id === undefined ? undefined : layout.nodes[id]));
}

/** Keeps what matters where it is on the screen while the rest moves around it. */
export function follow(before: GraphScene, { layout, selected, cursor }: GraphScene): void {
  if (view !== null) view = following(view, before.layout.nodes, layout.nodes, [selected, cursor, shown.focused], size());
}

/** Brings a node into sight; what is seen already moves nothing. */
export function bringIntoSight(id: string): void {
  const box = shown.scene?.layout.nodes[id];
  if (box !== undefined && view !== null) view = showing(view, box, size());
}

/** The user moves the picture. */
export function move(next: Viewport): void {
  view = next;
  isFitted = false;
  place();
}

/** Zooms around the middle. */
export function zoom(factor: number): void {
  const { width, height } = size();
  if (view !== null) move(zoomed(view, factor, { x: width / 2, y: height / 2 }));
}
