namespace Dockstage.LanguageServer.Tests;

/// <summary><c>.dockstage.json</c> in a running server.</summary>
public class SettingsFilesTests
{
    private const string Refreshing = """{ "workspace": { "codeLens": { "refreshSupport": true } } }""";

    private const string Project = """
        //- api/Dockerfile
        FROM alpine AS build
        //- api/compose.yaml
        services: { web: { build: { context: ., target: nope } } }
        """;

    [Fact]
    public async Task The_nearest_file_wins_key_by_key_and_over_the_editor()
    {
        using var folder = new TestFolder(Project + "\n" + """
            //- .dockstage.json
            { "rules": { "TargetNotFound": "hint" }, "codeLens": { "build": false } } // ours
            //- api/.dockstage.json
            { "rules": { "TargetNotFound": "info" }, "codeLens.references": false, }
            """);
        await using var client = await TestClient.StartAsync(
            folder, options: """{ "rules": { "TargetNotFound": "warning" }, "codeLens": { "build": true, "status": false } }""");
        Assert.Equal(3, await SeverityAsync(client, folder));
        client.Open(folder.UriOf("api/Dockerfile"), "FROM alpine AS build\nFROM build\n");
        var lenses = await client.RequestAsync(
            "textDocument/codeLens", $$"""{ "textDocument": { "uri": "{{folder.UriOf("api/Dockerfile")}}" } }""");
        Assert.Empty(lenses!.AsArray());
    }

    [Fact]
    public async Task A_file_that_appears_changes_or_goes_counts_at_once()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder, Refreshing);
        Assert.Equal(1, await SeverityAsync(client, folder));
        client.Open(folder.UriOf("api/Dockerfile"), "FROM alpine AS build\n");
        folder.Write(".dockstage.json", """{ "rules.TargetNotFound": "info" }""");
        Changed(client, folder, type: 1);
        Assert.Equal(3, await SeverityAsync(client, folder));
        await client.NextAsync("workspace/codeLens/refresh");
        folder.Write(".dockstage.json", """{ "rules.TargetNotFound": "hint" }""");
        Changed(client, folder, type: 2);
        Assert.Equal(4, await SeverityAsync(client, folder));
        folder.Delete(".dockstage.json");
        Changed(client, folder, type: 3);
        Assert.Equal(1, await SeverityAsync(client, folder));
    }

    [Fact]
    public async Task The_editors_unsaved_text_counts_and_its_mistakes_are_told()
    {
        using var folder = new TestFolder(Project + "\n//- .dockstage.json\n{}");
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(1, await SeverityAsync(client, folder));
        var uri = folder.UriOf(".dockstage.json");
        client.Open(uri, """{ "rules": { "TargetNotFound": "hint", "Nonsense": "off" } }""", "jsonc");
        Assert.Equal(4, await SeverityAsync(client, folder));
        client.Notify("textDocument/didClose", $$"""{ "textDocument": { "uri": "{{uri}}" } }""");
        Assert.Equal(1, await SeverityAsync(client, folder));
    }

    [Fact]
    public async Task Mistakes_in_a_settings_file_are_published()
    {
        using var folder = new TestFolder("//- .dockstage.json\n{ \"rules\": { \"Nonsense\": \"off\" } }");
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(["InvalidSettings"], await client.PublishedAsync(folder.UriOf(".dockstage.json")));
    }

    [Fact]
    public async Task A_file_above_the_workspace_counts()
    {
        using var folder = new TestFolder(Project + "\n" + """
            //- .dockstage.json
            { "rules": { "TargetNotFound": "hint" } }
            """);
        await using var client = TestClient.Connect();
        await client.RequestAsync(
            "initialize",
            $$"""{ "processId": null, "capabilities": {}, "rootUri": null, "workspaceFolders": [{ "uri": "{{folder.UriOf("api")}}", "name": "api" }] }""");
        client.Notify("initialized", "{}");
        Assert.Equal(4, await SeverityAsync(client, folder));
    }

    [Fact]
    public async Task What_a_file_excludes_counts_from_its_own_folder_and_is_read_when_it_is_no_longer_excluded()
    {
        using var folder = new TestFolder(Project + "\n" + """
            //- sub/.dockstage.json
            { "files.exclude": ["api"] }
            //- sub/api/compose.yaml
            services: { web: { build: { context: ./nowhere } } }
            """);
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(1, await SeverityAsync(client, folder));
        Assert.False(client.HasReceived("textDocument/publishDiagnostics"));
        folder.Write("sub/.dockstage.json", "{}");
        Changed(client, folder, type: 2, name: "sub/.dockstage.json");
        Assert.Equal(["DockerfileNotFound"], await client.PublishedAsync(folder.UriOf("sub/api/compose.yaml")));
    }

    [Fact]
    public async Task Settings_for_builds_reach_the_command()
    {
        using var folder = new TestFolder(Project + "\n" + """
            //- .dockstage.json
            { "engine": "docker", "build": { "tag": "shop/${stage}:1", "extraArgs": ["--pull"] } }
            """);
        await using var client = await TestClient.StartAsync(folder, options: """{ "build.tag": "x:y" }""");
        client.Open(folder.UriOf("api/Dockerfile"), "FROM alpine AS build\n");
        var answer = await client.RequestAsync("workspace/executeCommand", $$"""
            { "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "{{folder.UriOf("api/Dockerfile")}}", "stage": "build", "shell": "sh" }] }
            """);
        Assert.Equal(
            ["docker", "build", "--target", "build", "-f", "Dockerfile", "-t", "shop/build:1", "--pull", "."],
            answer!["argv"]!.AsArray().Select(word => (string)word!));
    }

    [Fact]
    public async Task A_Dockerfile_that_only_a_build_names_has_findings_while_it_is_named()
    {
        using var folder = new TestFolder("""
            //- compose.yaml
            services: { web: { build: { context: ., dockerfile: prod.df } } }
            //- prod.df
            FROM alpine AS Build
            """);
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(["StageNameCasing"], await client.PublishedAsync(folder.UriOf("prod.df")));
        client.Open(folder.UriOf("compose.yaml"), "services: {}\n", "dockercompose");
        Assert.Empty(await client.PublishedAsync(folder.UriOf("prod.df")));
    }

    private static async Task<int> SeverityAsync(TestClient client, TestFolder folder) =>
        (int)(await client.PublicationAsync(folder.UriOf("api/compose.yaml")))["diagnostics"]![0]!["severity"]!;

    private static void Changed(TestClient client, TestFolder folder, int type, string name = ".dockstage.json") => client.Notify(
        "workspace/didChangeWatchedFiles", $$"""{ "changes": [{ "uri": "{{folder.UriOf(name)}}", "type": {{type}} }] }""");
}
