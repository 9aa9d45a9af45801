import assert from "node:assert/strict";
import { test } from "node:test";
import { readBuildErrors, readErrorMessage } from "../../client/src/build/buildErrors.ts";
import { recording, replay } from "./recording.ts";

for (const name of ["0.13-failing.rawjson", "0.29-failing.rawjson"]) {
  test(`${name}: the excerpt names file and lines`, () => {
    assert.deepEqual(readBuildErrors(replay(name).lines.join("\n")), [
      {
        file: "fail.Dockerfile",
        lines: [5, 6],
        instruction: null,
        message: 'process "/bin/sh -c echo one &&     echo oops >&2 && exit 7" did not complete successfully: exit code: 7',
      },
    ]);
  });
}

test("plain progress ends with the same excerpt", () => {
  assert.deepEqual(
    readBuildErrors(recording("0.13-failing.plain")).map(({ lines }) => lines),
    [[5, 6]],
  );
});

test("what BuildKit refuses to read has a line too", () => {
  assert.deepEqual(readBuildErrors(replay("0.29-refused.rawjson").lines.join("\n")), [
    {
      file: "bad.Dockerfile",
      lines: [2, 2],
      instruction: null,
      message: "dockerfile parse error on line 2: unknown instruction: RUUN (did you mean RUN?)",
    },
  ]);
});

test("Compose 2.40 leaves every other line of the excerpt blank", () => {
  assert.deepEqual(readBuildErrors(recording("compose-2.40-failing.plain")), [
    {
      file: "Dockerfile",
      lines: [5, 6],
      instruction: null,
      message: 'process "/bin/sh -c echo one &&     echo oops >&2 && exit 7" did not complete successfully: exit code: 7',
    },
  ]);
});

for (const name of ["compose-2.26-refused.plain", "compose-2.40-refused.plain"]) {
  test(`${name}: Compose says without "ERROR" what BuildKit refuses to read`, () => {
    const message = "dockerfile parse error on line 3: unknown instruction: RUNN (did you mean RUN?)";
    assert.deepEqual(
      readBuildErrors(recording(name)).map((error) => [error.lines, error.message]),
      [[[3, 3], message]],
    );
    assert.equal(readErrorMessage(recording(name)), message);
  });
}

test("BuildKit inside an old Docker tells the line in words", () => {
  const [error] = readBuildErrors(
    "#2 DONE 0.1s\nfailed\nERROR: failed to solve with frontend dockerfile.v0: failed to create LLB definition: dockerfile parse error line 3: unknown instruction: RUUN\n",
  );
  assert.deepEqual(error?.lines, [3, 3]);
});

test("podman names the step", () => {
  // As podman 4.3.1 printed it.
  const text = 'Error: building at STEP "RUN echo one &&     echo "two" && exit 7": while running runtime: exit status 7\n';
  assert.deepEqual(readBuildErrors(text), [
    { file: null, lines: null, instruction: 'RUN echo one &&     echo "two" && exit 7', message: "while running runtime: exit status 7" },
  ]);
  assert.equal(
    readBuildErrors('Error: building at STEP "RUN echo "a": b": while running runtime: exit status 7\n')[0]?.instruction,
    'RUN echo "a": b',
  );
});

test("an error without a place blames none, and its message is without the layers it came through", () => {
  const text = 'ERROR: failed to build: failed to solve: target stage "nope" could not be found\n';
  assert.deepEqual(readBuildErrors(text), []);
  assert.equal(readErrorMessage(text), 'target stage "nope" could not be found');
  assert.equal(readErrorMessage("ERROR: target web-x: failed to solve: boom"), "boom");
  assert.equal(readErrorMessage("all went well"), "");
});

test("a build that prints such an excerpt in the middle of a step deceives nobody without dashes", () => {
  assert.deepEqual(readBuildErrors("src/main.c:5\nerror: x\nERROR: failed to solve: boom\n"), []);
});
