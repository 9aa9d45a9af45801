import * as vscode from "vscode";
import type { LanguageServer } from "../languageServer.ts";
import { type Builder, listBuilders, readBuilders } from "./builders.ts";
import { type BuildChoices, isBuildTarget, isConsumerToBuild } from "./buildRequest.ts";
import { buildTarget, startBuild } from "./buildTarget.ts";
import type { BuildTaskProvider } from "./buildTaskProvider.ts";
import { hasRawJson } from "./buildxVersion.ts";
import { copyCommandOf } from "./copyBuildCommand.ts";
import type { FoundEngine } from "./engine.ts";
import { type Engines, outputOf } from "./engines.ts";
import { engineFor, isAllowed } from "./readyToBuild.ts";
import { pickTarget } from "./targetPicker.ts";
import { readWords, writeWords } from "./wordList.ts";

/** The keys under which a workspace remembers the last answers (tags by target, the rest for all) and the builders seen last. */
const lastChoices = "dockstage.buildChoices";
const lastTags = "dockstage.buildTags";
const lastBuilders = "dockstage.builders";

/** What most images are built for. */
const commonPlatforms = ["linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386", "linux/ppc64le", "linux/s390x", "linux/riscv64"];

interface Row extends vscode.QuickPickItem {
  /** Asks for one choice; answers the new choices, undefined when the user turned back. */
  readonly ask?: () => Thenable<BuildChoices | undefined>;
  readonly act?: "build" | "copy";
}

/**
 * The command `dockstage.buildTargetWith`: shows everything that can be chosen for a build, with the answers of the last time, and builds when told to.
 *
 * @param argument what to build, from a key binding or a menu; without one the user is asked
 */
export async function buildTargetWith(
  argument: unknown,
  server: LanguageServer,
  engines: Engines,
  tasks: BuildTaskProvider,
  memory: vscode.Memento,
): Promise<void> {
  if (!(await isAllowed())) return;
  const target = isBuildTarget(argument) && !("stages" in argument) ? argument : await pickTarget(server);
  if (target === undefined) return;
  // Compose has its own context, arguments and names; there is nothing to choose.
  if (isConsumerToBuild(target)) return buildTarget(target, server, engines, tasks);
  const found = await engineFor(target, engines);
  if (found === undefined) return;

  const tags = memory.get<Record<string, string>>(lastTags, {});
  const key = JSON.stringify([target.dockerfile, target.stage]);
  let choices: BuildChoices = { ...memory.get<BuildChoices>(lastChoices, {}), ...(tags[key] !== undefined && { tag: tags[key] }) };
  const name = target.stage ?? vscode.l10n.t("default target");
  for (;;) {
    const row = await vscode.window.showQuickPick(rowsFor(choices, found, name, target.dockerfile, memory), {
      title: vscode.l10n.t("Build {0} with…", name),
      placeHolder: vscode.l10n.t("Press Enter to build, or choose what to change"),
      ignoreFocusOut: true,
      matchOnDescription: true,
    });
    if (row === undefined) return;
    if (row.ask) {
      choices = (await row.ask()) ?? choices;
      continue;
    }
    const { tag, ...others } = choices;
    await memory.update(lastChoices, others);
    await memory.update(lastTags, { ...tags, [key]: tag });
    if (row.act === "copy") return copyCommandOf(target, choices, server, engines);
    return startBuild(target, choices, server, engines, tasks);
  }
}

function rowsFor(choices: BuildChoices, found: FoundEngine, name: string, document: string, memory: vscode.Memento): Row[] {
  const settings = vscode.workspace.getConfiguration("dockstage", vscode.Uri.parse(document));
  const isBuildx = found.engine === "buildx";
  const none = vscode.l10n.t("none");
  const words = (list: readonly string[] | undefined) => (list?.length ? writeWords(list) : none);
  const outputs = { load: vscode.l10n.t("keep it here"), push: vscode.l10n.t("push it"), cache: vscode.l10n.t("only fill the cache") };
  const row = (icon: string, label: string, description: string, ask: Row["ask"]): Row => ({
    label: `$(${icon}) ${label}`,
    description,
    ...(ask && { ask }),
  });
  return [
    { label: `$(play) ${vscode.l10n.t("Build {0}", name)}`, act: "build" },
    { label: `$(copy) ${vscode.l10n.t("Copy the command")}`, act: "copy" },
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    row("tag", vscode.l10n.t("Tag"), choices.tag ?? settings.get("build.tag", ""), () => askTag(choices, settings.get("build.tag", ""))),
    row("chip", vscode.l10n.t("Platforms"), choices.platforms?.join(", ") || vscode.l10n.t("the builder's own"), () =>
      askPlatforms(choices),
    ),
    ...(isBuildx
      ? [
          row(
            "server",
            vscode.l10n.t("Builder"),
            (choices.builder ?? settings.get("builder", "")) || vscode.l10n.t("the selected one"),
            () => askBuilder(choices, found, memory),
          ),
        ]
      : []),
    row("symbol-variable", vscode.l10n.t("Build arguments"), words(choices.buildArgs), () => askBuildArgs(choices)),
    row("key", vscode.l10n.t("Secrets"), words(choices.secrets), () => askSecrets(choices)),
    row("history", vscode.l10n.t("Cache"), choices.noCache ? vscode.l10n.t("not used") : vscode.l10n.t("used"), async () => ({
      ...choices,
      noCache: !choices.noCache,
    })),
    ...(isBuildx ? [row("package", vscode.l10n.t("Result"), outputs[choices.output ?? "load"], () => askOutput(choices, outputs))] : []),
  ];
}

