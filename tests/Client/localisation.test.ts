import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const read = (path: string) => readFileSync(path, "utf8");
const readTable = (path: string) => JSON.parse(read(path)) as Record<string, string>;
const placeholders = (text: string) => (text.match(/\{\d+\}|\$\{\w+\}|`[^`]+`/g) ?? []).filter((mark) => !mark.includes("<")).sort();

/** The texts that the client's sources pass to `vscode.l10n.t`. */
function textsInUse(): string[] {
  const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const texts = sources.flatMap((name) => [...read(join("client/src", name)).matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)]);
  return [...new Set(texts.map((match) => JSON.parse(`"${match[1]}"`) as string))].sort();
}

for (const bundle of ["l10n/bundle.l10n.json", "l10n/bundle.l10n.ru.json"]) {
  test(`${bundle} holds exactly the texts that the client uses`, () => {
    assert.deepEqual(Object.keys(readTable(bundle)).sort(), textsInUse());
  });

  test(`${bundle} keeps the placeholders of each text`, () => {
    for (const [key, text] of Object.entries(readTable(bundle))) assert.deepEqual(placeholders(text), placeholders(key), key);
  });
}

for (const table of ["package.nls.json", "package.nls.ru.json"]) {
  test(`${table} holds exactly the texts that package.json names`, () => {
    const named = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
    assert.deepEqual(Object.keys(readTable(table)).sort(), [...new Set(named)].sort());
  });
}

test("package.nls.ru.json keeps the code and the placeholders of each text", () => {
  const english = readTable("package.nls.json");
  for (const [key, text] of Object.entries(readTable("package.nls.ru.json"))) {
    assert.deepEqual(placeholders(text), placeholders(english[key] ?? ""), key);
  }
});
