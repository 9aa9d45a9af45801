import type { Box } from "./graphLayout.ts";

/** Which part of the picture is seen: a point of the picture is shown at `point * scale + (x, y)`. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 0.1;
const LARGEST = 4;
const ROOM = 16;
/** The scale at which labels are still read with ease. */
const READABLE = 0.6;

/** The whole picture in the middle of the window, never larger than it was drawn. */
export function fitted(picture: Size, window: Size): Viewport {
  const room = { width: window.width - 2 * ROOM, height: window.height - 2 * ROOM };
  const scale = limited(Math.min(room.width / Math.max(picture.width, 1), room.height / Math.max(picture.height, 1), 1));
  return { x: (window.width - picture.width * scale) / 2, y: (window.height - picture.height * scale) / 2, scale };
}

/**
 * The view with which a picture is opened: all of it, unless nobody could read it then. In that case as much as can be read, around one
 * of its boxes; `isWhole` says which.
 */
export function opened(picture: Size, window: Size, around: Box | undefined): { readonly view: Viewport; readonly isWhole: boolean } {
  const whole = fitted(picture, window);
  if (whole.scale >= READABLE || around === undefined) return { view: whole, isWhole: true };
  const centred = (start: number, length: number, all: number, room: number) => {
    const wanted = room / 2 - (start + length / 2) * READABLE;
    // No empty room on one side while something is hidden on the other.
    return all * READABLE <= room - 2 * ROOM ? (room - all * READABLE) / 2 : Math.min(ROOM, Math.max(wanted, room - ROOM - all * READABLE));
  };
  const x = centred(around.x, around.width, picture.width, window.width);
  const y = centred(around.y, around.height, picture.height, window.height);
  return { view: { x, y, scale: READABLE }, isWhole: false };
}

/** Closer by a factor, around a point of the window that stays where it is. */
export function zoomed(view: Viewport, factor: number, at: { readonly x: number; readonly y: number }): Viewport {
  const scale = limited(view.scale * factor);
  const grown = scale / view.scale;
  return { x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown, scale };
}

export function panned(view: Viewport, dx: number, dy: number): Viewport {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Moved just so far that a box of the picture is seen; not at all when it is. */
export function showing(view: Viewport, box: Box, window: Size): Viewport {
  const shift = (start: number, length: number, room: number) => {
    if (start < ROOM) return ROOM - start;
    const over = start + length - (room - ROOM);
    return over > 0 ? -Math.min(over, start - ROOM) : 0;
  };
  const { x, y, scale } = view;
  return panned(
    view,
    shift(box.x * scale + x, box.width * scale, window.width),
    shift(box.y * scale + y, box.height * scale, window.height),
  );
}

/**
 * The view of a picture that has been drawn anew: what the user looked at stays where it was. That is the first of `wanted` (what is
 * chosen, what the cursor is in) that both pictures have, else the node nearest to the middle of the window.
 */
export function following(
  view: Viewport,
  before: Readonly<Record<string, Box>>,
  after: Readonly<Record<string, Box>>,
  wanted: readonly (string | null)[],
  window: Size,
): Viewport {
  const middle = { x: (window.width / 2 - view.x) / view.scale, y: (window.height / 2 - view.y) / view.scale };
  const distance = (box: Box) => Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y);
  const byDistance = Object.keys(before).sort((a, b) => distance(before[a] as Box) - distance(before[b] as Box));
  for (const id of [...wanted, ...byDistance]) {
    const [old, now] = id === null ? [] : [before[id], after[id]];
    if (old === undefined || now === undefined) continue;
    const dx = old.x + old.width / 2 - (now.x + now.width / 2);
    const dy = old.y + old.height / 2 - (now.y + now.height / 2);
    return panned(view, dx * view.scale, dy * view.scale);
  }
  return view;
}

function limited(scale: number): number {
  return Math.min(Math.max(scale, SMALLEST), LARGEST);
}
