import { pathToFileURL } from "node:url";
import { platform } from "./build/platform.mjs";
import { buildUniversalServer } from "./build/server.mjs";
import { packageExtension } from "./build/vsix.mjs";
import { build } from "./build.mjs";
import { entry } from "./setup/entry.mjs";
import { step } from "./setup/progress.mjs";
import { inRepository } from "./setup/repository.mjs";

/** The package for this platform, with the server that runs on it alone. */
export async function packageForPlatform() {
  await build();
  return step(`dist/dockstage-${platform}.vsix`, () =>
    packageExtension({ name: platform, target: platform, server: inRepository("dist", "server") }),
  );
}

/** The package for every platform that has none of its own: its server runs on an installed .NET. */
export async function packageUniversal() {
  await build();
  await step("universal server", buildUniversalServer);
  return step("dist/dockstage-universal.vsix", () =>
    packageExtension({ name: "universal", target: null, server: inRepository("dist", "server-universal") }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    await packageForPlatform();
    await packageUniversal();
  });
}
