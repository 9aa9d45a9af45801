import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { debianPackages } from "./debianPackages.mjs";
import { findProgram } from "./programs.mjs";
import { read } from "./run.mjs";

/** podman, from this Debian's packages. */
export function podman() {
  return debianPackages("the second test engine", ["podman", "busybox-static"]);
}

/**
 * A podman with images, containers and settings of its own in a folder that vanishes: it has no service to start. It needs root, and gives builds no
 * network.
 * @returns {{ env: Record<string, string>, podman: (...args: string[]) => Promise<string>, writeBase: (folder: string) => void, remove: () => void }}
 *   `env`: what a process needs so that its `podman` works in this folder; `writeBase`: puts the files of a small Linux into `base` of a folder,
 *   for `FROM scratch` and `COPY base /`, since no image is pulled
 */
export function podmanFolder() {
  const folder = mkdtempSync(join(tmpdir(), "dockstage-podman-"));
  const storage = join(folder, "storage.conf");
  const containers = join(folder, "containers.conf");
  writeFileSync(storage, `[storage]\ndriver = "vfs"\nrunroot = "${folder}/run"\ngraphroot = "${folder}/data"\n`);
  writeFileSync(containers, '[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n[containers]\nnetns = "none"\n');
  const env = { CONTAINERS_STORAGE_CONF: storage, CONTAINERS_CONF: containers };
  return {
    env,
    podman: (...args) => read(["podman", ...args], { env }),
    writeBase(target) {
      mkdirSync(join(target, "base", "bin"), { recursive: true });
      cpSync(findProgram("busybox"), join(target, "base", "bin", "busybox"));
      for (const name of ["sh", "echo", "cat"]) symlinkSync("busybox", join(target, "base", "bin", name));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
