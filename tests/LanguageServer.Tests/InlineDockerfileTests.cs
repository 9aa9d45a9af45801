using System.Text.Json.Nodes;

namespace Dockstage.LanguageServer.Tests;

/// <summary>A Dockerfile inside a compose file over LSP: all answers are places of the compose file, and nothing tells of another document.</summary>
public class InlineDockerfileTests
{
    private const string Uri = "untitled:compose.yaml";

    private const string Compose = """
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS Build

                FROM alpine
                COPY --from=bu<|>ild $$A /b
              target: build
        """;

    private const string Abilities = """
        {
            "workspace": { "workspaceEdit": { "documentChanges": true }, "symbol": { "resolveSupport": { "properties": [] } } },
            "textDocument": {
                "definition": { "linkSupport": true },
                "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                "codeAction": {
                    "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } },
                    "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit"] } } }
        }
        """;

    [Fact]
    public async Task Every_request_is_answered_in_places_of_the_compose_file()
    {
        await using var client = await TestClient.StartAsync(capabilities: Abilities);
        var file = Markup.ParseOne(Compose, "compose.yaml");
        client.Open(Uri, file.Text, "dockercompose");
        var about = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri } };

        var link = (await AtAsync("textDocument/definition"))!.AsArray().Single()!;
        Assert.Equal((Uri, "4:23-4:28", "7:20-7:25"), ((string?)link["targetUri"], Range(link["targetSelectionRange"]), Range(link["originSelectionRange"])));
        Assert.Equal(["4:23-4:28", "7:20-7:25", "8:14-8:19"], (await AtAsync("textDocument/documentHighlight"))!.AsArray().Select(one => Range(one!["range"])));
        Assert.Equal("7:20-7:25", Range((await AtAsync("textDocument/hover"))!["range"]));
        Assert.Equal("7:20-7:25", Range((await AtAsync("textDocument/prepareRename"))!["range"]));

        var asked = TestClient.Place(Uri, 7, 22);
        asked["context"] = new JsonObject { ["includeDeclaration"] = true };
        Assert.Equal(["4:23-4:28", "7:20-7:25", "8:14-8:19"], Places(await client.RequestAsync("textDocument/references", asked.DeepClone())));
        asked["newName"] = "compile";
        var renamed = (await client.RequestAsync("textDocument/rename", asked))!["documentChanges"]!.AsArray().Single()!;
        Assert.Equal((Uri, 1), ((string?)renamed["textDocument"]!["uri"], (int?)renamed["textDocument"]!["version"]));
        Assert.Equal(["4:23-4:28", "7:20-7:25", "8:14-8:19"], renamed["edits"]!.AsArray().Select(edit => Range(edit!["range"])));

        var item = (await AtAsync("textDocument/completion"))!["items"]!.AsArray().Single()!;
        Assert.Equal("7:20-7:25", Range(item["textEdit"]!["range"]));
        var described = (await client.RequestAsync("completionItem/resolve", item.DeepClone()))!;
        Assert.Contains("build", described["documentation"]!["value"]!.ToString(), StringComparison.Ordinal);

        var outline = (await client.RequestAsync("textDocument/documentSymbol", about.DeepClone()))!.AsArray().Single()!;
        Assert.Equal(("web", "4:8"), ((string?)outline["name"], Range(outline["range"]).Split('-')[0]));
        Assert.Equal(["4:23-4:28", "6:13-6:19"], outline["children"]!.AsArray().Select(child => Range(child!["selectionRange"])));
        Assert.Contains("6-7", (await client.RequestAsync("textDocument/foldingRange", about.DeepClone()))!.AsArray().Select(fold => $"{fold!["startLine"]}-{fold["endLine"]}"));
        var tokens = (await client.RequestAsync("textDocument/semanticTokens/full", about.DeepClone()))!["data"]!.AsArray().Select(number => (int)number!);
        Assert.Equal([4, 13, 6, 1, 0, 0, 10, 5, 0, 1, 2, 13, 6, 1, 0, 1, 20, 5, 0, 0], tokens);
        var lenses = (await client.RequestAsync("textDocument/codeLens", about.DeepClone()))!.AsArray();
        Assert.Contains("4:8-4:28 ▷ Build web", lenses.Select(lens => $"{Range(lens!["range"])} {lens["command"]!["title"]}"));
        Assert.Equal(["4:23-4:28"], Places(new JsonArray([.. (await client.RequestAsync("workspace/symbol", """{ "query": "build" }"""))!.AsArray().Select(one => one!["location"]!.DeepClone())])));
        Assert.False(client.HasSaid("embedded="));

        async Task<JsonNode?> AtAsync(string method) => await client.AtAsync(method, Uri, file);
    }

    [Fact]
    public async Task Findings_come_with_fixes_of_the_compose_file()
    {
        await using var client = await TestClient.StartAsync(capabilities: Abilities);
        client.Open(Uri, Markup.ParseOne(Compose, "compose.yaml").Text, "dockercompose");
        var published = await client.PublicationAsync(Uri);
        var found = published["diagnostics"]!.AsArray().Single()!;
        Assert.Equal("StageNameCasing 4:23-4:28", $"{found["code"]} {Range(found["range"])}");
        var actions = (await client.RequestAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri },
            ["range"] = found["range"]!.DeepClone(),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray(found.DeepClone()) },
        }))!.AsArray();
        var chosen = (await client.RequestAsync("codeAction/resolve", actions[0]!.DeepClone()))!;
        var change = chosen["edit"]!["documentChanges"]!.AsArray().Single()!;
        Assert.Equal(Uri, (string?)change["textDocument"]!["uri"]);
        Assert.Equal("4:23-4:28 build", $"{Range(change["edits"]![0]!["range"])} {change["edits"]![0]!["newText"]}");
        var silenced = (await client.RequestAsync("codeAction/resolve", actions[1]!.DeepClone()))!["edit"]!["documentChanges"]![0]!["edits"]![0]!;
        Assert.Equal("4:8-4:8 # check=skip=StageNameCasing\n        ", $"{Range(silenced["range"])} {silenced["newText"]}");
    }

    [Fact]
    public async Task Typing_inside_changes_what_is_found()
    {
        await using var client = await TestClient.StartAsync(capabilities: Abilities);
        var text = Markup.ParseOne(Compose, "compose.yaml").Text.Replace("Build", "build", StringComparison.Ordinal);
        client.Open(Uri, text, "dockercompose");
        client.Replace(Uri, text.Replace("AS build", "AS biuld", StringComparison.Ordinal));
        Assert.Equal(["UnknownStage", "TargetNotFound"], await client.PublishedAsync(Uri));
        client.Replace(Uri, text, 3);
        Assert.Empty(await client.PublishedAsync(Uri));
    }

    private const string TwoInside = """
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS build
                RUN make
                FROM build AS last
          api:
            build: { target: build, dockerfile_inline: "FROM alpine AS build\nRUN \\\n  echo\nFROM build AS rest\n" }
        """;

    [Fact]
    public async Task A_build_says_which_Dockerfile_inside_the_file_it_builds_and_where_its_lines_stand()
    {
        using var folder = new TestFolder(TwoInside);
        await using var client = await TestClient.StartAsync(folder, capabilities: Abilities);
        var (web, api) = (await BuiltAsync("web"), await BuiltAsync("api"));
        Assert.Equal((folder.UriOf("compose.yaml"), null, 0, "[4,5,6,7]"), web);
        Assert.Equal((folder.UriOf("compose.yaml"), "build", 1, "[8,8,8,8,8]"), api);
        Assert.False(client.HasSaid("embedded="));

        async Task<(string? Dockerfile, string? Stage, int? Index, string? Lines)> BuiltAsync(string service)
        {
            var asked = new JsonObject { ["consumer"] = folder.UriOf("compose.yaml"), ["build"] = service, ["shell"] = "sh" };
            var answer = await client.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = "dockstage.buildCommand", ["arguments"] = new JsonArray(asked) });
            var stage = answer!["stages"]!.AsArray().Single()!;
            return ((string?)stage["dockerfile"], (string?)stage["stage"], (int?)stage["inside"]?["index"], stage["inside"]?["lines"]?.ToJsonString());
        }
    }

    [Fact]
    public async Task Graph_and_tree_build_a_stage_inside_the_file_by_the_service_that_asks_for_it()
    {
        using var folder = new TestFolder(TwoInside);
        await using var client = await TestClient.StartAsync(folder, capabilities: Abilities);
        var uri = folder.UriOf("compose.yaml");
        client.Open(uri, folder.Files[0].Text, "dockercompose");
        var graph = (await client.RequestAsync("dockstage/graph", new JsonObject { ["document"] = uri }))!;
        Assert.Equal(
            ["build 5", "last 7 web", "build 9 api", "rest 9"],
            graph["nodes"]!.AsArray().Where(node => (string?)node!["kind"] == "stage").Select(node => $"{node!["label"]} {node["line"]} {node["build"]?["build"]}".TrimEnd()));
        Assert.Equal(["compose.yaml:api", "compose.yaml:web"], graph["nodes"]!.AsArray().Select(node => (string?)node!["dockerfile"]).OfType<string>().Distinct().Order());
        Assert.All(graph["nodes"]!.AsArray(), node => Assert.True(node!["uri"] is null || (string?)node["uri"] == uri));
        var targets = (await client.RequestAsync("dockstage/targets", new JsonObject { ["document"] = uri }))!;
        Assert.Equal(
            [$"{uri} 7", $"{uri} 9"],
            targets["builds"]!.AsArray().Select(build => $"{build!["stage"]!["uri"]} {build["stage"]!["line"]}"));
        Assert.False(client.HasSaid("embedded="));
    }

    private static IEnumerable<string> Places(JsonNode? locations) => locations!.AsArray().Select(location =>
    {
        Assert.Equal(Uri, (string?)location!["uri"]);
        return Range(location["range"]);
    });

    private static string Range(JsonNode? range) =>
        $"{range!["start"]!["line"]}:{range["start"]!["character"]}-{range["end"]!["line"]}:{range["end"]!["character"]}";
}
