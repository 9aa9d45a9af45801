// The page of the stage graph: shows what the extension sends, and says what the user does. It asks nobody else for anything.
import type { ToPage } from "../src/graph/graphMessages.ts";
import { draw } from "./draw.ts";
import { editor } from "./editor.ts";
import { listenToKeys } from "./keyboard.ts";
import { listenToMouse } from "./mouse.ts";
import { metrics, picture } from "./parts.ts";
import { receive } from "./received.ts";
import { listenToSearch } from "./searchField.ts";
import { keepFitted } from "./seen.ts";
import { shown } from "./shown.ts";
import { listenToToolbar } from "./toolbar.ts";

addEventListener("message", ({ data }: MessageEvent<ToPage>) => receive(data));
listenToMouse();
listenToKeys();
listenToSearch();
listenToToolbar();
new ResizeObserver(keepFitted).observe(picture);

// The times of what runs count on between two messages.
setInterval(() => {
  if (Object.values(shown.scene?.states ?? {}).some((state) => state?.elapsed != null)) draw();
}, 1_000);

editor.postMessage({ type: "ready", metrics });
