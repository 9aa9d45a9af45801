import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseEngine, type EngineSetting, engineProgram, installationPage, type Tool, toolFor } from "../../client/src/build/engine.ts";

/** Chooses an engine on a machine where the given command lines answer; says which were tried. */
async function choose(setting: EngineSetting, answering: string[], tool?: Tool) {
  const tried: string[] = [];
  const engine = await chooseEngine(
    setting,
    async (argv) => {
      tried.push(argv.join(" "));
      return answering.includes(argv.join(" ")) ? "github.com/docker/buildx v0.29.1 abc" : undefined;
    },
    tool,
  );
  return { engine: engine?.engine, tried };
}

test("buildx is taken where it answers, and nothing else is tried", async () => {
  assert.deepEqual(await choose("auto", ["docker buildx version", "docker --version"]), {
    engine: "buildx",
    tried: ["docker buildx version"],
  });
});

test("the version of buildx is known once it has answered, and only where it builds", async () => {
  const probe = async () => "github.com/docker/buildx v0.29.1 abc";
  assert.deepEqual((await chooseEngine("auto", probe))?.buildx, [0, 29]);
  assert.equal((await chooseEngine("auto", probe, "compose"))?.buildx, null);
  assert.equal((await chooseEngine("podman", probe))?.buildx, null);
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

test("a compose service needs compose, whatever else answers", async () => {
  assert.deepEqual(await choose("auto", ["docker buildx version", "docker --version"], "compose"), {
    engine: undefined,
    tried: ["docker compose version"],
  });
  assert.equal((await choose("docker", ["docker compose version"], "compose")).engine, "buildx");
  assert.equal((await choose("podman", ["podman compose version"], "compose")).engine, "podman");
  assert.equal((await choose("nerdctl", ["nerdctl --version"], "compose")).engine, "nerdctl");
});

test("what is missing is named, with the page that installs it", () => {
  assert.equal(engineProgram("auto", "build"), "docker");
  assert.equal(engineProgram("auto", "compose"), "docker compose");
  assert.equal(engineProgram("podman", "compose"), "podman compose");
  assert.match(installationPage("auto", "compose"), /compose\/install/);
  assert.match(installationPage("auto", "build"), /engine\/install/);
  assert.match(installationPage("podman", "compose"), /podman/);
});

test("a stage is built by the engine itself, a service by compose", () => {
  assert.equal(toolFor({ dockerfile: "file:///x/Dockerfile", stage: null }), "build");
  assert.equal(toolFor({ consumer: "file:///x/compose.yaml", build: "web" }), "compose");
});
