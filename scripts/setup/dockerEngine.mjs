import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { inCache } from "./cache.mjs";
import { debianPackages } from "./debianPackages.mjs";
import { unpackFromSuite } from "./debianSuite.mjs";
import { findProgram } from "./programs.mjs";
import { answers, read } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";
import { startService } from "./service.mjs";
import { importStandInImages } from "./standInImages.mjs";

const SUITE = "trixie";
const PACKAGES = ["docker.io", "docker-cli", "docker-buildx", "docker-compose", "containerd"];
// runc is this Debian's own: the suite's wants a newer C library.
const OWN_PACKAGES = ["runc", "busybox-static"];
const READY_SECONDS = 60;

/**
 * A Docker engine with buildx and compose, kept in the cache and never installed over the system.
 * @param {string} suite the Debian suite that it is taken from; the tests' own by default
 * @returns {Promise<{ note: string, value: string }>} `value` is the folder that stands for its `/`
 */
export async function dockerEngine(suite = SUITE) {
  const own = await debianPackages("the test engine", OWN_PACKAGES);
  const { note, value } = await unpackFromSuite(suite, PACKAGES);
  return { note: own === "already there" ? note : `${note}; ${own}`, value };
}

/**
 * Starts the engine with a data folder, a socket and a client configuration of its own, which vanish when it stops, and with the
 * stand-in images in it. It stops at `stop()` and with this process, however that ends.
 * @param {{ suite?: string, env?: Record<string, string> }} options `suite` as for {@link dockerEngine}; `env` is added to the engine's
 *   own environment
 * @returns {Promise<{ env: Record<string, string>, docker: (...args: string[]) => Promise<string>, stop: () => Promise<void> }>}
 *   `env`: what a process needs so that its `docker` is this one; `docker`: runs the client and answers its stdout
 */
export async function startDockerEngine({ suite = SUITE, env: engineEnv = {} } = {}) {
  if (process.getuid?.() !== 0) {
    throw new SetUpError("The test engine needs root to start. Run as root, or in a container or machine where you are.");
  }
  const { value: root } = await dockerEngine(suite);
  // A short path: a socket's may have 107 bytes at most.
  const folder = mkdtempSync(join(tmpdir(), "dockstage-engine-"));
  const host = `unix://${join(folder, "docker.sock")}`;
  const plugins = join(folder, "config", "cli-plugins");
  mkdirSync(plugins, { recursive: true });
  const installed = join(root, "usr/libexec/docker/cli-plugins");
  for (const name of readdirSync(installed)) {
    symlinkSync(join(installed, name), join(plugins, name));
  }
  // Debian keeps runc in /usr/sbin, which may be missing on PATH.
  const runcFolder = join(findProgram("runc", "/usr/sbin"), "..");
  const env = {
    PATH: [runcFolder, join(root, "usr/bin"), join(root, "usr/sbin"), process.env.PATH].join(delimiter),
    DOCKER_HOST: host,
    DOCKER_CONFIG: join(folder, "config"),
    DOCKER_CONTEXT: undefined,
  };
  const client = join(root, "usr/bin/docker");
  const argv = (...args) => [client, ...args];

  const service = await startService(
    [
      join(root, "usr/sbin/dockerd"),
      "--iptables=false",
      "--ip6tables=false",
      "--storage-driver=vfs",
      ...["--data-root", join(folder, "data")],
      ...["--exec-root", join(folder, "exec")],
      ...["--pidfile", join(folder, "dockerd.pid")],
      ...["--host", host],
    ],
    {
      logFile: inCache("logs", "dockerd.log"),
      ready: () => answers(argv("version"), { env }),
      seconds: READY_SECONDS,
      temporaryFolder: folder,
      env: { ...env, ...engineEnv },
    },
  );
  try {
    await importStandInImages(argv, env);
  } catch (error) {
    await service.stop();
    throw error;
  }
  return { env, docker: (...args) => read(argv(...args), { env }), stop: service.stop };
}
