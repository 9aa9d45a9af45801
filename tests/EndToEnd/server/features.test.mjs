// The published native binary, over stdio, through the official client library. One short test for each method: the features
// themselves are tested on texts in tests/Core.Tests. What only fails in the native build (trimmed types, missing converters) fails here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LanguageClient } from "../harness/LanguageClient.mjs";
import { until } from "../harness/until.mjs";

const PROJECT = `
  //- api/Dockerfile
  ARG GO=1.26
  FROM golang:\${GO} AS develop

  # builder compiles the program
  FROM develop AS builder

  FROM scratch
  COPY --from=builder /a /b
  //- compose.yaml
  services:
    web:
      build:
        context: ./api
        target: builder
`;

/** Runs a test body with a server on a workspace, and ends the server whatever happens. */
async function withServer(marked, body, options) {
  const client = await LanguageClient.start(marked, options);
  try {
    await body(client);
  } finally {
    client.kill();
  }
}

const cursorIn = (marked, before, after = `${before}<|>`) => marked.replace(before, after);

test("initialize names the server, its version and what it can do", () =>
  withServer(PROJECT, async ({ serverInfo }) => {
    assert.equal(serverInfo.serverInfo.name, "dockstage");
    assert.match(serverInfo.serverInfo.version, /^\d+\.\d+\.\d+/);
    const { capabilities } = serverInfo;
    for (const feature of [
      "completion",
      "definition",
      "references",
      "documentHighlight",
      "codeAction",
      "rename",
      "documentSymbol",
      "foldingRange",
      "semanticTokens",
      "workspaceSymbol",
      "hover",
      "documentLink",
      "codeLens",
      "executeCommand",
    ]) {
      assert.ok(capabilities[`${feature}Provider`], feature);
    }
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.deepEqual(capabilities.executeCommandProvider.commands, ["dockstage.buildCommand"]);
  }));

test("completion in COPY --from= offers the stages above, nearest first", () =>
  withServer(cursorIn(PROJECT, "COPY --from=", "COPY --from=<|>"), async (client) => {
    await client.open("api/Dockerfile");
    const list = await client.request("textDocument/completion", client.cursor);
    assert.deepEqual(
      list.items.map((item) => item.label),
      ["builder", "develop"],
    );
    assert.equal(list.isIncomplete, false);
    const resolved = await client.request("completionItem/resolve", list.items[0]);
    assert.equal(resolved.label, "builder");
    assert.match(resolved.documentation.value, /`golang:1\.26 ← develop ← builder`/);
    const sorted = list.items.map((item) => item.sortText);
    assert.deepEqual(sorted, [...sorted].sort(), "sortText keeps the order");
  }));

test("completion of a compose target offers the stages of the Dockerfile that context selects", () =>
  withServer(cursorIn(PROJECT, "target: "), async (client) => {
    await client.open("compose.yaml");
    const list = await client.request("textDocument/completion", client.cursor);
    assert.deepEqual(
      list.items.map((item) => item.label),
      ["develop", "builder"],
    );
  }));

test("definition leads from a compose target to the stage's name", () =>
  withServer(cursorIn(PROJECT, "target: bui"), async (client) => {
    await client.open("compose.yaml");
    const [link] = await client.request("textDocument/definition", client.cursor);
    assert.equal(client.name(link.targetUri), "api/Dockerfile");
    assert.deepEqual(link.targetSelectionRange, { start: { line: 4, character: 16 }, end: { line: 4, character: 23 } });
    assert.deepEqual(link.originSelectionRange, { start: { line: 4, character: 14 }, end: { line: 4, character: 21 } });
  }));

test("definition is a plain location for a client without link support", () =>
  withServer(
    cursorIn(PROJECT, "target: bui"),
    async (client) => {
      await client.open("compose.yaml");
      const locations = [await client.request("textDocument/definition", client.cursor)].flat();
      assert.equal(client.name(locations[0].uri), "api/Dockerfile");
      assert.deepEqual(locations[0].range.start, { line: 4, character: 16 });
    },
    { capabilities: { textDocument: {} } },
  ));