async function askTag(choices: BuildChoices, template: string): Promise<BuildChoices | undefined> {
  const { tag: before, ...others } = choices;
  const tag = await vscode.window.showInputBox({
    title: vscode.l10n.t("Tag"),
    prompt: vscode.l10n.t("The image's name, for example registry.example/app:1.2. Left empty: the name by the setting ({0}).", template),
    value: before ?? "",
    ignoreFocusOut: true,
  });
  if (tag === undefined) return undefined;
  return tag.trim() === "" ? others : { ...others, tag: tag.trim() };
}

async function askPlatforms(choices: BuildChoices): Promise<BuildChoices | undefined> {
  const chosen = choices.platforms ?? [];
  const items = [...new Set([...chosen, ...commonPlatforms])].map((label) => ({ label, picked: chosen.includes(label) }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Platforms"),
    placeHolder: vscode.l10n.t("None picked: the builder's own"),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked && { ...choices, platforms: picked.map(({ label }) => label) };
}

async function askBuilder(choices: BuildChoices, found: FoundEngine, memory: vscode.Memento): Promise<BuildChoices | undefined> {
  const items = buildersOf(found, memory).then((builders): (vscode.QuickPickItem & { readonly builder: string })[] => [
    { label: vscode.l10n.t("the selected one"), description: builders.find(({ isCurrent }) => isCurrent)?.name ?? "", builder: "" },
    ...builders.map(({ name, driver, status }) => ({
      label: name,
      description: [driver, status].filter((text) => text !== "").join(", "),
      builder: name,
    })),
  ]);
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Builder"), ignoreFocusOut: true });
  return picked && { ...choices, builder: picked.builder };
}

/** The builders of now; those of the last time when buildx does not answer. */
async function buildersOf(found: FoundEngine, memory: vscode.Memento): Promise<Builder[]> {
  const output = await outputOf(hasRawJson(found.buildx) ? listBuilders.json : listBuilders.text);
  if (output === undefined) return memory.get<Builder[]>(lastBuilders, []);
  const builders = readBuilders(output);
  await memory.update(lastBuilders, builders);
  return builders;
}

async function askBuildArgs(choices: BuildChoices): Promise<BuildChoices | undefined> {
  const line = await vscode.window.showInputBox({
    title: vscode.l10n.t("Build arguments"),
    prompt: vscode.l10n.t("NAME=value, separated by blanks; quotes hold blanks together. NAME alone takes the value from the environment."),
    value: writeWords(choices.buildArgs ?? []),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const wrong = readWords(value).find((word) => !/^[A-Za-z_][\w.-]*(=|$)/.test(word));
      return wrong === undefined ? undefined : vscode.l10n.t("'{0}' is not NAME=value.", wrong);
    },
  });
  return line === undefined ? undefined : { ...choices, buildArgs: readWords(line) };
}

async function askSecrets(choices: BuildChoices): Promise<BuildChoices | undefined> {
  const line = await vscode.window.showInputBox({
    title: vscode.l10n.t("Secrets"),
    prompt: vscode.l10n.t("id=NAME,src=FILE or id=NAME,env=VARIABLE, separated by blanks. Their values are read by the engine alone."),
    value: writeWords(choices.secrets ?? []),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const wrong = readWords(value).find((word) => !/(^|,)id=[^,]+/.test(word));
      return wrong === undefined ? undefined : vscode.l10n.t("'{0}' has no id=NAME.", wrong);
    },
  });
  return line === undefined ? undefined : { ...choices, secrets: readWords(line) };
}

async function askOutput(
  choices: BuildChoices,
  outputs: Record<NonNullable<BuildChoices["output"]>, string>,
): Promise<BuildChoices | undefined> {
  const items = (Object.keys(outputs) as (keyof typeof outputs)[]).map((output) => ({ label: outputs[output], output }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Result"), ignoreFocusOut: true });
  return picked && { ...choices, output: picked.output };
}
