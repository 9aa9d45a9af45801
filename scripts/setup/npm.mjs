/**
 * The npm that runs this script (as argv), else the one on PATH. On Windows npm is a batch file, which cannot be spawned
 * without a shell; `npm_execpath` avoids it.
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [process.execPath, script] : ["npm"];
}
