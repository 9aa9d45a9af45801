import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, prepareBuild } from "./build.mjs";
import { editorFolders, freePort, installExtension, startCodeServer } from "./editor/codeServerProcess.mjs";
import { seedSettings } from "./editor/settings.mjs";
import { packageForPlatform } from "./package.mjs";
import { inCache } from "./setup/cache.mjs";
import { codeServer } from "./setup/codeServer.mjs";
import { entry } from "./setup/entry.mjs";
import { node24 } from "./setup/node24.mjs";
import { findProgram } from "./setup/programs.mjs";
import { step } from "./setup/progress.mjs";
import { inRepository } from "./setup/repository.mjs";
import { answers } from "./setup/run.mjs";
import { SetUpError } from "./setup/SetUpError.mjs";
import { fingerprint, isStamped, writeStamp } from "./setup/stamp.mjs";

const WISHED_PORT = 8484;
const USAGE = "Usage: npm start -- [FOLDER] [--port N]";

/** `npm start`: sets everything up, builds, and serves VS Code with the packaged extension on a folder until Ctrl-C. */
async function start() {
  const { help, folder, port } = parameters();
  if (help) {
    console.log(USAGE);
    return;
  }
  // A port that somebody else has is no reason to set everything up first.
  await portToUse(port);
  await prepareBuild();
  await step("Node 24 for code-server", node24);
  await step("code-server", codeServer);
  await build();
  const vsix = await packageForPlatform();

  const editor = inCache("start");
  const { userData } = editorFolders(editor);
  seedSettings(userData);
  await step("extension into code-server", () => install(vsix, editor));
  const options = { port: await portToUse(port), logFile: inCache("logs", "start.log") };
  const server = await step("code-server start", async () => ({ value: await startCodeServer(editor, options) }));
  console.log(`\nVS Code with Dockstage on ${folder}:\n\n    ${server.url(folder)}\n`);
  console.log(await engineNote());
  console.log(`Settings and state: ${userData}\nCtrl-C stops it.`);
  await untilInterrupted(server);
}

function parameters() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { port: { type: "string" }, help: { type: "boolean" } } });
  } catch (error) {
    throw new SetUpError(`${error.message}\n${USAGE}`);
  }
  if (parsed.values.help) {
    return { help: true };
  }
  const port = parsed.values.port === undefined ? undefined : Number(parsed.values.port);
  if (parsed.positionals.length > 1 || (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))) {
    throw new SetUpError(USAGE);
  }
  // npm runs scripts in the package's folder and keeps in INIT_CWD where it was called, which a relative path is meant from.
  const [given] = parsed.positionals;
  const folder = given === undefined ? inRepository("samples") : resolve(process.env.INIT_CWD ?? ".", given);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new SetUpError(`No such folder: ${folder}\n${USAGE}`);
  }
  return { help: false, folder, port };
}

async function portToUse(port) {
  const free = await freePort(port ?? WISHED_PORT);
  if (port !== undefined && free !== port) {
    throw new SetUpError(`Port ${port} is in use.`);
  }
  return free;
}

async function install(vsix, editor) {
  const stampFile = inCache("start", "extension.stamp");
  const stamp = fingerprint([vsix]);
  if (isStamped(stampFile, stamp)) {
    return "unchanged";
  }
  await installExtension(editor, vsix);
  writeStamp(stampFile, stamp);
}

// Docker is not installed by this script: a container engine is the user's own choice.
async function engineNote() {
  if (!findProgram("docker")) {
    return "No docker is on PATH: everything works but the builds (podman and nerdctl can be chosen in the settings).";
  }
  return (await answers(["docker", "version"]))
    ? "Builds run on this machine's Docker."
    : "Docker is installed, but its engine does not answer.";
}

async function untilInterrupted(server) {
  const interrupted = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.once(signal, () => resolve("interrupted"));
    }
  });
  const outcome = await Promise.race([interrupted, server.ended]);
  if (outcome !== "interrupted") {
    throw new Error(`code-server ended by itself with exit code ${outcome}: see ${inCache("logs", "start.log")}`);
  }
  console.log("\nStopping …");
  await server.stop();
}

await entry(start);
