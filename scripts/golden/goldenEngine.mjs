import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDockerEngine } from "../setup/dockerEngine.mjs";
import { step } from "../setup/progress.mjs";
import { AskEngine } from "./askEngine.mjs";

/** The suite whose engine knows `--call=check`. */
const SUITE = "sid";
const STAND_IN = "busybox:local";
/** A port that nobody listens at: whatever would leave the machine fails at once. */
const NO_NETWORK = { HTTP_PROXY: "http://127.0.0.1:9", HTTPS_PROXY: "http://127.0.0.1:9" };

/**
 * Starts an engine that knows `--call=check` and reaches no network, and stops it after the work.
 * @param {(engine: AskEngine, emptyContext: string, write: (name: string, text: string) => string) => Promise<void>} work `emptyContext` is
 *   a folder without files; `write` puts a file in a folder that vanishes with the engine, and answers its path
 */
export async function withGoldenEngine(work) {
  const folder = mkdtempSync(join(tmpdir(), "dockstage-golden-"));
  const emptyContext = join(folder, "empty");
  mkdirSync(emptyContext);
  let running;
  try {
    await step("engine", async () => {
      running = await startDockerEngine({ suite: SUITE, env: NO_NETWORK });
    });
    await work(new AskEngine(running.env, STAND_IN), emptyContext, (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
  } finally {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
