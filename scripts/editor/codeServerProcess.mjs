import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { codeServer } from "../setup/codeServer.mjs";
import { run } from "../setup/run.mjs";
import { startService } from "../setup/service.mjs";

const ADDRESS = "127.0.0.1";
const READY_SECONDS = 60;

/**
 * An editor for one purpose: `folder` holds its settings, extensions and state; a second one elsewhere knows nothing of it.
 * @param {string} folder
 */
export function editorFolders(folder) {
  return { userData: join(folder, "user-data"), extensions: join(folder, "extensions"), config: join(folder, "config.yaml") };
}

/** Installs a packaged extension (.vsix) into an editor folder. */
export async function installExtension(folder, vsix) {
  await run([...(await commandLine(folder)), "--install-extension", vsix, "--force"], { log: "install-extension", env: environment() });
}

/**
 * Starts code-server on this machine's own address alone; it stops at `stop()` and with this process.
 * @param {string} folder the editor folder
 * @param {{ port: number, logFile: string, trustWorkspace?: boolean, env?: Record<string, string | undefined> }} options
 *   `trustWorkspace`: every folder counts as trusted, nothing is asked (default true); `env`: for the editor and what it starts
 * @returns {Promise<{ url: (workspace: string) => string, stop: () => Promise<void>, ended: Promise<number> }>}
 */
export async function startCodeServer(folder, { port, logFile, trustWorkspace = true, env }) {
  const address = `http://${ADDRESS}:${port}`;
  const argv = [
    ...(await commandLine(folder)),
    ...["--bind-addr", `${ADDRESS}:${port}`],
    "--disable-telemetry",
    "--disable-update-check",
    "--disable-getting-started-override",
    ...(trustWorkspace ? ["--disable-workspace-trust"] : []),
  ];
  const service = await startService(argv, {
    logFile,
    ready: () => isHealthy(address),
    seconds: READY_SECONDS,
    env: { ...environment(), ...env },
  });
  return { ...service, url: (workspace) => `${address}/?folder=${workspace.split("/").map(encodeURIComponent).join("/")}` };
}

/** A port that is free now: the wished one when nobody listens there, else any. */
export async function freePort(wished = 0) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(freePort()));
    server.listen(wished, ADDRESS, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function commandLine(folder) {
  const { value } = await codeServer();
  const { userData, extensions, config } = editorFolders(folder);
  mkdirSync(userData, { recursive: true });
  mkdirSync(extensions, { recursive: true });
  // Its own configuration file, lest the user's (a password, another address) be used or one be written there.
  writeFileSync(config, "auth: none\n");
  return [value.node, value.entry, "--config", config, "--auth", "none", "--user-data-dir", userData, "--extensions-dir", extensions];
}

// Started from a terminal inside VS Code it would open its arguments over there instead of starting. Told that it was started from a
// command line it leaves PATH as it is, instead of taking the one of a login shell.
function environment() {
  const inherited = Object.keys(process.env).filter((name) => /^(VSCODE_|CODE_SERVER_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(inherited.map((name) => [name, undefined])), VSCODE_CLI: "1" };
}

async function isHealthy(address) {
  try {
    return (await fetch(`${address}/healthz`)).ok;
  } catch {
    return false;
  }
}
