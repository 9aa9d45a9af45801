import { pathToFileURL } from "node:url";
import { buildClient } from "./build/client.mjs";
import { buildServer } from "./build/server.mjs";
import { entry } from "./setup/entry.mjs";
import { step } from "./setup/progress.mjs";

/** `npm run build`: the client into `dist/client`, the server into `dist/server`. What has not changed is not built again. */
export async function build() {
  await step("client", buildClient);
  await step("server", buildServer);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(build);
}
