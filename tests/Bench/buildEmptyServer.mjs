import { existsSync, rmSync } from "node:fs";
import { runtimeIdentifier } from "../../scripts/build/platform.mjs";
import { dotnetEnvironment, dotnetVersion } from "../../scripts/setup/dotnet.mjs";
import { inRepository } from "../../scripts/setup/repository.mjs";
import { run } from "../../scripts/setup/run.mjs";
import { fingerprint, isStamped, writeStamp } from "../../scripts/setup/stamp.mjs";

const OUTPUT = inRepository("dist", "bench");

/** The executable of the empty server. */
export const emptyServer = inRepository("dist", "bench", process.platform === "win32" ? "empty-server.exe" : "empty-server");

/** Publishes the empty server as a native binary, with the options with which Dockstage is published. */
export async function buildEmptyServer() {
  const stampFile = inRepository("dist", "stamps", "bench");
  const sources = ["tests/Bench/EmptyServer", "server/Native.props", "Directory.Build.props", "Directory.Packages.props", "global.json"];
  const stamp = fingerprint(
    sources.map((name) => inRepository(name)),
    await dotnetVersion(),
  );
  if (existsSync(emptyServer) && isStamped(stampFile, stamp)) {
    return "unchanged";
  }
  const project = inRepository("tests", "Bench", "EmptyServer", "EmptyServer.csproj");
  const artifacts = inRepository("dist", "build", "bench");
  const argv = ["dotnet", "publish", project, "-c", "Release", "-r", runtimeIdentifier, "--artifacts-path", artifacts, "-o", OUTPUT];
  rmSync(OUTPUT, { recursive: true, force: true });
  await run(argv, { log: "publish-bench", cwd: inRepository(), env: dotnetEnvironment });
  writeStamp(stampFile, stamp);
}
