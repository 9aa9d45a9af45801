import { readFileSync } from "node:fs";
import { findProgram } from "./programs.mjs";
import { CommandFailed, read, run } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";

// Another apt may be at work on the same machine: wait for it instead of failing.
const APT_GET = ["apt-get", "-o", "DPkg::Lock::Timeout=600", "-y", "--no-install-recommends"];
const UNATTENDED = { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };

/**
 * Installs those of the named Debian packages that are missing, which needs root. Elsewhere, or as another user, a
 * {@link SetUpError} says what to install and what for.
 * @param {string} purpose what they are for, in the message: "the test engine"
 */
export async function debianPackages(purpose, names) {
  const missing = await missingOf(names);
  if (missing.length === 0) {
    return "already there";
  }
  if (process.getuid() !== 0) {
    throw new SetUpError(`Missing for ${purpose}: ${missing.join(", ")}.\nInstall with: sudo apt-get install ${missing.join(" ")}`);
  }
  const install = () => run([...APT_GET, "install", ...missing], { log: "apt-install", env: UNATTENDED });
  try {
    await install();
  } catch (error) {
    if (!(error instanceof CommandFailed)) {
      throw error;
    }
    // No package lists yet, lists that are out of date, or an archive that another apt removed: fresh lists help each of them.
    await run([...APT_GET, "update"], { log: "apt-update", env: UNATTENDED });
    await install().catch((second) => {
      throw new SetUpError(`Could not install for ${purpose}: ${missing.join(", ")}.\n${second.message}`);
    });
  }
  return `installed ${missing.join(", ")}`;
}

/** Throws a {@link SetUpError} unless this is Debian, whose packages the real editor and the real engine are made of. */
export function requireDebian(purpose) {
  const release = process.platform === "linux" ? osRelease() : "";
  if (!/^ID(_LIKE)?=.*debian/m.test(release) || !findProgram("apt-get")) {
    throw new SetUpError(`Debian's packages are needed for ${purpose}, and this is not Debian: use a Debian 12 machine or container.`);
  }
}

async function missingOf(names) {
  requireDebian(names.join(", "));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders.
  const format = "${Package} ${db:Status-Status}\n";
  // dpkg-query ends with 1 when a name is unknown to it, which is the question here, so its output counts either way.
  const known = await read(["dpkg-query", "-W", "-f", format, ...names]).catch((error) => error.output);
  const installed = new Set(
    known
      .split("\n")
      .filter((line) => line.endsWith(" installed"))
      .map((line) => line.split(" ")[0]),
  );
  return names.filter((name) => !installed.has(name));
}

function osRelease() {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}
