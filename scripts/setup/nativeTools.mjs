import { existsSync } from "node:fs";
import { join } from "node:path";
import { debianPackages } from "./debianPackages.mjs";
import { findProgram } from "./programs.mjs";
import { SetUpError } from "./SetUpError.mjs";

const DEBIAN_PACKAGES = ["gcc", "libc6-dev", "zlib1g-dev"];

/** The C compiler and headers that NativeAOT links with, where this script can install them; without them the server is not native. */
export async function nativeTools() {
  if (!missingNativeTools()) {
    return "already there";
  }
  try {
    return await debianPackages("a native server", DEBIAN_PACKAGES);
  } catch (error) {
    if (error instanceof SetUpError) {
      return `missing: ${missingNativeTools()}`;
    }
    throw error;
  }
}

/**
 * What NativeAOT needs on this operating system and this machine lacks, as a sentence that says how to get it; null when
 * a native server can be built.
 */
export function missingNativeTools() {
  switch (process.platform) {
    case "linux":
      return findProgram("gcc") || findProgram("clang") ? null : `a C compiler: on Debian, apt-get install ${DEBIAN_PACKAGES.join(" ")}`;
    case "darwin":
      return findProgram("clang") ? null : "Apple's command line tools: xcode-select --install";
    case "win32":
      return existsSync(visualStudioLocator()) ? null : 'Visual Studio\'s build tools with "Desktop development with C++"';
    default:
      return `a NativeAOT compiler for ${process.platform}, which .NET does not have`;
  }
}

function visualStudioLocator() {
  return join(process.env["ProgramFiles(x86)"] ?? "", "Microsoft Visual Studio", "Installer", "vswhere.exe");
}
