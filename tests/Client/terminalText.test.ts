import assert from "node:assert/strict";
import { test } from "node:test";
import { TerminalText, visible } from "../../client/src/build/terminalText.ts";

function render(...pieces: string[]): string {
  const text = new TerminalText();
  return pieces.map((piece) => text.render(piece)).join("");
}

test("a line feed becomes CR LF", () => assert.equal(render("one\ntwo\n\n"), "one\r\ntwo\r\n\r\n"));
test("CR LF stays as it is", () => assert.equal(render("one\r\ntwo\r\n"), "one\r\ntwo\r\n"));
test("CR LF split over two pieces stays as it is", () => assert.equal(render("one\r", "\ntwo", "\n"), "one\r\ntwo\r\n"));
test("an empty piece between CR and LF changes nothing", () => assert.equal(render("one\r", "", "\n"), "one\r\n"));
test("a lone carriage return, as progress bars use it, stays alone", () => assert.equal(render("10%\r20%", "\n"), "10%\r20%\r\n"));
test("two line feeds after a split CR are two line ends", () => assert.equal(render("a\r", "\n\nb"), "a\r\n\r\nb"));

test("a text of the workspace's has no orders for the terminal", () =>
  assert.equal(visible("a\x1b]0;b\x07\nc\rd\x7fe\x9bf é😀"), "a␛]0;b␇␊c␍d␡e\ufffdf é😀"));
