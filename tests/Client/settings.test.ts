import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

interface Property {
  readonly default: unknown;
  readonly enum?: readonly unknown[];
}

const properties = Object.entries(
  JSON.parse(readFileSync("package.json", "utf8")).contributes.configuration.properties as Record<string, Property>,
);

/** A default as the README shows it: nothing for an empty text. */
const shown = (value: unknown) => (value === "" ? "" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``);

test("the README lists every setting with its default, and no other", () => {
  const rows = [...readFileSync("README.md", "utf8").matchAll(/^\| `(dockstage\.[\w.]+)` \|([^|]*)\|/gm)];
  const listed = rows.map(([, name, value]) => `${name} ${value?.trim()}`.trim());
  const there = properties.map(([name, property]) => `${name} ${shown(property.default)}`.trim());
  assert.deepEqual(listed.sort(), there.sort());
});

test("every setting has a default, one of its values where these are listed", () => {
  for (const [name, property] of properties) {
    assert.notEqual(property.default, undefined, name);
    if (property.enum) assert.ok(property.enum.includes(property.default), name);
  }
});
