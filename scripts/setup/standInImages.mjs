import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "./programs.mjs";
import { read } from "./run.mjs";

/**
 * Images that stand in for the ones that samples and tests name, since none is pulled: a static busybox and, where a build calls
 * them, scripts that do in a line what the real tool would: `go build -o FILE` writes a program that says hello.
 */
const IMAGES = [
  { tags: ["busybox:local", "busybox:latest", "alpine:latest", "alpine:3.23"], tools: {} },
  {
    tags: ["golang:latest", "golang:1.26"],
    tools: {
      go: [
        "set -e",
        "while [ $# -gt 0 ]; do",
        '  if [ "$1" = -o ]; then',
        '    mkdir -p "$(dirname "$2")"',
        "    printf '#!/bin/sh\\necho hello\\n' > \"$2\"",
        '    chmod +x "$2"',
        "  fi",
        "  shift",
        "done",
      ],
    },
  },
  {
    tags: ["python:latest", "python:3.14-slim"],
    tools: { pip: ['echo "pip $*"'], python: ['echo "python $*"'], python3: ['echo "python3 $*"'] },
  },
];

/**
 * Imports the stand-in images into a running engine.
 * @param {(...args: string[]) => string[]} docker the argv of a docker command
 * @param {Record<string, string>} env the environment that leads it to the engine
 */
export async function importStandInImages(docker, env) {
  const busybox = findProgram("busybox");
  const applets = (await read([busybox, "--list"]))
    .trim()
    .split("\n")
    .filter((name) => name !== "busybox");
  for (const { tags, tools } of IMAGES) {
    const root = mkdtempSync(join(tmpdir(), "dockstage-image-"));
    try {
      for (const folder of ["bin", "etc", "root", "tmp", "usr/bin", "usr/local/bin", "var"]) {
        mkdirSync(join(root, folder), { recursive: true });
      }
      cpSync(busybox, join(root, "bin", "busybox"));
      for (const name of applets) {
        symlinkSync("busybox", join(root, "bin", name));
      }
      writeFileSync(join(root, "etc", "passwd"), "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n");
      writeFileSync(join(root, "etc", "group"), "root:x:0:\nnogroup:x:65534:\n");
      for (const [name, lines] of Object.entries(tools)) {
        writeFileSync(join(root, "usr/local/bin", name), `#!/bin/sh\n${lines.join("\n")}\n`, { mode: 0o755 });
      }
      const archive = spawn("tar", ["-C", root, "-c", "."], { stdio: ["ignore", "pipe", "inherit"] });
      await read(docker("import", "--change", "ENV PATH=/usr/local/bin:/usr/bin:/bin", "--change", "CMD /bin/sh", "-", tags[0]), {
        env,
        input: archive.stdout,
      });
      for (const tag of tags.slice(1)) {
        await read(docker("tag", tags[0], tag), { env });
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
}
