using System.Text.Json.Nodes;
using Dockstage.Cli;

namespace Dockstage.LanguageServer.Tests;

/// <summary><c>.dockerignore</c> in a running server, and in <c>dockstage check</c>.</summary>
public class IgnoreFilesTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM scratch
        COPY a.txt /
        //- compose.yaml
        services: { web: { build: { context: ., dockerfile: api/Dockerfile } } }
        """;

    [Fact]
    public async Task Findings_follow_the_file_on_disk()
    {
        using var folder = new TestFolder(Project + "\n//- .dockerignore\na.txt\n");
        await using var client = await TestClient.StartAsync(folder);
        var uri = folder.UriOf("api/Dockerfile");
        Assert.Equal(["CopyIgnoredFile"], await client.PublishedAsync(uri));
        folder.Write(".dockerignore", "b.txt\n");
        client.FileChanged(folder.UriOf(".dockerignore"), 2);
        Assert.Empty(await client.PublishedAsync(uri));
        folder.Write("api/Dockerfile.dockerignore", "a.txt\n");
        client.FileChanged(folder.UriOf("api/Dockerfile.dockerignore"), 1);
        Assert.Equal(["CopyIgnoredFile"], await client.PublishedAsync(uri));
        folder.Delete("api/Dockerfile.dockerignore");
        client.FileChanged(folder.UriOf("api/Dockerfile.dockerignore"), 3);
        Assert.Empty(await client.PublishedAsync(uri));
    }

    [Theory]
    [InlineData(".dockerignore", "ignore")]
    [InlineData("api/Dockerfile.dockerignore", "dockerfile")]
    public async Task Findings_follow_the_text_in_the_editor(string name, string language)
    {
        using var folder = new TestFolder(Project);
        await using var client = await TestClient.StartAsync(folder);
        var (uri, ignore) = (folder.UriOf("api/Dockerfile"), folder.UriOf(name));
        client.Open(ignore, "a.txt\n", language);
        Assert.Equal(["CopyIgnoredFile"], await client.PublishedAsync(uri));
        client.Replace(ignore, "b.txt\n");
        Assert.Empty(await client.PublishedAsync(uri));
        client.Replace(ignore, "*.txt\n", 3);
        Assert.Equal(["CopyIgnoredFile"], await client.PublishedAsync(uri));
        client.Close(ignore);
        Assert.Empty(await client.PublishedAsync(uri));
        Assert.Empty(await client.LensesAsync(ignore));
    }

    [Fact]
    public async Task Findings_of_an_open_Dockerfile_outside_the_workspace_know_its_ignore_file()
    {
        using var folder = new TestFolder("//- .dockerignore\na.txt\n");
        await using var client = await TestClient.StartAsync();
        client.Open(folder.UriOf("Dockerfile"), "FROM scratch\nCOPY a.txt /\n");
        Assert.Equal(["CopyIgnoredFile"], await client.PublishedAsync(folder.UriOf("Dockerfile")));
    }

    [Fact]
    public async Task Findings_follow_the_context_of_the_builds()
    {
        using var folder = new TestFolder(Project + "\n//- .dockerignore\na.txt\n");
        await using var client = await TestClient.StartAsync(folder);
        Assert.Equal(["CopyIgnoredFile"], await client.PublishedAsync(folder.UriOf("api/Dockerfile")));
        client.Open(folder.UriOf("compose.yaml"), "services: { web: { build: ./api } }\n", "dockercompose");
        Assert.Empty(await client.PublishedAsync(folder.UriOf("api/Dockerfile")));
    }

    [Fact]
    public async Task Check_finds_the_same()
    {
        using var folder = new TestFolder(Project + "\n//- .dockerignore\na.txt\n");
        Assert.Equal(["CopyIgnoredFile"], await CodesAsync(folder.Path));
        Assert.Empty(await CodesAsync(Path.Combine(folder.Path, "api", "Dockerfile")));
        folder.Write("api/.dockerignore", "a.txt\n");
        Assert.Equal(["CopyIgnoredFile"], await CodesAsync(Path.Combine(folder.Path, "api", "Dockerfile")));
        Assert.Empty(await CodesAsync(Path.Combine(folder.Path, "api", ".dockerignore")));
    }

    private static async Task<IEnumerable<string>> CodesAsync(string path)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        await CommandLine.RunAsync(["check", path, "--format", "json"], output, error, isColoured: false);
        return JsonNode.Parse(output.ToString())!.AsArray().Select(one => (string)one!["code"]!);
    }
}
