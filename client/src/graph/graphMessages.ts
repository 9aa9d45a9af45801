import type { GraphLayout } from "./graphLayout.ts";
import type { FontMetrics } from "./labelWidth.ts";
import type { Direction } from "./layoutInput.ts";
import type { NodeStates } from "./nodeState.ts";
import type { StageGraph } from "./stageGraph.ts";

/** What the user has chosen in a graph's window. It outlives a reload of the editor. */
export interface GraphOptions {
  /** The document whose graph is shown; empty for those of the whole workspace. */
  readonly document: string;
  /** The target to which the picture is narrowed; null for everything. */
  readonly target: string | null;
  readonly consumers: boolean;
  /** Whether the picture changes to the Dockerfile, and shows the stage, in which the editor's cursor is. */
  readonly follow: boolean;
  readonly direction: Direction;
  /** The id of the chosen node. */
  readonly selected: string | null;
}

export const DEFAULT_OPTIONS: GraphOptions = {
  document: "",
  target: null,
  consumers: true,
  follow: true,
  direction: "down",
  selected: null,
};

export type ExportFormat = "svg" | "png" | "dot" | "mermaid";

/** What the extension says to the page. */
export type ToPage =
  | {
      readonly type: "show";
      readonly graph: StageGraph;
      readonly layout: GraphLayout;
      readonly options: GraphOptions;
      readonly name: string;
      readonly states: NodeStates;
    }
  /** A build goes on; nothing else has changed. */
  | { readonly type: "states"; readonly states: NodeStates }
  | { readonly type: "cursor"; readonly id: string | null }
  | { readonly type: "problem"; readonly text: string };

/** What the page says to the extension. */
export type FromPage =
  | { readonly type: "ready"; readonly metrics: FontMetrics }
  | { readonly type: "choose"; readonly change: Partial<GraphOptions> }
  /** From one Dockerfile to all of the workspace, or back. */
  | { readonly type: "scope"; readonly all: boolean }
  /** `focus`: the editor takes the keyboard. */
  | { readonly type: "go"; readonly id: string; readonly focus: boolean }
  | { readonly type: "build"; readonly id: string }
  /** Ends the builds of its Dockerfile that run. */
  | { readonly type: "stop"; readonly id: string }
  /** Shows what the stage's steps have printed. */
  | { readonly type: "log"; readonly id: string }
  /** `content`: SVG as text, PNG as base64; empty for what the server writes. */
  | { readonly type: "export"; readonly format: ExportFormat; readonly content: string };
