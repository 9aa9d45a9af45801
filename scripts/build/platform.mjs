const RUNTIME_SYSTEMS = { linux: "linux", darwin: "osx", win32: "win" };

/** This platform as VS Code's marketplace names it: `linux-x64`, `darwin-arm64`, `win32-x64`. */
export const platform = `${process.platform}-${process.arch}`;

/** This platform as .NET names it: `linux-x64`, `osx-arm64`, `win-x64`. */
export const runtimeIdentifier = `${RUNTIME_SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;

/** The file name of the server executable. */
export const executable = process.platform === "win32" ? "dockstage.exe" : "dockstage";
