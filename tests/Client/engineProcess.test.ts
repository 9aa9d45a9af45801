import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { EngineProcess } from "../../client/src/build/engineProcess.ts";

type Run = { text: string; exitCode: number | null; startError: Error | undefined };

/** Runs `argv` to its end; `onText` sees the output so far and may act on the process. */
function run(
  argv: [string, ...string[]],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string; onText?: (so: string, p: EngineProcess) => void } = {},
) {
  return new Promise<Run>((resolve) => {
    let text = "";
    const engine: EngineProcess = new EngineProcess(
      argv,
      options.cwd ?? tmpdir(),
      options.env ?? process.env,
      (piece) => {
        text += piece;
        options.onText?.(text, engine);
      },
      (exitCode, startError) => resolve({ text, exitCode, startError }),
      options.input,
    );
  });
}

const node = (script: string): [string, ...string[]] => [process.execPath, "-e", script];

test("arguments reach the engine as they are, whatever a shell would make of them", async () => {
  const argument = `a b "c" 'd' $HOME \`e\` %PATH% ; * ü😀`;
  const { text } = await run([process.execPath, "-e", "process.stdout.write(process.argv[1])", argument]);
  assert.equal(text, argument);
});

test("standard output and standard error are both shown", async () => {
  const { text } = await run(node("process.stdout.write('out'); process.stderr.write('err')"));
  assert.ok(text.includes("out") && text.includes("err"), text);
});

test("what it is given on its standard input arrives whole, and ends", async () => {
  const input = `{"x":"$HOME; 'ü😀'"}\n`.repeat(20_000);
  const { text } = await run(
    node("let n = ''; process.stdin.setEncoding('utf8').on('data', (d) => n += d).on('end', () => console.log(n.length))"),
    {
      input,
    },
  );
  assert.equal(text.trim(), String(input.length));
});

test("without input its standard input is at its end", async () => {
  assert.equal((await run(node("process.stdin.resume().on('end', () => process.exit(3))"))).exitCode, 3);
});

test("one that does not read its input ends as it likes", async () => {
  assert.equal((await run(node("process.exit(4)"), { input: "x".repeat(1_000_000) })).exitCode, 4);
});

test("the exit code is reported", async () => assert.equal((await run(node("process.exit(7)"))).exitCode, 7));

test("the folder and the environment are those of the build", async () => {
  const { text } = await run(node("process.stdout.write(process.cwd() + ' ' + process.env.DOCKER_BUILDKIT)"), {
    env: { ...process.env, DOCKER_BUILDKIT: "1" },
  });
  assert.equal(text, `${realpathSync(tmpdir())} 1`);
});

test("a character split over two pieces of output is put together", async () => {
  const { text } = await run(
    node("const b = Buffer.from('ü😀'); process.stdout.write(b.subarray(0, 3)); setTimeout(() => process.stdout.write(b.subarray(3)), 50)"),
  );
  assert.equal(text, "ü😀");
});

test("a program that is not there is an error, not an exit code", async () => {
  const { exitCode, startError } = await run(["dockstage-no-such-program"]);
  assert.equal(exitCode, null);
  assert.match(startError?.message ?? "", /ENOENT/);
});

test("stopping ends the engine and what it has started", { skip: process.platform === "win32", timeout: 30_000 }, async () => {
  const child = "setInterval(() => {}, 1000)";
  const parent = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" });
    console.log("started");
    setInterval(() => {}, 1000);`;
  // The end of the output is awaited too, and the child holds it open: that the run ends at all shows that the child has ended.
  const { exitCode } = await run(node(parent), { onText: (_, engine) => engine.stop() });
  assert.equal(exitCode, null);
});

test("no listener is left behind when the engine has ended", async () => {
  const before = process.listenerCount("exit");
  await run(node(""));
  await run(["dockstage-no-such-program"]);
  assert.equal(process.listenerCount("exit"), before);
});
