import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords, writeWords } from "../../client/src/build/wordList.ts";

test("words are separated by blanks, and quotes hold them together", () => {
  assert.deepEqual(readWords(`  A=1 "B=c d" C='x "y"' D="" E=a"b c"d `), ["A=1", "B=c d", 'C=x "y"', "D=", "E=ab cd"]);
  assert.deepEqual(readWords(""), []);
  assert.deepEqual(readWords("'not closed"), ["not closed"]);
});

test("nothing is expanded, and a Windows path keeps its backslashes", () => {
  assert.deepEqual(readWords("id=x,src=C:\\Users\\me\\.npmrc A=$HOME;`rm`"), ["id=x,src=C:\\Users\\me\\.npmrc", "A=$HOME;`rm`"]);
});

test("what is written is read as it was", () => {
  const words = ["A=1", "B=c d", 'C="x" \\', "", "D='", "E=\\", "F=line\nbreak", "G=ü😀"];
  assert.deepEqual(readWords(writeWords(words)), words);
});