test("references lead from a compose target to all places in all files", () =>
  withServer(cursorIn(PROJECT, "target: bui"), async (client) => {
    await client.scanned;
    await client.open("compose.yaml");
    const found = await client.request("textDocument/references", { ...client.cursor, context: { includeDeclaration: true } });
    assert.deepEqual(
      found.map(({ uri, range }) => `${client.name(uri)}:${range.start.line}:${range.start.character}`),
      ["api/Dockerfile:4:16", "api/Dockerfile:7:12", "compose.yaml:4:14"],
    );
  }));

test("highlights of a stage tell its declaration from its uses", () =>
  withServer(cursorIn(PROJECT, "--from=bui"), async (client) => {
    await client.open("api/Dockerfile");
    const found = await client.request("textDocument/documentHighlight", client.cursor);
    assert.deepEqual(
      found.map(({ kind, range }) => [kind, range.start.line]),
      [
        [3, 4],
        [2, 7],
      ],
    );
  }));

test("prepareRename answers the name alone, and refuses an image in words", () =>
  withServer(cursorIn(PROJECT, "target: bui"), async (client) => {
    await client.open("compose.yaml");
    const ready = await client.request("textDocument/prepareRename", client.cursor);
    assert.deepEqual(ready, {
      range: { start: { line: 4, character: 14 }, end: { line: 4, character: 21 } },
      placeholder: "builder",
    });
    const image = { textDocument: { uri: client.uri("api/Dockerfile") }, position: { line: 6, character: 6 } };
    await client.open("api/Dockerfile");
    await assert.rejects(client.request("textDocument/prepareRename", image), /'scratch' is an image or a named context/);
  }));

test("rename from compose edits the Dockerfile and the compose file, each for its version", () =>
  withServer(cursorIn(PROJECT, "target: bui"), async (client) => {
    await client.scanned;
    await client.open("compose.yaml");
    const edit = await client.request("textDocument/rename", { ...client.cursor, newName: "compile" });
    assert.deepEqual(
      edit.documentChanges.map(({ textDocument, edits }) => [
        client.name(textDocument.uri),
        textDocument.version,
        edits.map(({ range, newText }) => `${range.start.line}:${range.start.character}-${range.end.character} ${newText}`),
      ]),
      [
        ["api/Dockerfile", null, ["3:2-9 compile", "4:16-23 compile", "7:12-19 compile"]],
        ["compose.yaml", 1, ["4:14-21 compile"]],
      ],
    );
    assert.equal(edit.changeAnnotations[edit.documentChanges[0].edits[0].annotationId].needsConfirmation, false);
  }));

test("a folder that is to be renamed is renamed in the compose file too", () =>
  withServer(PROJECT, async (client) => {
    await client.scanned;
    await client.open("compose.yaml");
    const { filters } = client.serverInfo.capabilities.workspace.fileOperations.willRename;
    assert.deepEqual(filters, [{ pattern: { glob: "**/*" } }]);
    const files = [{ oldUri: client.uri("api"), newUri: client.uri("my backend") }];
    const edit = await client.request("workspace/willRenameFiles", { files });
    assert.deepEqual(
      edit.documentChanges.map((change) => [client.name(change.textDocument.uri), change.textDocument.version, editsOf(change)]),
      [["compose.yaml", 1, ["3:15-3:20 ./my backend"]]],
    );
    assert.equal(await client.request("workspace/willRenameFiles", { files: [] }), null);
  }));

const about = (client, path) => ({ textDocument: { uri: client.uri(path) } });

/** The actions for everything that is found in a file, or of one kind. */
async function actionsFor(client, path, only) {
  const diagnostics = only ? [] : await client.waitForDiagnostics(path, (all) => all.length > 0);
  return client.request("textDocument/codeAction", {
    ...about(client, path),
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    context: { diagnostics, only },
  });
}

const editsOf = ({ edits }) =>
  edits.map(({ range, newText }) => `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character} ${newText}`);

