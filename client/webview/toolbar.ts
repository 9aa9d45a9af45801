// What stands above and below the picture: lists, boxes and buttons.
import type { ExportFormat, GraphOptions } from "../src/graph/graphMessages.ts";
import { build, choose, go, isBeingBuilt, showLog, stop } from "./choices.ts";
import { editor } from "./editor.ts";
import { pngFile, svgFile } from "./exportPicture.ts";
import { part, words } from "./parts.ts";
import { fit, zoom } from "./seen.ts";
import { shown } from "./shown.ts";

const target = part<HTMLSelectElement>("target");
const scope = part<HTMLSelectElement>("scope");
const consumers = part<HTMLInputElement>("consumers");
const follow = part<HTMLInputElement>("follow");
const exporting = part<HTMLSelectElement>("export");

/** Shows what is chosen, and the targets that can be. */
export function showOptions(options: GraphOptions, targets: readonly string[]): void {
  const choices = ["", ...targets];
  target.replaceChildren(...choices.map((name) => new Option(name === "" ? words.everything : name, name)));
  target.value = options.target ?? "";
  scope.value = options.document === "" ? "all" : "file";
  consumers.checked = options.consumers;
  follow.checked = options.follow;
}

export function listenToToolbar(): void {
  target.addEventListener("change", () => choose({ target: target.value === "" ? null : target.value }));
  scope.addEventListener("change", () => editor.postMessage({ type: "scope", all: scope.value === "all" }));
  consumers.addEventListener("change", () => choose({ consumers: consumers.checked }));
  follow.addEventListener("change", () => choose({ follow: follow.checked }));
  exporting.addEventListener("change", exportPicture);
  part("direction").addEventListener("click", () => {
    editor.postMessage({ type: "choose", change: { direction: shown.options?.direction === "right" ? "down" : "right" } });
  });
  part("zoomIn").addEventListener("click", () => zoom(1.25));
  part("zoomOut").addEventListener("click", () => zoom(1 / 1.25));
  part("fit").addEventListener("click", fit);
  onSelected("go", (id) => go(id, true));
  onSelected("log", showLog);
  onSelected("build", (id) => (isBeingBuilt(id) ? stop(id) : build(id)));
}

/** A button does something with the node that is chosen. */
function onSelected(button: string, action: (id: string) => void): void {
  part(button).addEventListener("click", () => {
    const id = shown.scene?.selected;
    if (id != null) action(id);
  });
}

async function exportPicture(): Promise<void> {
  const format = exporting.value as ExportFormat | "";
  exporting.value = "";
  const { scene } = shown;
  if (format === "" || scene === undefined) return;
  const content = format === "svg" ? svgFile(scene) : format === "png" ? await pngFile(scene) : "";
  editor.postMessage({ type: "export", format, content });
}
