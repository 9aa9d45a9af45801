using System.Text.Json.Nodes;
using Dockstage.LanguageServer.Transport;

namespace Dockstage.LanguageServer.Tests;

/// <summary>The methods of our own: the graph, the targets, and what is told when they change.</summary>
public class StageRequestTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM golang AS builder
        FROM alpine
        FROM scratch AS release
        COPY --from=builder /a /b
        //- compose.yaml
        services:
          web:
            build: { context: ./api, target: builder }
          bad:
            build: { context: ./api, target: nope }
        """;

    private const string WantsChanges = """{ "experimental": { "dockstageChanges": true } }""";

    [Fact]
    public async Task A_graph_carries_what_an_editor_needs_to_go_there_and_to_build()
    {
        using var folder = new TestFolder(Project);
        await using var client = await ReadyAsync(folder);
        var graph = await client.RequestAsync("dockstage/graph", new JsonObject { ["document"] = folder.UriOf("api/Dockerfile") });
        var nodes = graph!["nodes"]!.AsArray().ToDictionary(node => (string)node!["label"]!, node => node!);
        Assert.Equal(["alpine", "builder", "golang", "release", "scratch", "stage-1", "web"], nodes.Keys.Order(StringComparer.Ordinal));
        var builder = nodes["builder"];
        Assert.Equal("stage", (string?)builder["kind"]);
        Assert.Equal("api/Dockerfile", (string?)builder["path"]);
        Assert.Equal("api/Dockerfile", (string?)builder["dockerfile"]);
        Assert.Equal(folder.UriOf("api/Dockerfile"), (string?)builder["uri"]);
        Assert.Equal(1, (int)builder["line"]!);
        Assert.Equal("builder", (string?)builder["build"]!["stage"]);
        Assert.Equal(folder.UriOf("api/Dockerfile"), (string?)builder["build"]!["dockerfile"]);
        Assert.True((bool)nodes["release"]["default"]!);
        Assert.Equal("web", (string?)nodes["web"]["build"]!["build"]);
        Assert.Equal(folder.UriOf("compose.yaml"), (string?)nodes["web"]["build"]!["consumer"]);
        // Nobody can ask for a stage without a name that is not the last.
        Assert.True(nodes["stage-1"].AsObject().ContainsKey("build"));
        Assert.Null(nodes["stage-1"]["build"]);
        Assert.Null(nodes["golang"]["uri"]);
        Assert.Null(graph["runs"]);
        Assert.Equal("""["builder","release"]""", graph["targets"]!.ToJsonString());
        Assert.Contains(graph["edges"]!.AsArray(), edge => (string?)edge!["kind"] == "copy" && (int)edge["line"]! == 4);
    }

    [Theory]
    [InlineData("api/Dockerfile", "release", "stage:api/Dockerfile#0 stage:api/Dockerfile#2 scratch:api/Dockerfile image:golang")]
    [InlineData("compose.yaml", "web", "consumer:compose.yaml#web stage:api/Dockerfile#0 image:golang")]
    public async Task A_graph_says_what_the_build_of_the_selected_node_runs(string file, string label, string expected)
    {
        using var folder = new TestFolder(Project);
        await using var client = await ReadyAsync(folder);
        var graph = await client.RequestAsync("dockstage/graph", new JsonObject
        {
            ["document"] = folder.UriOf("api/Dockerfile"),
            ["selected"] = new JsonObject { ["uri"] = folder.UriOf(file), ["label"] = label },
        });
        Assert.Equal(expected.Split(' ').Order(), graph!["runs"]!.AsArray().Select(id => (string)id!).Order());
    }

    [Fact]
    public async Task Without_a_document_the_graph_is_that_of_the_workspace_without_what_is_excluded()
    {
        using var folder = new TestFolder(Project + "\n//- old/Dockerfile\nFROM debian AS old\n//- .dockstage.json\n{ \"files.exclude\": [\"old/**\"] }\n");
        await using var client = await ReadyAsync(folder);
        var graph = await client.RequestAsync("dockstage/graph", new JsonObject());
        var labels = graph!["nodes"]!.AsArray().Select(node => (string)node!["label"]!).ToList();
        Assert.Contains("release", labels);
        Assert.DoesNotContain("old", labels);
    }

    [Fact]
    public async Task A_graph_as_text_is_DOT_or_Mermaid_and_nothing_else()
    {
        using var folder = new TestFolder(Project);
        await using var client = await ReadyAsync(folder);
        var document = folder.UriOf("api/Dockerfile");
        var ask = (string format) => new JsonObject { ["document"] = document, ["format"] = format };
        Assert.StartsWith("digraph", (string?)(await client.RequestAsync("dockstage/graphText", ask("dot")))!["text"]);
        Assert.StartsWith("flowchart", (string?)(await client.RequestAsync("dockstage/graphText", ask("mermaid")))!["text"]);
        Assert.Equal(ErrorCode.InvalidParams, await client.ErrorAsync("dockstage/graphText", ask("exe").ToJsonString()));
    }

    [Fact]
    public async Task Without_consumers_a_graph_has_none_drawn_or_as_text()
    {
        using var folder = new TestFolder(Project);
        await using var client = await ReadyAsync(folder);
        JsonObject Ask(string document, bool? consumers) => new() { ["document"] = folder.UriOf(document), ["consumers"] = consumers, ["format"] = "mermaid" };
        async Task<string[]> LabelsAsync(string document, bool? consumers)
        {
            var graph = await client.RequestAsync("dockstage/graph", Ask(document, consumers));
            Assert.All(graph!["edges"]!.AsArray(), edge => Assert.True(consumers is not false || (string?)edge!["kind"] != "builds"));
            return [.. graph["nodes"]!.AsArray().Select(node => (string)node!["label"]!).Order(StringComparer.Ordinal)];
        }

        string[] stages = ["alpine", "builder", "golang", "release", "scratch", "stage-1"];
        string[] withBuilds = [.. stages, "web"];
        Assert.Equal(stages, await LabelsAsync("api/Dockerfile", false));
        Assert.Equal(stages, await LabelsAsync("compose.yaml", false));
        Assert.Equal(withBuilds, await LabelsAsync("api/Dockerfile", true));
        Assert.Equal(withBuilds, await LabelsAsync("api/Dockerfile", null));
        Assert.DoesNotContain("web", (string?)(await client.RequestAsync("dockstage/graphText", Ask("api/Dockerfile", false)))!["text"]);
        Assert.Contains("web", (string?)(await client.RequestAsync("dockstage/graphText", Ask("api/Dockerfile", null)))!["text"]);
    }

    [Fact]
    public async Task The_files_of_the_tree_are_told_and_what_is_in_each()
    {
        using var folder = new TestFolder(Project);
        await using var client = await ReadyAsync(folder);
        var files = (await client.RequestAsync("dockstage/targetFiles", new JsonObject()))!.AsArray();
        Assert.Equal(
            ["dockerfile api/Dockerfile", "compose compose.yaml"], files.Select(file => $"{(string?)file!["kind"]} {(string?)file["path"]}"));

        var stages = await client.RequestAsync("dockstage/targets", new JsonObject { ["document"] = (string)files[0]!["uri"]! });
        Assert.Equal(
            """
            {"label":"builder","line":1,"base":"golang","description":null,"default":false,"runs":1,"builtBy":["web"],
            """.Trim(),
            stages!["stages"]![0]!.ToJsonString()[..stages["stages"]![0]!.ToJsonString().IndexOf("\"build\":", StringComparison.Ordinal)]);
        Assert.Empty(stages["builds"]!.AsArray());

        var builds = (await client.RequestAsync("dockstage/targets", new JsonObject { ["document"] = (string)files[1]!["uri"]! }))!["builds"]!.AsArray();
        Assert.Equal(["web builder 1", "bad nope "], builds.Select(build =>
            $"{(string?)build!["label"]} {(string?)build["target"]} {(int?)build["stage"]?["line"]}"));
        Assert.All(builds, build => Assert.Equal("api/Dockerfile", (string?)build!["dockerfile"]));
    }

    [Fact]
    public async Task Of_a_document_that_nobody_knows_there_is_nothing_to_say()
    {
        await using var client = await TestClient.StartAsync();
        Assert.Null(await client.RequestAsync("dockstage/targets", new JsonObject { ["document"] = "file:///nowhere/Dockerfile" }));
        Assert.Empty((await client.RequestAsync("dockstage/graph", new JsonObject { ["document"] = "file:///nowhere/Dockerfile" }))!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task A_client_that_wants_it_is_told_about_what_things_may_have_changed()
    {
        using var folder = new TestFolder(Project);
        await using var client = await ReadyAsync(folder, WantsChanges);
        var dockerfile = folder.UriOf("api/Dockerfile");
        client.Open(dockerfile, "FROM golang AS builder\n");
        client.Replace(dockerfile, "FROM golang AS other\n");
        while (true)
        {
            var documents = (await client.NextAsync("dockstage/changed"))!["documents"]?.AsArray().Select(uri => (string)uri!).ToList();
            if (documents is null || !documents.Contains(dockerfile))
                continue;
            Assert.Contains(folder.UriOf("compose.yaml"), documents);
            break;
        }
    }

    [Fact]
    public async Task Other_clients_are_not_and_their_lenses_show_no_graph()
    {
        using var folder = new TestFolder(Project);
        await using var client = await ReadyAsync(folder);
        var dockerfile = folder.UriOf("api/Dockerfile");
        client.Open(dockerfile, "FROM golang AS builder\n");
        await client.PublicationAsync(folder.UriOf("compose.yaml"));
        Assert.False(client.HasReceived("dockstage/changed"));
        var lenses = await client.RequestAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = dockerfile } });
        Assert.DoesNotContain(lenses!.AsArray(), lens => (string?)lens!["command"]!["title"] == "graph");
    }

    [Fact]
    public async Task A_client_that_shows_graphs_has_a_lens_for_each_stage_unless_its_user_wants_none()
    {
        const string ShowsGraph = """{ "experimental": { "dockstageCommands": ["dockstage.showGraph"] } }""";
        var uri = "untitled:Dockerfile";
        foreach (var (options, expected) in new[] { ("{}", 2), ("""{ "codeLens": { "graph": false } }""", 0) })
        {
            await using var client = await TestClient.StartAsync(capabilities: ShowsGraph, options: options);
            client.Open(uri, "FROM golang AS builder\nFROM scratch\n");
            var lenses = await client.RequestAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
            var graphs = lenses!.AsArray().Where(lens => (string?)lens!["command"]!["command"] == "dockstage.showGraph").ToList();
            Assert.Equal(expected, graphs.Count);
            if (expected > 0)
                Assert.Equal($$"""[{"document":"{{uri}}","label":"stage-1"}]""", graphs[1]!["command"]!["arguments"]!.ToJsonString());
        }
    }

    /// <summary>A client whose server has read the folder.</summary>
    private static async Task<TestClient> ReadyAsync(TestFolder folder, string capabilities = "{}")
    {
        var client = await TestClient.StartAsync(folder, capabilities);
        // The build of a target that is not there is found once the folder is read.
        await client.PublicationAsync(folder.UriOf("compose.yaml"));
        return client;
    }
}
