// The published native binary and a client that misbehaves: every case is tested in detail in tests/LanguageServer.Tests; here the point
// is that the native build, its streams and its exit codes do the same.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { serverExecutable } from "../harness/LanguageClient.mjs";

const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };

/** Sends frames, closes the input, and waits for the end. */
async function run(frames) {
  const server = spawn(serverExecutable, ["lsp", "--stdio"], { stdio: ["pipe", "pipe", "pipe"], timeout: 60_000 });
  const output = [];
  const errors = [];
  server.stdout.on("data", (bytes) => output.push(bytes));
  server.stderr.on("data", (bytes) => errors.push(bytes));
  server.stdin.on("error", () => {});
  server.stdin.end(frames.map((frame) => (typeof frame === "string" ? frame : framed(JSON.stringify(frame)))).join(""));
  const code = await new Promise((resolve) => server.on("close", resolve));
  assert.equal(Buffer.concat(errors).toString(), "");
  return { code, messages: unframed(Buffer.concat(output)) };
}

const framed = (body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const request = (id, method, params) => ({ jsonrpc: "2.0", id, method, params });
const notification = (method, params) => ({ jsonrpc: "2.0", method, params });

/** Reads whole frames; anything else on stdout fails. */
function unframed(bytes) {
  const messages = [];
  while (bytes.length > 0) {
    const end = bytes.indexOf("\r\n\r\n");
    const [, length] = /^Content-Length: (\d+)$/.exec(bytes.subarray(0, end).toString());
    messages.push(JSON.parse(bytes.subarray(end + 4, end + 4 + Number(length)).toString()));
    bytes = bytes.subarray(end + 4 + Number(length));
  }
  return messages;
}

test("What is no message is answered, and the next request too", async () => {
  const { code, messages } = await run([
    request(1, "initialize", INITIALIZE),
    framed("{ bad"),
    framed("[]"),
    "Content-Length: many\r\n\r\n",
    request(3, "textDocument/hover", { textDocument: 5 }),
    request(4, "shutdown"),
    notification("exit"),
  ]);
  assert.equal(code, 0);
  const errors = messages.filter((message) => message.error).map((message) => [message.id, message.error.code]);
  assert.deepEqual(
    errors.sort((a, b) => a[1] - b[1]),
    [
      [null, -32700],
      [null, -32700],
      [3, -32602],
      [null, -32600],
    ],
  );
  assert.equal(messages.find((message) => message.id === 4).result, null);
});

test("A request before initialize is refused, and exit without shutdown ends with 1", async () => {
  const { code, messages } = await run([request(1, "textDocument/hover", {}), notification("exit")]);
  assert.equal(code, 1);
  assert.deepEqual(
    messages.map((message) => message.error?.code),
    [-32002],
  );
});

test("The end of the input ends the server", async () => {
  assert.equal((await run([request(1, "initialize", INITIALIZE)])).code, 1);
});

test("A cancelled request is answered all the same", async () => {
  const uri = "untitled:Dockerfile";
  const place = { textDocument: { uri }, position: { line: 1, character: 6 } };
  const requests = Array.from({ length: 20 }, (_, i) => request(i + 10, "textDocument/hover", place));
  const { messages } = await run([
    request(1, "initialize", INITIALIZE),
    notification("textDocument/didOpen", {
      textDocument: { uri, languageId: "dockerfile", version: 1, text: "FROM alpine AS build\nFROM build\n" },
    }),
    ...requests.flatMap((one) => [one, notification("$/cancelRequest", { id: one.id })]),
    request(2, "shutdown"),
    notification("exit"),
  ]);
  for (const one of requests) {
    const answer = messages.find((message) => message.id === one.id);
    assert.ok(answer.result?.contents || answer.error?.code === -32800, JSON.stringify(answer));
  }
});
