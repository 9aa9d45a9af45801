import { buildClient } from "../build/client.mjs";
import { buildServer } from "../build/server.mjs";
import { packageForPlatform, packageUniversal } from "../package.mjs";
import { chromium } from "../setup/chromium.mjs";
import { codeServer } from "../setup/codeServer.mjs";
import { debianPackages } from "../setup/debianPackages.mjs";
import { dockerEngine } from "../setup/dockerEngine.mjs";
import { dotnetEnvironment, dotnetPackages } from "../setup/dotnet.mjs";
import { graphviz as graphvizProgram } from "../setup/graphviz.mjs";
import { nativeTools } from "../setup/nativeTools.mjs";
import { node24 } from "../setup/node24.mjs";
import { npmPackages } from "../setup/npmPackages.mjs";
import { podman as podmanProgram } from "../setup/podman.mjs";
import { step } from "../setup/progress.mjs";
import { inRepository } from "../setup/repository.mjs";
import { run } from "../setup/run.mjs";

/** What suites need before they run, each with what it needs itself; a need is had once, however many suites name it. */
const need = (title, get, ...needs) => ({ needs, get: () => step(title, get) });

export const npm = need("npm packages", npmPackages);
export const nuget = need("NuGet packages", dotnetPackages);
export const solution = need("solution", buildSolution, nuget);
export const compiler = need("native compiler", nativeTools);
export const server = need("server", buildServer, nuget, compiler);
export const client = need("client", buildClient, npm);
export const platformPackage = { needs: [server, client], get: packageForPlatform };
export const universalPackage = { needs: [nuget, client], get: packageUniversal };
export const editor = {
  needs: [npm, need("Node 24 for code-server", node24), need("code-server", codeServer), need("chromium", chromium)],
  get: () => {},
};
export const engine = need("test engine", dockerEngine);
export const podman = need("podman", podmanProgram);
export const graphviz = need("graphviz", graphvizProgram);
export const unzip = need("unzip", () => debianPackages("reading packages", ["unzip"]));

async function buildSolution() {
  const argv = ["dotnet", "build", "LanguageServer.sln", "-c", "Release", "--no-restore", "-m:2"];
  await run(argv, { log: "build-solution", cwd: inRepository(), env: dotnetEnvironment });
}
