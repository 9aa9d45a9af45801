import { readdir, readFile } from "node:fs/promises";

/**
 * The processes of this machine (Linux), those in containers too. One that ends meanwhile, or of which only its parent has to hear yet, is left out.
 * @returns {Promise<{ pid: number, argv: string[], env: Record<string, string> }[]>}
 */
export async function processes() {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(pids.map((pid) => processOf(Number(pid)).catch(() => null)));
  return all.filter((process) => process !== null && process.argv.length > 0);
}

async function processOf(pid) {
  const words = async (file) => (await readFile(`/proc/${pid}/${file}`, "utf8")).split("\0").slice(0, -1);
  const variables = (await words("environ")).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
  return { pid, argv: await words("cmdline"), env: Object.fromEntries(variables) };
}
