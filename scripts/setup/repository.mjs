import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this clone, without a slash at its end. */
export const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** A path in this clone. */
export const inRepository = (...parts) => join(repository, ...parts);
