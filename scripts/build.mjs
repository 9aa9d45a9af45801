import { pathToFileURL } from "node:url";
import { buildClient } from "./build/client.mjs";
import { buildServer } from "./build/server.mjs";
import { dotnetPackages } from "./setup/dotnet.mjs";
import { entry } from "./setup/entry.mjs";
import { nativeTools } from "./setup/nativeTools.mjs";
import { npmPackages } from "./setup/npmPackages.mjs";
import { step } from "./setup/progress.mjs";

/** Gets what client and server are built with, as far as it is not there. */
export async function prepareBuild() {
  await step("npm packages", npmPackages);
  await step("NuGet packages", dotnetPackages);
  await step("native compiler", nativeTools);
}

/** `npm run build`: the client into `dist/client`, the server into `dist/server`. What has not changed is not built again. */
export async function build() {
  await step("client", buildClient);
  await step("server", buildServer);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    await prepareBuild();
    await build();
  });
}