test("codeAction lists fixes without edits, and codeAction/resolve adds the one that is chosen, over several files", () =>
  withServer(PROJECT.replace("AS builder", "AS Builder").replace("target: builder", 'target: "Builder"'), async (client) => {
    await client.scanned;
    await client.open("api/Dockerfile");
    const actions = await actionsFor(client, "api/Dockerfile");
    assert.deepEqual(
      actions.map(({ kind, title, isPreferred = false, edit }) => [kind, title, isPreferred, edit]),
      [
        ["quickfix", "Name the stage 'builder' everywhere", true, undefined],
        ["quickfix", "Silence StageNameCasing in this file (# check=skip)", false, undefined],
        ["source.fixAll.dockstage", "Fix everything that Dockstage can fix safely", false, undefined],
      ],
    );
    const { edit } = await client.request("codeAction/resolve", actions[0]);
    assert.deepEqual(
      edit.documentChanges.map((change) => [client.name(change.textDocument.uri), change.textDocument.version, editsOf(change)]),
      [
        ["api/Dockerfile", 1, ["4:16-4:23 builder"]],
        ["compose.yaml", null, ["4:15-4:22 builder"]],
      ],
    );
    assert.equal(edit.changeAnnotations[edit.documentChanges[0].edits[0].annotationId].label, actions[0].title);
  }));

test("source.fixAll.dockstage fixes what is safe in one edit, and is not there when nothing is", () =>
  withServer("//- Dockerfile\nfrom alpine AS a\nmaintainer me\nRUNN x\nrun \\\n\n  true\n", async (client) => {
    await client.open("Dockerfile");
    const [action, ...others] = await actionsFor(client, "Dockerfile", ["source.fixAll.dockstage"]);
    assert.deepEqual(others, []);
    const { edit } = await client.request("codeAction/resolve", action);
    assert.deepEqual(editsOf(edit.documentChanges[0]), [
      "0:12-0:14 as",
      '1:0-1:13 label org.opencontainers.image.authors="me"',
      "4:0-5:0 ",
    ]);
    assert.deepEqual(await actionsFor(client, "Dockerfile", ["source.organizeImports"]), []);
  }));

test("a Dockerfile inside a compose file has definitions, renames, findings and fixes at its places", () =>
  withServer(
    `
  //- compose.yaml
  services:
    web:
      build:
        dockerfile_inline: |
          FROM golang AS Builder

          FROM alpine
          COPY --from=buil<|>der $$A /b
        target: builder
`,
    async (client) => {
      await client.scanned;
      await client.open("compose.yaml");
      const [link] = await client.request("textDocument/definition", client.cursor);
      assert.equal(client.name(link.targetUri), "compose.yaml");
      assert.deepEqual(link.targetSelectionRange, { start: { line: 4, character: 23 }, end: { line: 4, character: 30 } });
      const renamed = await client.request("textDocument/rename", { ...client.cursor, newName: "compile" });
      const places = ["4:23-4:30 compile", "7:20-7:27 compile", "8:14-8:21 compile"];
      assert.deepEqual(
        renamed.documentChanges.map((change) => [client.name(change.textDocument.uri), editsOf(change)]),
        [["compose.yaml", places]],
      );
      const [action] = await actionsFor(client, "compose.yaml");
      assert.equal(action.title, "Name the stage 'builder' everywhere");
      const { edit } = await client.request("codeAction/resolve", action);
      assert.deepEqual(editsOf(edit.documentChanges[0]), ["4:23-4:30 builder"]);
    },
  ));

test("a fix makes the Dockerfile that is missing", () =>
  withServer(PROJECT.replace("context: ./api", "context: ./my api"), async (client) => {
    await client.scanned;
    const [action] = await actionsFor(client, "compose.yaml");
    assert.equal(action.title, "Create my api/Dockerfile");
    const { edit } = await client.request("codeAction/resolve", action);
    const [created, written] = edit.documentChanges;
    assert.equal(created.kind, "create");
    assert.equal(client.name(created.uri), "my api/Dockerfile");
    assert.equal(written.textDocument.uri, created.uri);
    assert.deepEqual(editsOf(written), ["0:0-0:0 FROM scratch AS builder\n"]);
  }));

test("documentSymbol is a tree of stages and their instructions, or a list for older clients", async () => {
  await withServer(PROJECT, async (client) => {
    await client.open("api/Dockerfile");
    const outline = await client.request("textDocument/documentSymbol", about(client, "api/Dockerfile"));
    assert.deepEqual(
      outline.map(({ name, children = [] }) => [name, children.map((child) => child.name)]),
      [
        ["ARG", []],
        ["develop", []],
        ["builder", []],
        ["stage 2 (unnamed)", ["COPY"]],
      ],
    );
  });
  await withServer(
    PROJECT,
    async (client) => {
      await client.open("api/Dockerfile");
      const outline = await client.request("textDocument/documentSymbol", about(client, "api/Dockerfile"));
      assert.equal(outline.at(-1).containerName, "stage 2 (unnamed)");
    },
    { capabilities: { textDocument: {} } },
  );
});

