using System.Text.Json.Nodes;

namespace Dockstage.LanguageServer.Tests;

public class ConfigurationTests
{
    private const string Asking = """
        { "workspace": { "configuration": true, "didChangeConfiguration": { "dynamicRegistration": true }, "codeLens": { "refreshSupport": true } } }
        """;

    private const string Project = """
        //- Dockerfile
        FROM alpine AS build
        //- compose.yaml
        services: { web: { build: { context: ., target: nope } } }
        """;

    [Fact]
    public async Task The_client_is_asked_at_the_start_and_at_each_change()
    {
        using var folder = new TestFolder(Project);
        var settings = """{ "rules": { "TargetNotFound": "warning" } }""";
        await using var client = await TestClient.StartAsync(
            folder, Asking, prepare: client => client.Answers["workspace/configuration"] = _ => new JsonArray(JsonNode.Parse(settings)));
        Assert.Equal("workspace/didChangeConfiguration", (string?)(await client.NextAsync("client/registerCapability"))!["registrations"]![0]!["method"]);
        Assert.Equal("dockstage", (string?)(await client.NextAsync("workspace/configuration"))!["items"]![0]!["section"]);
        Assert.Equal(2, (int)(await client.PublicationAsync(folder.UriOf("compose.yaml")))["diagnostics"]![0]!["severity"]!);
        settings = """{ "rules": { "TargetNotFound": "off" } }""";
        client.Notify("workspace/didChangeConfiguration", """{ "settings": null }""");
        Assert.Empty(await client.PublishedAsync(folder.UriOf("compose.yaml")));
        await client.NextAsync("workspace/codeLens/refresh");
    }

    [Fact]
    public async Task A_client_that_cannot_be_asked_sends_settings_itself()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder, options: """{ "rules": { "TargetNotFound": "hint" } }""");
        Assert.Equal(4, (int)(await client.PublicationAsync(folder.UriOf("compose.yaml")))["diagnostics"]![0]!["severity"]!);
        client.Notify("workspace/didChangeConfiguration", """{ "settings": { "dockstage": { "rules": { "TargetNotFound": "info" } } } }""");
        Assert.Equal(3, (int)(await client.PublicationAsync(folder.UriOf("compose.yaml")))["diagnostics"]![0]!["severity"]!);
    }

    [Fact]
    public async Task Nothing_is_asked_or_sent_before_initialize_is_answered()
    {
        using var folder = new TestFolder(Project);
        await using var client = TestClient.Connect();
        var parameters = $$"""
            {
              "processId": null,
              "rootUri": "{{folder.Uri}}",
              "capabilities": { "window": { "workDoneProgress": true }, "workspace": { "codeLens": { "refreshSupport": true } } },
              "initializationOptions": { "dockstage": { "files.exclude": ["x"], "engine": 5, "codeLens.build": false } }
            }
            """;
        await client.RequestAsync("initialize", parameters);
        await client.LensesAsync("untitled:barrier");
        Assert.False(client.HasReceived("window/logMessage"));
        Assert.False(client.HasReceived("window/workDoneProgress/create"));
        Assert.False(client.HasReceived("workspace/codeLens/refresh"));
        client.Notify("initialized", "{}");
        await client.NextAsync("window/logMessage");
        await client.NextAsync("window/workDoneProgress/create");
    }

    [Fact]
    public async Task Values_of_a_wrong_kind_are_reported_and_count_as_not_set()
    {
        await using var client = await TestClient.StartAsync(options: """
            {
              "rules": { "TargetNotFound": "loud", "Unknown": "off" },
              "engine": "rocket",
              "build": { "tag": 5, "extraArgs": ["--pull", 7] },
              "codeLens": { "build": "yes" },
              "files.exclude": "all",
              "unknown": {}
            }
            """);
        string[] expected = ["rules.TargetNotFound", "engine", "build.tag", "build.extraArgs", "codeLens.build", "files.exclude"];
        var logged = new List<string>();
        for (var i = 0; i < expected.Length; i++)
            logged.Add((string)(await client.NextAsync("window/logMessage"))!["message"]!);
        Assert.All(expected, name => Assert.Contains(logged, line => line.Contains($"dockstage.{name} ", StringComparison.Ordinal)));
        client.Open("untitled:x", "FROM a AS b\n");
        Assert.Equal(["▷ Build b"], await client.LensesAsync("untitled:x"));
    }

    [Theory]
    [InlineData("build", "1 reference", "default target")]
    [InlineData("references", "▷ Build b", "▷ Build (last stage)", "default target")]
    [InlineData("status", "▷ Build b", "1 reference", "▷ Build (last stage)")]
    public async Task Each_kind_of_lens_can_be_switched_off(string kind, params string[] expected)
    {
        await using var client = await TestClient.StartAsync(options: $$$"""{ "codeLens": { "{{{kind}}}": false } }""");
        client.Open("untitled:x", "FROM a AS b\nFROM b\n");
        var lenses = await client.RequestAsync("textDocument/codeLens", """{ "textDocument": { "uri": "untitled:x" } }""");
        Assert.Equal(expected, lenses!.AsArray().Select(lens => (string?)lens!["command"]!["title"]));
    }

    [Fact]
    public async Task The_build_lens_can_be_switched_off()
    {
        await using var client = await TestClient.StartAsync(options: """{ "codeLens": { "build": false } }""");
        client.Open("untitled:x", "FROM a AS b\n");
        Assert.Empty(await client.LensesAsync("untitled:x"));
    }

    [Fact]
    public async Task Findings_of_files_that_become_excluded_are_taken_back_and_return()
    {
        using var folder = new TestFolder("""
            //- old/Dockerfile
            FROM alpine AS build
            //- old/compose.yaml
            services: { web: { build: { context: ., target: nope } } }
            """);
        await using var client = await TestClient.StartAsync(folder, options: """{ "files.exclude": ["**/other"] }""");
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("old/compose.yaml")));
        client.Notify("workspace/didChangeConfiguration", """{ "settings": { "dockstage": { "files": { "exclude": ["**/old"] } } } }""");
        Assert.Empty(await client.PublishedAsync(folder.UriOf("old/compose.yaml")));
        client.Notify("workspace/didChangeConfiguration", """{ "settings": { "dockstage": {} } }""");
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("old/compose.yaml")));
    }

    [Fact]
    public async Task Settings_of_the_build_reach_the_command()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(
            folder,
            options: """{ "engine": "docker", "builder": "far", "build": { "tag": "shop/${stage}:1", "extraArgs": ["--pull"] } }""");
        client.Open(folder.UriOf("Dockerfile"), "FROM alpine AS build\n");
        var answer = await client.RequestAsync("workspace/executeCommand", $$"""
            { "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "{{folder.UriOf("Dockerfile")}}", "stage": "build", "shell": "sh" }] }
            """);
        Assert.Equal(
            ["docker", "build", "--target", "build", "-f", "Dockerfile", "-t", "shop/build:1", "--pull", "."],
            answer!["argv"]!.AsArray().Select(word => (string)word!));
        Assert.Equal(folder.Path, (string?)answer["cwd"]);
        Assert.Equal("1", (string?)answer["env"]!["DOCKER_BUILDKIT"]);
        Assert.Equal("shop/build:1", (string?)answer["tag"]);
        Assert.Contains("docker build --target build", (string?)answer["text"]);
    }
}
