import { countedDuration } from "../build/duration.ts";
import type { StepState } from "../build/stepState.ts";
import { element, type PictureElement } from "./element.ts";
import { type FontMetrics, fittingText, labelWidth } from "./labelWidth.ts";
import { NODE_PADDING, STATE_HEIGHT } from "./layoutInput.ts";
import type { NodeState } from "./nodeState.ts";

/** The size of the row's letters beside those that the metrics are of. */
const SCALE = 11 / 13;
/** The room of the sign before the text. */
const SIGN_ROOM = 17;
const GAP = 8;

/**
 * The row of a node that says how its stage's build goes: a sign, words, and at the right a time that counts. It never changes the node's size.
 *
 * @param width the node's
 * @param baseline where the letters stand, from the node's upper edge
 * @param waited milliseconds since the state was sent
 * @param hint what a click on it does; null where nothing can be clicked
 */
export function stateRow(
  state: NodeState,
  width: number,
  baseline: number,
  metrics: FontMetrics,
  waited: number,
  hint: string | null,
): PictureElement[] {
  const isLink = hint !== null && state.hasLog;
  const time = state.elapsed === null ? "" : countedDuration(state.elapsed + waited);
  const room = width - 2 * NODE_PADDING - SIGN_ROOM - (time === "" ? 0 : labelWidth(time, metrics) * SCALE + GAP);
  const text = fittingText(state.text, room / SCALE, metrics);
  return [
    element("title", {}, [state.text, ...(state.instruction === null ? [] : [state.instruction]), ...(isLink ? [hint] : [])].join("\n")),
    // What a click on the words hits: between the letters too, but not the rest of the row, where the node itself is clicked.
    element("rect", {
      class: "ground",
      x: NODE_PADDING - 4,
      y: baseline - 13,
      width: Math.ceil(SIGN_ROOM + labelWidth(text, metrics) * SCALE) + 8,
      height: STATE_HEIGHT + 2,
      rx: 3,
    }),
    element("g", { transform: `translate(${NODE_PADDING} ${baseline - 10})` }, element("path", { class: "sign", d: SIGNS[state.state] })),
    element("text", { class: "words", x: NODE_PADDING + SIGN_ROOM, y: baseline }, text),
    ...(time === "" ? [] : [element("text", { class: "time", x: width - NODE_PADDING, y: baseline, "text-anchor": "end" }, time)]),
  ];
}

/** Drawn in a square of 12. Each has a shape of its own: no colour is needed to tell them apart. */
const SIGNS: Readonly<Record<StepState, string>> = {
  waiting: "M6 1.7A4.3 4.3 0 1 1 5.99 1.7Z",
  running: "M6 1.2A4.8 4.8 0 1 1 1.2 6",
  cached: "M1.5 6.6L4.6 9.8L10.6 2.4",
  done: "M1.5 6.6L4.6 9.8L10.6 2.4",
  failed: "M2 2L10 10M10 2L2 10",
  stopped: "M2.5 2.5H9.5V9.5H2.5Z",
  skipped: "M2 6H10",
};