test("foldingRange folds a stage", () =>
  withServer(PROJECT, async (client) => {
    await client.open("api/Dockerfile");
    const folds = await client.request("textDocument/foldingRange", about(client, "api/Dockerfile"));
    assert.deepEqual(folds, [{ startLine: 6, endLine: 7, kind: "region" }]);
  }));

test("semanticTokens/full tells stages from images and variables", () =>
  withServer(PROJECT, async (client) => {
    const { legend } = client.serverInfo.capabilities.semanticTokensProvider;
    assert.deepEqual(legend, { tokenTypes: ["class", "string", "variable", "macro"], tokenModifiers: ["declaration"] });
    await client.open("api/Dockerfile");
    const { data } = await client.request("textDocument/semanticTokens/full", about(client, "api/Dockerfile"));
    const types = Array.from({ length: data.length / 5 }, (_, i) => legend.tokenTypes[data[i * 5 + 3]]);
    assert.deepEqual(types, ["variable", "variable", "class", "class", "class", "class"]);
  }));

test("workspace/symbol finds stages and services of files that nobody opened", () =>
  withServer(PROJECT, async (client) => {
    await client.scanned;
    const found = await client.request("workspace/symbol", { query: "E" });
    assert.deepEqual(
      found.map(({ name, location }) => `${name} ${client.name(location.uri)}`),
      ["builder api/Dockerfile", "develop api/Dockerfile", "web compose.yaml"],
    );
  }));

test("hover shows ancestry, doc comment and who builds the stage", () =>
  withServer(cursorIn(PROJECT, "AS bui"), async (client) => {
    await client.scanned;
    await client.open("api/Dockerfile");
    const { contents } = await client.request("textDocument/hover", client.cursor);
    assert.equal(contents.kind, "markdown");
    assert.match(contents.value, /`golang:1\.26 ← develop ← builder`/);
    assert.match(contents.value, /compiles the program/);
    assert.match(contents.value, /\[web — \.\.\/compose\.yaml:5\]/);
  }));

test("hover speaks Russian to a Russian client", () =>
  withServer(
    cursorIn(PROJECT, "AS bui"),
    async (client) => {
      await client.open("api/Dockerfile");
      const { contents } = await client.request("textDocument/hover", client.cursor);
      assert.match(contents.value, /стадия/);
    },
    { locale: "ru" },
  ));

test("a lens over every stage that can be built carries the client's command, or the server's own", async () => {
  const titles = ["▷ Build develop", "▷ Build builder", "▷ Build (last stage)"];
  for (const [capabilities, command] of [
    [{ experimental: { dockstageCommands: ["dockstage.buildTarget"] } }, "dockstage.buildTarget"],
    [{}, "dockstage.buildCommand"],
  ]) {
    await withServer(
      PROJECT,
      async (client) => {
        await client.open("api/Dockerfile");
        const uri = client.uri("api/Dockerfile");
        const all = await client.request("textDocument/codeLens", { textDocument: { uri } });
        const lenses = all.filter((lens) => lens.command.title.startsWith("▷"));
        assert.deepEqual(
          lenses.map((lens) => lens.command.title),
          titles,
        );
        assert.deepEqual(
          lenses.map((lens) => lens.command.command),
          [command, command, command],
        );
        assert.deepEqual(lenses[1].command.arguments, [{ dockerfile: uri, stage: "builder" }]);
        assert.deepEqual(lenses[2].command.arguments, [{ dockerfile: uri, stage: null }]);
      },
      { capabilities },
    );
  }
});

