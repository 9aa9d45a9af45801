/** The shells whose quoting the server knows. */
export type Shell = "sh" | "powershell" | "cmd";

/** The kind of a shell by the path of its program, as VS Code names the user's shell; the platform decides when it is not told. */
export function shellKind(path: string, platform: NodeJS.Platform = process.platform): Shell {
  const name = (path.split(/[/\\]/).at(-1) ?? "").toLowerCase().replace(/\.exe$/, "");
  if (name === "cmd") return "cmd";
  if (/^(pwsh|powershell)(-preview)?$/.test(name)) return "powershell";
  return name === "" && platform === "win32" ? "powershell" : "sh";
}
