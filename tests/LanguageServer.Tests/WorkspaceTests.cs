namespace Dockstage.LanguageServer.Tests;

public class WorkspaceTests
{
    private const string Watching = """{ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } }""";

    private const string Project = """
        //- Dockerfile
        FROM alpine AS build
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: bulid
        """;

    [Fact]
    public async Task Findings_come_for_files_that_nobody_has_opened()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("compose.yaml")));
    }

    [Fact]
    public async Task The_open_text_wins_over_the_disk_and_the_disk_returns_on_close()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder);
        var (dockerfile, compose) = (folder.UriOf("Dockerfile"), folder.UriOf("compose.yaml"));
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(compose));
        client.Open(dockerfile, "FROM alpine AS bulid\n");
        Assert.Empty(await client.PublishedAsync(compose));
        folder.Write("Dockerfile", "FROM alpine AS disk\n");
        client.FileChanged(dockerfile, 2);
        Assert.Equal(["▷ Build bulid"], await client.LensesAsync(dockerfile));
        client.Close(dockerfile);
        Assert.Equal(["▷ Build disk"], await client.LensesAsync(dockerfile));
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(compose));
    }

    [Fact]
    public async Task A_watched_file_that_changes_or_goes_or_comes_is_noticed()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder);
        var (dockerfile, compose) = (folder.UriOf("Dockerfile"), folder.UriOf("compose.yaml"));
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(compose));
        folder.Write("Dockerfile", "FROM alpine AS bulid\n");
        client.FileChanged(dockerfile, 2);
        Assert.Empty(await client.PublishedAsync(compose));
        folder.Delete("Dockerfile");
        client.FileChanged(dockerfile, 3);
        Assert.Equal(["DockerfileNotFound"], await client.PublishedAsync(compose));
        folder.Write("Dockerfile", "FROM alpine AS bulid\n");
        client.FileChanged(dockerfile, 1);
        Assert.Empty(await client.PublishedAsync(compose));
        folder.Delete("compose.yaml");
        client.FileChanged(compose, 3);
        folder.Write("other/compose.yaml", "services: { a: { build: { context: .., target: nope } } }\n");
        client.FileChanged(folder.UriOf("other/compose.yaml"), 1);
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("other/compose.yaml")));
    }

    [Fact]
    public async Task Findings_of_a_file_that_is_deleted_are_taken_back()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("compose.yaml")));
        folder.Delete("compose.yaml");
        client.FileChanged(folder.UriOf("compose.yaml"), 3);
        Assert.Empty(await client.PublishedAsync(folder.UriOf("compose.yaml")));
    }

    [Fact]
    public async Task A_folder_that_is_deleted_takes_its_files_along()
    {
        using var folder = new TestFolder("""
            //- api/docker/Dockerfile
            FROM alpine AS build
            //- compose.yaml
            services:
              web:
                build:
                  context: api
                  dockerfile: docker/Dockerfile
                  target: nope
            """);
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("compose.yaml")));
        folder.Delete("api");
        client.FileChanged(folder.UriOf("api"), 3);
        Assert.Equal(["DockerfileNotFound"], await client.PublishedAsync(folder.UriOf("compose.yaml")));
    }

    [Fact]
    public async Task A_file_of_any_name_and_place_is_read_when_a_build_target_names_it()
    {
        using var folder = new TestFolder("""
            //- outside/image.txt
            FROM alpine AS build
            //- inside/compose.yaml
            services:
              web:
                build:
                  context: ../outside
                  dockerfile: image.txt
                  target: nope
            """);
        await using var client = await TestClient.StartAsync();
        client.Notify("workspace/didChangeWorkspaceFolders", Folders(added: folder.UriOf("inside")));
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("inside/compose.yaml")));
        folder.Write("outside/image.txt", "FROM alpine AS nope\n");
        // Nobody watches it out there; any event is an occasion to look.
        client.FileChanged(folder.UriOf("inside/unrelated.txt"), 2);
        Assert.Empty(await client.PublishedAsync(folder.UriOf("inside/compose.yaml")));
    }

    [Fact]
    public async Task A_file_of_variables_that_comes_changes_and_goes_says_what_is_a_compose_file()
    {
        using var folder = new TestFolder("""
            //- Dockerfile
            FROM alpine AS build
            //- deploy/stack.yml
            services: { web: { build: { context: .., target: nope } } }
            //- deploy/other
            services: { web: { build: { context: .., dockerfile: gone.df } } }
            """);
        await using var client = await TestClient.StartAsync(folder, Watching);
        var watched = (await client.NextAsync("client/registerCapability"))!.ToJsonString();
        Assert.Contains("\"**/.env\"", watched);
        var (env, stack, other) = (folder.UriOf(".env"), folder.UriOf("deploy/stack.yml"), folder.UriOf("deploy/other"));
        folder.Write(".env", "COMPOSE_FILE=deploy/stack.yml\n");
        client.FileChanged(env, 1);
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(stack));
        folder.Write("deploy/stack.yml", "services: { web: { build: { context: .., target: build } } }\n");
        client.FileChanged(stack, 2);
        Assert.Empty(await client.PublishedAsync(stack));
        client.Open(env, "COMPOSE_FILE=deploy/other\n", "dotenv");
        Assert.Equal(["DockerfileNotFound"], await client.PublishedAsync(other));
        client.Replace(env, "COMPOSE_FILE=deploy/othe\n");
        Assert.Empty(await client.PublishedAsync(other));
        client.Replace(env, "COMPOSE_FILE=deploy/other\n", 3);
        Assert.Equal(["DockerfileNotFound"], await client.PublishedAsync(other));
        client.Close(env);
        Assert.Empty(await client.PublishedAsync(other));
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        using var folder = new TestFolder("""
            //- a/Dockerfile
            FROM alpine AS a
            //- a/compose.yaml
            services: { web: { build: { context: ., target: x } } }
            //- b/Dockerfile
            FROM alpine AS b
            """);
        await using var client = await TestClient.StartAsync();
        client.Notify("workspace/didChangeWorkspaceFolders", Folders(added: folder.UriOf("a")));
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("a/compose.yaml")));
        client.Notify("workspace/didChangeWorkspaceFolders", Folders(added: folder.UriOf("b"), removed: folder.UriOf("a")));
        Assert.Empty(await client.PublishedAsync(folder.UriOf("a/compose.yaml")));
        Assert.Empty(await client.LensesAsync(folder.UriOf("a/Dockerfile")));
    }

    [Fact]
    public async Task Folders_of_version_control_and_packages_are_not_read()
    {
        using var folder = new TestFolder("""
            //- node_modules/x/compose.yaml
            services: { web: { build: { context: ., target: nope } } }
            //- .git/compose.yaml
            services: { web: { build: { context: ., target: nope } } }
            //- z/Dockerfile
            FROM alpine AS build
            //- z/compose.yaml
            services: { web: { build: { context: ., target: nope } } }
            """);
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(folder.UriOf("z/compose.yaml"), (string?)(await client.NextAsync("textDocument/publishDiagnostics"))!["uri"]);
    }

    [Fact]
    public async Task Links_in_a_circle_and_unreadable_files_do_not_stop_the_scan()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links and modes of Unix");
        using var folder = new TestFolder(Project);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "circle"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "Dockerfile.self"), "Dockerfile.self");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "Dockerfile.dangling"), "nowhere");
        Directory.CreateDirectory(Path.Combine(folder.Path, "Dockerfile.folder"));
        File.WriteAllBytes(Path.Combine(folder.Path, "Dockerfile.binary"), [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0]);
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("compose.yaml")));
        string[] logged =
        [
            (string)(await client.NextAsync("window/logMessage"))!["message"]!,
            (string)(await client.NextAsync("window/logMessage"))!["message"]!,
        ];
        Assert.Contains(logged, line => line.Contains("Dockerfile.binary", StringComparison.Ordinal));
        Assert.Contains(logged, line => line.Contains("Dockerfile.self", StringComparison.Ordinal));
        client.FileChanged(folder.UriOf("Dockerfile.binary"), 2);
        await client.LensesAsync(folder.UriOf("Dockerfile"));
        Assert.False(client.HasReceived("window/logMessage"));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_an_empty_folder()
    {
        await using var client = await TestClient.StartAsync();
        client.Notify("workspace/didChangeWorkspaceFolders", Folders(added: "file:///no/such/folder"));
        client.Open("untitled:x", "FROM a AS b\n");
        Assert.Equal(["▷ Build b"], await client.LensesAsync("untitled:x"));
    }

    [Fact]
    public async Task The_client_is_asked_to_watch_usual_names_and_names_that_builds_use()
    {
        using var folder = new TestFolder("""
            //- app/image [1].txt
            FROM alpine AS build
            //- compose.yaml
            services: { web: { build: { context: app, dockerfile: "image [1].txt" } } }
            """);
        await using var client = await TestClient.StartAsync(folder, Watching);
        var first = await client.NextAsync("client/registerCapability");
        Assert.Contains("**/*[Dd]ockerfile*", first!.ToJsonString());
        var second = await client.NextAsync("client/registerCapability");
        Assert.Contains("**/image ?1?.txt", second!.ToJsonString());
    }

    [Fact]
    public async Task Reading_shows_progress_where_the_client_can()
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder, """{ "window": { "workDoneProgress": true } }""", locale: "ru-RU");
        var token = (string?)(await client.NextAsync("window/workDoneProgress/create"))!["token"];
        var begin = await client.NextAsync("$/progress");
        Assert.Equal(token, (string?)begin!["token"]);
        Assert.Equal("begin", (string?)begin["value"]!["kind"]);
        Assert.Equal("Чтение файлов Dockerfile и compose", (string?)begin["value"]!["title"]);
        Assert.Equal("Файлов: 2", (string?)(await client.NextAsync("$/progress"))!["value"]!["message"]);
        Assert.Equal("end", (string?)(await client.NextAsync("$/progress"))!["value"]!["kind"]);
    }

    [Theory]
    [InlineData("untitled:Untitled-1")]
    [InlineData("vscode-vfs://github/dockstage/dockstage/Dockerfile")]
    [InlineData("file://wsl%24/Ubuntu/home/me/Dockerfile")]
    [InlineData("file://wsl.localhost/Ubuntu/home/me/Dockerfile")]
    [InlineData("file:///c%3A/Users/me/My%20Project/Dockerfile")]
    [InlineData("file://server/share/100%25/%C3%A9/Dockerfile")]
    public async Task A_document_that_is_no_file_here_works_within_itself_under_its_own_name(string uri)
    {
        var file = Markup.ParseOne("""
            FROM alpine AS build
            FROM bui<|>
            """);
        await using var client = await TestClient.StartAsync(capabilities: """{ "textDocument": { "definition": { "linkSupport": true } } }""");
        client.Open(uri, file.Text);
        Assert.Equal(["build"], await client.LabelsAsync(uri, file));
        client.Replace(uri, file.Text.Replace("FROM bui", "FROM build", StringComparison.Ordinal));
        var links = await client.AtAsync("textDocument/definition", uri, file);
        Assert.Equal(uri, (string?)links![0]!["targetUri"]);
        client.Close(uri);
        Assert.Empty(await client.LensesAsync(uri));
    }

    private static string Folders(string? added = null, string? removed = null)
    {
        static string List(string? uri) => uri is null ? "[]" : $$"""[{ "uri": "{{uri}}", "name": "x" }]""";
        return $$"""{ "event": { "added": {{List(added)}}, "removed": {{List(removed)}} } }""";
    }
}
