import { pathToFileURL } from "node:url";
import { platform } from "./build/platform.mjs";
import { buildUniversalServer } from "./build/server.mjs";
import { packageExtension } from "./build/vsix.mjs";
import { build, prepareBuild } from "./build.mjs";
import { entry } from "./setup/entry.mjs";
import { step } from "./setup/progress.mjs";
import { inRepository } from "./setup/repository.mjs";

/** The package for this platform, with the built server that runs on it alone. Answers its path. */
export function packageForPlatform() {
  const parts = { name: platform, target: platform, server: inRepository("dist", "server") };
  return step(`dist/dockstage-${platform}.vsix`, () => packageExtension(parts));
}

/** The package for every platform that has none of its own: its server runs on an installed .NET. Answers its path. */
export async function packageUniversal() {
  await step("universal server", buildUniversalServer);
  const parts = { name: "universal", target: null, server: inRepository("dist", "server-universal") };
  return step("dist/dockstage-universal.vsix", () => packageExtension(parts));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    await prepareBuild();
    await build();
    await packageForPlatform();
    await packageUniversal();
  });
}
