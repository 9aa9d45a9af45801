import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cachedFolder } from "./cachedFolder.mjs";
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
  const { path, isNew } = await cachedFolder(`${suite}-${names.join("+")}`, (folder) => unpack(folder, suite, names));
  return { note: isNew ? names.join(", ") : "already there", value: join(path, "root") };
}

async function unpack(folder, suite, names) {
  requireDebian(names.join(", "));
  for (const part of ["sources", "lists/partial", "cache/archives/partial", "root"]) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, "sources", `${suite}.sources`), sourceOf(suite));
  const apt = [
    "apt-get",
    ...["-o", "Dir::Etc::sourcelist=/dev/null"],
    ...["-o", `Dir::Etc::sourceparts=${join(folder, "sources")}`],
    ...["-o", `Dir::State::lists=${join(folder, "lists")}`],
    ...["-o", `Dir::Cache=${join(folder, "cache")}`],
    // The folder may be closed to apt's own user, which is no reason to warn.
    ...["-o", "APT::Sandbox::User=root"],
  ];
  await run([...apt, "update", "--error-on=any"], { log: `${suite}-update` });
  await run([...apt, "download", ...names], { log: `${suite}-download`, cwd: folder });
  for (const archive of readdirSync(folder).filter((name) => name.endsWith(".deb"))) {
    await run(["dpkg", "-x", join(folder, archive), join(folder, "root")], { log: `${suite}-unpack` });
    rmSync(join(folder, archive));
  }
  rmSync(join(folder, "lists"), { recursive: true });
  rmSync(join(folder, "cache"), { recursive: true });
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
