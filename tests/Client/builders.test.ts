import assert from "node:assert/strict";
import { test } from "node:test";
import { readBuilders } from "../../client/src/build/builders.ts";
import { hasCheck, hasRawJson, readBuildxVersion } from "../../client/src/build/buildxVersion.ts";
import { recording } from "./recording.ts";

test("builders are listed once, however buildx writes them", () => {
  assert.deepEqual(readBuilders(recording("0.29-ls.jsonl")), [{ name: "default", driver: "docker", isCurrent: true, status: "running" }]);
  assert.deepEqual(readBuilders(recording("0.13-ls.jsonl")), [{ name: "default", driver: "docker", isCurrent: false, status: "running" }]);
  for (const name of ["0.13-ls.txt", "0.29-ls.txt"]) {
    assert.deepEqual(readBuilders(recording(name)), [{ name: "default", driver: "docker", isCurrent: true, status: "running" }], name);
  }
});

test("an older table, with several builders and nodes", () => {
  const table = `NAME/NODE    DRIVER/ENDPOINT             STATUS   BUILDKIT PLATFORMS
remote *     docker-container
  remote0    unix:///var/run/docker.sock inactive
  remote1    tcp://build:1234            running  v0.11.6  linux/amd64
default      docker
  default    default                     running  23.0     linux/amd64, linux/386
`;
  assert.deepEqual(readBuilders(table), [
    { name: "remote", driver: "docker-container", isCurrent: true, status: "inactive" },
    { name: "default", driver: "docker", isCurrent: false, status: "running" },
  ]);
});

test("what is no list gives no builders", () => {
  for (const text of ["", "{}\n{broken", '{"Name":5}']) assert.deepEqual(readBuilders(text), [], text);
});

test("a version says what buildx can do", () => {
  assert.deepEqual(readBuildxVersion(recording("0.13-version.txt")), [0, 13]);
  assert.deepEqual(readBuildxVersion(recording("0.29-version.txt")), [0, 29]);
  assert.deepEqual(readBuildxVersion("github.com/docker/buildx v0.15.1-desktop.1 1c1dbb2\n"), [0, 15]);
  assert.equal(readBuildxVersion("github.com/docker/buildx  unknown"), null);
  const can = (text: string) => [hasRawJson(readBuildxVersion(text)), hasCheck(readBuildxVersion(text))];
  assert.deepEqual(can("x v0.12.9 y"), [false, false]);
  assert.deepEqual(can("x v0.13.0 y"), [true, false]);
  assert.deepEqual(can("x v0.15.0 y"), [true, true]);
  assert.deepEqual(can("x v1.0.0 y"), [true, true]);
  assert.deepEqual(can("x unknown"), [false, false]);
});
