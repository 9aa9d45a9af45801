import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseEngine, type EngineSetting } from "../../client/src/build/engine.ts";

/** Chooses an engine on a machine where the given command lines answer; says which were tried. */
async function choose(setting: EngineSetting, answering: string[]) {
  const tried: string[] = [];
  const engine = await chooseEngine(setting, async (argv) => {
    tried.push(argv.join(" "));
    return answering.includes(argv.join(" "));
  });
  return { engine, tried };
}

test("buildx is taken where it answers, and nothing else is tried", async () => {
  assert.deepEqual(await choose("auto", ["docker buildx version", "docker --version"]), {
    engine: "buildx",
    tried: ["docker buildx version"],
  });
});

test("Docker without buildx builds with its own BuildKit", async () => {
  assert.equal((await choose("auto", ["docker --version"])).engine, "docker");
  assert.equal((await choose("docker", ["docker --version"])).engine, "docker");
});

test("podman and nerdctl are taken only by the setting", async () => {
  assert.equal((await choose("auto", ["podman --version", "nerdctl --version"])).engine, undefined);
  assert.deepEqual(await choose("podman", ["podman --version"]), { engine: "podman", tried: ["podman --version"] });
  assert.deepEqual(await choose("nerdctl", ["nerdctl --version"]), { engine: "nerdctl", tried: ["nerdctl --version"] });
});

test("an engine of the setting that is missing is not replaced by another", async () => {
  assert.equal((await choose("podman", ["docker buildx version"])).engine, undefined);
});
