import { join } from "node:path";
import { unpackFromSuite } from "../setup/debianSuite.mjs";

/** A real Compose, from Debian's newest packages, unpacked into the cache; it needs no engine and no network. */
export async function composeProgram() {
  const { note, value } = await unpackFromSuite("sid", ["docker-compose"]);
  return { note, value: join(value, "usr/libexec/docker/cli-plugins/docker-compose") };
}
