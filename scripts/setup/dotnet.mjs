import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "./programs.mjs";
import { inRepository } from "./repository.mjs";
import { CommandFailed, read, run } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";
import { fingerprint, isStamped, writeStamp } from "./stamp.mjs";

const SOLUTION = "LanguageServer.sln";

/** What .NET sends home and prints at its first run is not wanted in scripts. */
export const dotnetEnvironment = { DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1", DOTNET_CLI_UI_LANGUAGE: "en" };

let version;

/** The version of the .NET SDK that `global.json` selects; a {@link SetUpError} when there is none. */
export function dotnetVersion() {
  version ??= askVersion();
  return version;
}

async function askVersion() {
  const remedy = "The .NET 10 SDK is needed (global.json says which): https://dotnet.microsoft.com/download/dotnet/10.0";
  if (!findProgram("dotnet")) {
    throw new SetUpError(`No "dotnet" on PATH. ${remedy}`);
  }
  try {
    return (await read(["dotnet", "--version"], { cwd: inRepository(), env: dotnetEnvironment })).trim();
  } catch (error) {
    throw new SetUpError(`${remedy}\n${error.message}`);
  }
}

/** Restores the solution's NuGet packages exactly as the committed lock files say, when something about them changed. */
export async function dotnetPackages() {
  const stampFile = inRepository("server", "Core", "obj", "restore.stamp");
  const stamp = fingerprint(projectFiles(), await dotnetVersion());
  if (isStamped(stampFile, stamp)) {
    return "already there";
  }
  try {
    await run(["dotnet", "restore", SOLUTION, "--locked-mode"], { log: "dotnet-restore", cwd: inRepository(), env: dotnetEnvironment });
  } catch (error) {
    if (error instanceof CommandFailed && /NU1301|NU1101/.test(error.message)) {
      throw new SetUpError(`NuGet packages could not be had: is the package source reachable?\n${error.message}`);
    }
    throw error;
  }
  writeStamp(stampFile, stamp);
}

function projectFiles() {
  const projects = ["server", "tests"].flatMap((folder) =>
    readdirSync(inRepository(folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readdirSync(join(inRepository(folder), entry.name)).map((file) => inRepository(folder, entry.name, file))),
  );
  const restored = projects.filter((path) => /\.csproj$|packages\.lock\.json$/.test(path));
  return [SOLUTION, "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"]
    .map((name) => inRepository(name))
    .concat(restored);
}