test("lenses count references, name consumers and tell what is built by default", () =>
  withServer(
    PROJECT,
    async (client) => {
      await client.scanned;
      await client.open("api/Dockerfile");
      const lenses = await client.request("textDocument/codeLens", about(client, "api/Dockerfile"));
      assert.deepEqual(
        lenses.map(({ command }) => [command.title, command.command]).filter(([title]) => !title.startsWith("▷")),
        [
          ["1 reference", "dockstage.showReferences"],
          ["2 references", "dockstage.showReferences"],
          ["used by web", "dockstage.showReferences"],
          ["default target", ""],
        ],
      );
      const [argument] = lenses.find(({ command }) => command.title === "2 references").command.arguments;
      assert.deepEqual(argument.position, { line: 4, character: 16 });
      assert.deepEqual(
        argument.locations.map(({ uri }) => client.name(uri)),
        ["api/Dockerfile", "compose.yaml"],
      );
    },
    { capabilities: { experimental: { dockstageCommands: ["dockstage.showReferences"] } } },
  ));

test("the lens over a compose service carries what dockstage.buildCommand takes: compose builds it, with the file below an override", () =>
  withServer(
    `${PROJECT}
  //- compose.dev.yaml
  services:
    web: {build: {target: develop}}
`,
    async (client) => {
      await client.scanned;
      for (const [path, title, argv] of [
        ["compose.yaml", "▷ Build web (target builder)", ["-f", "compose.yaml"]],
        ["compose.dev.yaml", "▷ Build web (target develop)", ["-f", "compose.yaml", "-f", "compose.dev.yaml"]],
      ]) {
        await client.open(path);
        const [lens] = await client.request("textDocument/codeLens", about(client, path));
        assert.equal(lens.command.title, title);
        assert.equal(lens.command.command, "dockstage.buildCommand");
        assert.deepEqual(lens.command.arguments, [{ consumer: client.uri(path), build: "web" }]);
        const built = await client.request("workspace/executeCommand", {
          command: lens.command.command,
          arguments: lens.command.arguments,
        });
        assert.deepEqual(built.argv, ["docker", "compose", ...argv, "build", "web"]);
        assert.equal(built.cwd, client.path("."));
        assert.deepEqual(built.env, {});
      }
    },
  ));

test("rename follows the doc comment, the default of an ARG and every letter case", () =>
  withServer(
    `
  //- Dockerfile
  ARG BASE=builder
  # builder compiles it
  FROM golang AS builder<|>
  FROM $BASE
  COPY --from=BUILDER /a /b
`,
    async (client) => {
      await client.open("Dockerfile");
      const edit = await client.request("textDocument/rename", { ...client.cursor, newName: "compile" });
      assert.deepEqual(
        edit.documentChanges[0].edits.map(
          ({ range, newText }) => `${range.start.line}:${range.start.character}-${range.end.character} ${newText}`,
        ),
        ["0:9-16 compile", "1:2-9 compile", "2:15-22 compile", "4:12-19 COMPILE"],
      );
    },
  ));

test("dockstage.buildCommand answers argv, folder and text by the settings, and starts nothing", () =>
  withServer(
    PROJECT,
    async (client) => {
      await client.scanned;
      const argument = { dockerfile: client.uri("api/Dockerfile"), stage: "builder", engine: "docker" };
      const built = await client.request("workspace/executeCommand", { command: "dockstage.buildCommand", arguments: [argument] });
      assert.deepEqual(built.argv, ["docker", "build", "--target", "builder", "-f", "Dockerfile", "-t", "x/api:builder", "--pull", "."]);
      assert.equal(built.cwd, client.path("api"));
      assert.deepEqual(built.env, { DOCKER_BUILDKIT: "1" });
      assert.equal(built.text, "DOCKER_BUILDKIT=1 docker build --target builder -f Dockerfile -t x/api:builder --pull .");
    },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the setting has its own placeholders.
    { settings: { dockstage: { build: { tag: "x/${folder}:${stage}", extraArgs: ["--pull"] } } } },
  ));

test("dockstage.buildCommand refuses a stage that is gone, with a message for people", () =>
  withServer(PROJECT, async (client) => {
    const argument = { dockerfile: client.uri("api/Dockerfile"), stage: "bulider", engine: "buildx" };
    await assert.rejects(
      client.request("workspace/executeCommand", { command: "dockstage.buildCommand", arguments: [argument] }),
      /Dockerfile has no stage named 'bulider'\./,
    );
  }));

