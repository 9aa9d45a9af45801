import { mkdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The environment in which Compose is asked: nothing of this machine's own, no engine, and no way to the network.
 * @param {string} root a folder in which `home` is made, the home folder
 * @param {Record<string, string>} [more]
 */
export function composeEnvironment(root, more = {}) {
  mkdirSync(join(root, "home"), { recursive: true });
  return {
    PATH: process.env.PATH,
    HOME: join(root, "home"),
    DOCKER_HOST: `unix://${join(root, "no.sock")}`,
    HTTP_PROXY: "http://127.0.0.1:9",
    HTTPS_PROXY: "http://127.0.0.1:9",
    ...more,
  };
}
