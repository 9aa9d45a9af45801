import { platform } from "../../../scripts/build/platform.mjs";
import { inRepository } from "../../../scripts/setup/repository.mjs";

/** The package for this platform that `npm run package` makes. */
export const platformPackage = inRepository("dist", `dockstage-${platform}.vsix`);

/** The package that runs on an installed .NET. */
export const universalPackage = inRepository("dist", "dockstage-universal.vsix");
