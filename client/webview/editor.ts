import type { FromPage, GraphOptions } from "../src/graph/graphMessages.ts";
import type { Viewport } from "../src/graph/viewport.ts";

/** What outlives a reload of the window. */
export interface Remembered {
  readonly options: GraphOptions;
  /** Null when the whole picture is shown because nobody has moved it. */
  readonly view: Viewport | null;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
};

/** The extension at the other end. It may be asked for only once. */
export const editor = acquireVsCodeApi();
