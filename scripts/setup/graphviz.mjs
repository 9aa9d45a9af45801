import { debianPackages } from "./debianPackages.mjs";
import { findProgram } from "./programs.mjs";
import { SetUpError } from "./SetUpError.mjs";

/** Graphviz's `dot`, which reads what `dockstage graph --format dot` writes: from Debian's package where this script can install it. */
export async function graphviz() {
  if (findProgram("dot")) {
    return "already there";
  }
  if (process.platform !== "linux") {
    throw new SetUpError("Missing for reading graphs: Graphviz's dot on PATH.\nInstall with: brew install graphviz, or from graphviz.org");
  }
  return await debianPackages("reading graphs", ["graphviz"]);
}
