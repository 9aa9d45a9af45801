import { debianPackages } from "./debianPackages.mjs";
import { findProgram } from "./programs.mjs";

// Without a font of its own a bare Debian shows boxes for text.
const PACKAGES = ["chromium", "fonts-dejavu-core"];

/**
 * The browser of the editor tests: a chromium that is installed, else Debian's (playwright's own browsers would have to be
 * downloaded from elsewhere).
 * @returns {Promise<{ note: string, value: string }>} `value` is the path of the program
 */
export async function chromium() {
  const installed = findProgram("chromium");
  if (installed) {
    return { note: "already there", value: installed };
  }
  const note = await debianPackages("the editor tests", PACKAGES);
  return { note, value: findProgram("chromium") };
}
