import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { dotnetEnvironment, dotnetVersion } from "../setup/dotnet.mjs";
import { missingNativeTools } from "../setup/nativeTools.mjs";
import { inRepository } from "../setup/repository.mjs";
import { run } from "../setup/run.mjs";
import { fingerprint, isStamped, writeStamp } from "../setup/stamp.mjs";
import { executable, runtimeIdentifier } from "./platform.mjs";

const PROJECT = inRepository("server", "Cli", "Cli.csproj");
// Debugging symbols and documentation of the assemblies: larger than the program, and nothing runs with them.
const LEFT_OUT = /\.(dbg|pdb|xml|dSYM)$/;
// A platform adds its own graph, which would be written into the committed lock files. All versions are exact, so it is the same graph
// without a lock; the path of a file that is not there hides those that are.
const WITHOUT_LOCK_FILES = ["-p:RestorePackagesWithLockFile=false", "-p:NuGetLockFilePath=obj/unlocked.json"];
// Libraries bring translations in many languages; ours are English, which needs no file, and Russian.
const UNDER_DOTNET = ["-p:PublishAot=false", "-p:SatelliteResourceLanguages=ru"];

/** Publishes the server for this platform into `dist/server`: a native binary, or where tools are missing one that needs .NET. */
export async function buildServer() {
  const missing = missingNativeTools();
  const form = missing
    ? { name: "framework-dependent", arguments: ["-r", runtimeIdentifier, "--self-contained", "false", ...UNDER_DOTNET] }
    : { name: "native", arguments: ["-r", runtimeIdentifier] };
  const unchanged = await publish(form, inRepository("dist", "server"), executable);
  if (missing) {
    return `NOT native, runs on an installed .NET 10; for the native one this machine lacks ${missing}`;
  }
  return unchanged ?? "native";
}

/** Publishes the server that runs on any platform's installed .NET as `dotnet dockstage.dll`, into `dist/server-universal`. */
export async function buildUniversalServer() {
  const form = { name: "universal", arguments: ["-p:UseAppHost=false", ...UNDER_DOTNET] };
  return publish(form, inRepository("dist", "server-universal"), "dockstage.dll");
}

async function publish(form, output, program) {
  const stampFile = inRepository("dist", "stamps", basename(output));
  const stamp = fingerprint(
    ["server", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig"].map((name) =>
      inRepository(name),
    ),
    [await dotnetVersion(), packageVersion(), form.name, form.arguments],
  );
  if (existsSync(join(output, program)) && isStamped(stampFile, stamp)) {
    return "unchanged";
  }
  // A folder of its own for intermediate files, lest this and the solution's build undo each other's work.
  const artifacts = inRepository("dist", "build", form.name);
  const published = join(artifacts, "out");
  rmSync(published, { recursive: true, force: true });
  const options = ["-c", "Release", "-o", published, "--artifacts-path", artifacts, "-m:2", ...WITHOUT_LOCK_FILES, ...form.arguments];
  await run(["dotnet", "publish", PROJECT, ...options], { log: `publish-${form.name}`, cwd: inRepository(), env: dotnetEnvironment });
  rmSync(output, { recursive: true, force: true });
  cpSync(published, output, { recursive: true, filter: (path) => !LEFT_OUT.test(path) });
  writeStamp(stampFile, stamp);
}

function packageVersion() {
  return JSON.parse(readFileSync(inRepository("package.json"), "utf8")).version;
}
