import assert from "node:assert/strict";
import { test } from "node:test";
import { readCheckResult } from "../../client/src/build/checkResult.ts";
import { recording } from "./recording.ts";

test("the engine's warnings, with rule, page and line", () => {
  const findings = readCheckResult(recording("0.29-check.json"));
  assert.deepEqual(
    findings?.map(({ lines, severity, rule, message }) => `${lines.join("-")} ${severity} ${rule}: ${message}`),
    [
      "1-1 warning StageNameCasing: Stage name 'Build' should be lowercase",
      "1-1 warning FromAsCasing: 'AS' and 'from' keywords' casing do not match",
      "3-3 warning MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label",
      "1-1 warning ConsistentInstructionCasing: Command 'from' should match the case of the command majority (uppercase)",
    ],
  );
  assert.equal(findings?.[0]?.url, "https://docs.docker.com/go/dockerfile/rule/stage-name-casing/");
});

test("what the build refuses is an error", () => {
  assert.deepEqual(readCheckResult(recording("0.29-check-refused.json")), [
    {
      lines: [2, 2],
      severity: "error",
      rule: null,
      url: null,
      message: "dockerfile parse error on line 2: unknown instruction: RUUN (did you mean RUN?)",
    },
  ]);
});

test("no warnings are an answer, other text is none", () => {
  assert.deepEqual(readCheckResult('{"warnings":null}'), []);
  for (const text of ["", "unknown flag: --call", "{", "[]", "5", "{}"]) assert.equal(readCheckResult(text), null, text);
});
