import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inCache } from "./cache.mjs";
import { requireDebian } from "./debianPackages.mjs";
import { run } from "./run.mjs";
import { SetUpError } from "./SetUpError.mjs";

const SOURCES = ["/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"];
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/**
 * Unpacks packages of another Debian suite into a folder of the cache, without their dependencies and without installing anything.
 * They come from where this machine's own packages come from and are verified with Debian's keyring, by an apt configuration of
 * its own.
 * @param {string} suite for example `trixie`
 * @param {string[]} names
 * @returns {Promise<{ note: string, value: string }>} `value` is the folder that stands for `/`
 */
export async function unpackFromSuite(suite, names) {
  const folder = inCache(`${suite}-packages`);
  const root = join(folder, "root");
  const listFile = join(folder, "names");
  if (existsSync(listFile) && readFileSync(listFile, "utf8") === names.join("\n")) {
    return { note: "already there", value: root };
  }
  requireDebian(names.join(", "));

  const building = `${folder}.${process.pid}.tmp`;
  for (const part of ["sources", "lists/partial", "cache/archives/partial", "root"]) {
    mkdirSync(join(building, part), { recursive: true });
  }
  writeFileSync(join(building, "sources", `${suite}.sources`), sourceOf(suite));
  const apt = [
    "apt-get",
    ...["-o", "Dir::Etc::sourcelist=/dev/null"],
    ...["-o", `Dir::Etc::sourceparts=${join(building, "sources")}`],
    ...["-o", `Dir::State::lists=${join(building, "lists")}`],
    ...["-o", `Dir::Cache=${join(building, "cache")}`],
    // The folder may be closed to apt's own user, which is no reason to warn.
    ...["-o", "APT::Sandbox::User=root"],
    // A machine's own hooks (container images remove archives after each update) are about its own packages.
    ...["-o", "APT::Update::Post-Invoke::=true"],
  ];
  await run([...apt, "update", "--error-on=any"], { log: `${suite}-update` });
  await run([...apt, "download", ...names], { log: `${suite}-download`, cwd: building });
  for (const archive of readdirSync(building).filter((name) => name.endsWith(".deb"))) {
    await run(["dpkg", "-x", join(building, archive), join(building, "root")], { log: `${suite}-unpack` });
    rmSync(join(building, archive));
  }
  rmSync(join(building, "lists"), { recursive: true });
  rmSync(join(building, "cache"), { recursive: true });
  writeFileSync(join(building, "names"), names.join("\n"));
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return { note: names.join(", "), value: root };
}

function sourceOf(suite) {
  for (const path of SOURCES.filter((path) => existsSync(path))) {
    const uri = mainUri(readFileSync(path, "utf8"));
    if (uri) {
      return `Types: deb\nURIs: ${uri}\nSuites: ${suite}\nComponents: main\nSigned-By: ${KEYRING}\n`;
    }
  }
  throw new SetUpError(`None of ${SOURCES.join(", ")} names Debian's main archive, from which packages of "${suite}" are taken.`);
}

// Both forms of apt's sources: the stanza ("URIs: …") and the line ("deb [options] URI suite component").
function mainUri(text) {
  const uris = [...text.matchAll(/^(?:URIs:\s*|deb\s+(?:\[[^\]]*\]\s+)?)(\S+)/gm)].map((match) => match[1]);
  return uris.find((uri) => /\/debian\/?$/.test(uri)) ?? uris.find((uri) => !/security/.test(uri));
}
