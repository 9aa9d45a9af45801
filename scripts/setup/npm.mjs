/**
 * The npm that runs this script (as argv), else the one on PATH. On Windows npm is a batch file, which cannot be spawned
 * without a shell; `npm_execpath` avoids it.
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [process.execPath, script] : ["npm"];
}

// What npm tells the scripts that it runs about itself, its Node and their package, and what a person configures in no environment.
const OF_A_SCRIPT =
  /^(npm_(package|lifecycle)_.*|npm_(command|execpath|node_execpath)|npm_config_(user_agent|local_prefix)|INIT_CWD|NODE)$/;

/** Changes to the environment so that an npm begins as if from a terminal, though npm has started this script. */
export function outsideOfNpm() {
  const names = Object.keys(process.env).filter((name) => OF_A_SCRIPT.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