test("TargetNotFound comes the moment an unsaved edit removes the stage, and goes when it returns", () =>
  withServer(PROJECT, async (client) => {
    await client.open("api/Dockerfile");
    await client.change("api/Dockerfile", "develop AS builder", "develop AS bulider");
    const [found] = await client.waitForDiagnostics("compose.yaml", (all) => all.length === 1);
    assert.equal(found.code, "TargetNotFound");
    assert.equal(found.source, "dockstage");
    assert.equal(found.severity, 1);
    assert.equal(found.message, "api/Dockerfile has no stage named 'builder'. Did you mean 'bulider'?");
    assert.deepEqual(found.range, { start: { line: 4, character: 14 }, end: { line: 4, character: 21 } });
    assert.match(found.codeDescription.href, /docs\/rules\/TargetNotFound\.md$/);
    assert.equal(client.name(found.relatedInformation[0].location.uri), "api/Dockerfile");
    await client.change("api/Dockerfile", "develop AS bulider", "develop AS builder");
    await client.waitForDiagnostics("compose.yaml", (all) => all.length === 0);
  }));

test("closing an unsaved Dockerfile brings back what the disk says", () =>
  withServer(PROJECT, async (client) => {
    await client.open("api/Dockerfile", { text: "FROM scratch AS other\n" });
    await client.waitForDiagnostics("compose.yaml", (all) => all.length === 1);
    await client.close("api/Dockerfile");
    await client.waitForDiagnostics("compose.yaml", (all) => all.length === 0);
  }));

test("DockerfileNotFound is reported on the path for a file that nobody has opened", () =>
  withServer(
    `
      //- compose.yaml
      services:
        web:
          build:
            context: .
            dockerfile: docker/prod.Dockerfile
            target: x
    `,
    async (client) => {
      const [found, ...others] = await client.waitForDiagnostics("compose.yaml", (all) => all.length > 0);
      assert.equal(found.code, "DockerfileNotFound");
      assert.equal(found.severity, 2);
      assert.deepEqual(found.range.start, { line: 4, character: 18 });
      assert.deepEqual(others, []);
    },
  ));

test("documentLink leads from the paths of a compose file to the files, those that nobody opened too", () =>
  withServer(
    `${PROJECT}
      //- common.yml
      services:
        base:
          build: ./api
      //- compose.dev.yaml
      services:
        web:
          extends:
            file: common.yml
            service: base
          build:
            dockerfile: Dockerfile
    `,
    async (client) => {
      await client.open("compose.dev.yaml");
      const links = await client.request("textDocument/documentLink", about(client, "compose.dev.yaml"));
      assert.deepEqual(
        links.map((link) => [link.range.start.line, client.name(link.target)]),
        [
          [3, "common.yml"],
          [6, "api/Dockerfile"],
        ],
      );
    },
  ));

test("a mismatch over an override file, a base file and .env is told in each of them, live", () =>
  withServer(
    `
      //- Dockerfile
      FROM alpine AS release
      //- .env
      STAGE=release
      //- compose.yaml
      services:
        web:
          build: { context: ., target: $STAGE }
      //- dev/Dockerfile
      FROM alpine AS debug
      //- compose.override.yaml
      services:
        web:
          build: { context: dev }
    `,
    async (client) => {
      const [found] = await client.waitForDiagnostics("compose.override.yaml", (all) => all.length === 1);
      assert.equal(found.message, "dev/Dockerfile has no stage named 'release'. Its stages: debug.");
      assert.ok(found.relatedInformation.some(({ location }) => client.name(location.uri) === ".env"));
      await client.waitForDiagnostics(".env", (all) => all.length === 1);
      await client.waitForDiagnostics("compose.yaml", (all) => all.length === 1);
      await client.open("dev/Dockerfile");
      await client.change("dev/Dockerfile", "debug", "release");
      for (const path of ["compose.override.yaml", ".env", "compose.yaml"]) {
        await client.waitForDiagnostics(path, (all) => all.length === 0);
      }
    },
  ));

test("a Dockerfile that a build names by an unusual path outside the folder is read", () =>
  withServer(
    `
      //- inner/compose.yaml
      services:
        web:
          build: { context: .., dockerfile: docker/prod.df, target: nosuch }
      //- docker/prod.df
      FROM alpine AS release
    `,
    async (client) => {
      const [found] = await client.waitForDiagnostics("inner/compose.yaml", (all) => all.length > 0);
      assert.match(found.message, /\.\.\/docker\/prod\.df has no stage named 'nosuch'\. Its stages: release\./);
    },
  ));

