import { panned, type Viewport, zoomed } from "../src/graph/viewport.ts";
import { go, select, showLog } from "./choices.ts";
import { picture } from "./parts.ts";
import { currentView, move } from "./seen.ts";
import { shown } from "./shown.ts";

let grip: { readonly x: number; readonly y: number; readonly view: Viewport; moved: boolean } | undefined;

/** Listens to the mouse: a click chooses a node and shows its line, dragging moves the picture, the wheel moves and zooms it. */
export function listenToMouse(): void {
  picture.addEventListener("pointerdown", (event) => {
    const view = currentView();
    if (event.button !== 0 || view === null) return;
    grip = { x: event.clientX, y: event.clientY, view, moved: false };
  });
  picture.addEventListener("pointermove", drag);
  picture.addEventListener("pointerup", release);
  picture.addEventListener("pointercancel", letGo);
  picture.addEventListener("wheel", turn, { passive: false });
}

function drag(event: PointerEvent): void {
  if (grip === undefined) return;
  const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
  if (!grip.moved && Math.hypot(dx, dy) < 4) return;
  if (!grip.moved) picture.setPointerCapture(event.pointerId);
  grip.moved = true;
  picture.classList.add("panning");
  move(panned(grip.view, dx, dy));
}

function release(event: PointerEvent): void {
  const wasMoved = grip?.moved ?? true;
  letGo();
  if (wasMoved || event.button !== 0) return;
  const id = (event.target as Element).closest<SVGGElement>(".node, .state")?.dataset.id;
  if (id === undefined) {
    select(null);
    return;
  }
  shown.focused = id;
  select(id);
  // As in the lens over its FROM, how the build went leads to its log.
  if ((event.target as Element).closest(".log") !== null) showLog(id);
  else go(id, false);
}

function letGo(): void {
  grip = undefined;
  picture.classList.remove("panning");
}

function turn(event: WheelEvent): void {
  event.preventDefault();
  const view = currentView();
  if (view === null) return;
  const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
  if (event.ctrlKey || event.metaKey) {
    const { left, top } = picture.getBoundingClientRect();
    move(zoomed(view, Math.exp((-event.deltaY * step) / 300), { x: event.clientX - left, y: event.clientY - top }));
  } else if (event.shiftKey) move(panned(view, -(event.deltaX + event.deltaY) * step, 0));
  else move(panned(view, -event.deltaX * step, -event.deltaY * step));
}
