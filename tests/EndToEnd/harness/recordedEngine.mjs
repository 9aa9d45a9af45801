import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { inRepository } from "../../../scripts/setup/repository.mjs";

/**
 * A program called `docker` that builds nothing: it notes how it was started and prints what a real buildx printed
 * (tests/fixtures/buildx). By the Dockerfile's text, of `docker compose` by what is written of the service, it plays a build that goes well, one
 * out of the cache, one that fails, or one that never ends.
 * @param {{ wording?: readonly (readonly [string, string])[], isEndless?: boolean }} [options] `wording`: what its recordings say in other words;
 *   `isEndless`: whether its builds never end whatever they build
 * @returns {{ env: { PATH: string }, calls: () => { argv: string[], cwd: string, input: string, ended?: string }[], remove: () => void }}
 *   `calls`: what was run so far besides `docker buildx version`, in its order
 */
export function recordedEngine({ wording = [], isEndless = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "dockstage-recorded-"));
  const log = join(folder, "calls.jsonl");
  const program = join(folder, "docker");
  const [recordings, node] = [inRepository("tests", "fixtures", "buildx"), process.execPath];
  writeFileSync(program, `#!${node}\n(${play})(${JSON.stringify({ recordings, log, wording, isEndless })});\n`);
  chmodSync(program, 0o755);
  return {
    env: { PATH: [folder, process.env.PATH].join(delimiter) },
    calls: () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The program's text: it is written to a file of its own, so it sees nothing of this one. */
function play({ recordings, log, wording, isEndless }) {
  const fs = require("node:fs");
  const argv = process.argv.slice(2);
  const recorded = (name) =>
    wording.reduce((text, [said, instead]) => text.replaceAll(said, instead), fs.readFileSync(`${recordings}/${name}`, "utf8"));
  const note = (more) => fs.appendFileSync(log, `${JSON.stringify({ argv, cwd: process.cwd(), input: "", ...more })}\n`);
  const [, kind] = argv;
  if (kind === "version") {
    process.stdout.write(recorded("0.29-version.txt"));
    return;
  }
  if (kind === "ls") {
    process.stdout.write(recorded("0.29-ls.jsonl"));
    return;
  }
  if (argv[0] === "compose" && argv.at(-1) === "config") {
    note();
    process.stdout.write(recorded("compose-2.40-config.yaml").replaceAll("/work/shop", process.cwd()));
    return;
  }
  if (argv[0] === "run") {
    note();
    console.log(`this is ${argv.at(-1)}`);
    // A terminal whose program has ended at once is closed with it.
    setTimeout(() => {}, 60_000);
    return;
  }
  if (argv.includes("--call=check,format=json")) {
    note();
    process.stdout.write(recorded("0.29-check.json"));
    process.exitCode = 1;
    return;
  }
  const print = async (text, exitCode) => {
    for (const line of text.split(/(?<=\n)/)) {
      process[argv[0] === "compose" ? "stdout" : "stderr"].write(line);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    process.exitCode = exitCode;
  };
  const neverEnd = () => {
    setInterval(() => {}, 1_000);
    process.on("SIGTERM", () => {
      note({ ended: "SIGTERM" });
      process.exit(1);
    });
  };
  if (kind === "bake") {
    const input = fs.readFileSync(0, "utf8");
    note({ input });
    const [first, second] = argv.slice(-2);
    print(recorded("0.29-bake.rawjson").replaceAll("[stage-0 ", `[${first} `).replaceAll("[stage-1 ", `[${second} `), 0);
    return;
  }
  note();
  const file = fs.readFileSync(argv[argv.indexOf("-f") + 1], "utf8");
  if (argv[0] === "compose") {
    // What is written of the service alone: others of the file have Dockerfiles of their own.
    const [service = ""] = file.split(/^(?= {2}\S)/m).filter((text) => text.startsWith(`  ${argv.at(-1)}:`));
    const name = service.includes("exit 7") ? "failing" : service.includes("RUNN") ? "refused" : "";
    const text = recorded(["compose-2.40", name].filter(Boolean).join("-").concat(".plain"));
    // Compose tells of the steps on its standard output.
    print(service.includes("never ends") ? text.slice(0, text.search(/^#\d+ [\d.]+ two$/m)) : text, name === "" ? 0 : 1);
    if (service.includes("never ends")) neverEnd();
    return;
  }
  const dockerfile = file;
  // In the recording the last stage has no name.
  const last = /^FROM .* AS (\S+)$/im.exec(dockerfile.slice(dockerfile.lastIndexOf("\nFROM ") + 1))?.[1] ?? "stage-2";
  const build = (name) => recorded(name).replaceAll("[stage-2 ", `[${last} `);
  if (dockerfile.includes("exit 7")) {
    print(recorded("0.29-failing.rawjson"), 1);
  } else if (isEndless || dockerfile.includes("never ends")) {
    const steps = build("0.29-build.rawjson").split(/(?<=\n)/);
    const running = steps.findIndex((line) => line.includes('"logs"')) + 1;
    print(steps.slice(0, running).join(""), 0);
    neverEnd();
  } else {
    print(build(dockerfile.includes("out of the cache") ? "0.29-cached.rawjson" : "0.29-build.rawjson"), 0);
  }
}