test("settings choose the severity of a rule", () =>
  withServer(
    cursorIn(PROJECT, "target: builder", "target: nosuch"),
    async (client) => {
      const [found] = await client.waitForDiagnostics("compose.yaml", (all) => all.length > 0);
      assert.equal(found.severity, 3);
    },
    { settings: { dockstage: { rules: { TargetNotFound: "info" } } } },
  ));

test("a document that is no file works within itself", () =>
  withServer(PROJECT, async (client) => {
    const uri = "untitled:Untitled-1";
    const text = "FROM golang AS develop\nFROM \n";
    await client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "dockerfile", version: 1, text } });
    const list = await client.request("textDocument/completion", { textDocument: { uri }, position: { line: 1, character: 5 } });
    assert.deepEqual(
      list.items.map((item) => item.label),
      ["develop"],
    );
  }));

test("dockstage/graph answers the stages, what builds them and what a build runs", () =>
  withServer(PROJECT, async (client) => {
    await client.scanned;
    const document = client.uri("api/Dockerfile");
    const graph = await client.request("dockstage/graph", { document, selected: { uri: document, label: "builder" } });
    assert.deepEqual(graph.nodes.map((node) => node.label).sort(), ["builder", "develop", "golang:1.26", "scratch", "stage-2", "web"]);
    assert.deepEqual(graph.runs.sort(), ["image:golang:1.26", "stage:api/Dockerfile#0", "stage:api/Dockerfile#1"]);
    assert.deepEqual(graph.nodes.find((node) => node.label === "web").build, {
      stage: null,
      consumer: client.uri("compose.yaml"),
      build: "web",
    });
  }));

test("dockstage/graphText answers the graph as DOT and as Mermaid", () =>
  withServer(PROJECT, async (client) => {
    await client.scanned;
    const ask = (more) => client.request("dockstage/graphText", { document: client.uri("api/Dockerfile"), ...more });
    assert.match((await ask({ format: "dot" })).text, /^digraph .*builder.*web|^digraph .*web.*builder/s);
    assert.match((await ask({ format: "mermaid" })).text, /^flowchart .*builder/s);
    const { text } = await ask({ format: "dot", consumers: false });
    assert.match(text, /builder/);
    assert.doesNotMatch(text, /web/);
  }));

test("dockstage/targetFiles and dockstage/targets answer what the tree shows", () =>
  withServer(PROJECT, async (client) => {
    await client.scanned;
    const files = await client.request("dockstage/targetFiles", {});
    assert.deepEqual(
      files.map(({ kind, path }) => `${kind} ${path}`),
      ["dockerfile api/Dockerfile", "compose compose.yaml"],
    );
    const { stages } = await client.request("dockstage/targets", { document: files[0].uri });
    assert.deepEqual(
      stages.map(({ label, runs, builtBy }) => [label, runs, builtBy]),
      [
        ["develop", 1, []],
        ["builder", 2, ["web"]],
        ["stage-2", 3, []],
      ],
    );
    const { builds } = await client.request("dockstage/targets", { document: files[1].uri });
    assert.deepEqual(builds[0].stage, { uri: files[0].uri, line: 5 });
  }));

test("dockstage/changed tells a client that wants it about an edit", () =>
  withServer(
    PROJECT,
    async (client) => {
      await client.open("api/Dockerfile");
      await client.change("api/Dockerfile", "AS builder", "AS other");
      const uri = client.uri("compose.yaml");
      await until("the compose file among what changed", () => client.changes.some((change) => change.documents?.includes(uri)), {
        seconds: 10,
        state: () => client.changes,
      });
    },
    { capabilities: { experimental: { dockstageChanges: true } } },
  ));

test("file watching is registered for Dockerfiles and compose files", () =>
  withServer(PROJECT, async (client) => {
    const registered = () => client.registrations.some(({ method }) => method === "workspace/didChangeWatchedFiles");
    await until("the registration", registered, { seconds: 10, state: () => client.registrations });
  }));
