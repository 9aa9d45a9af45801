using System.Text.Encodings.Web;
using System.Text.Json;
using Dockstage.LanguageServer.Session;
using Microsoft.Extensions.Time.Testing;

namespace Dockstage.LanguageServer.Tests;

public class DiagnosticsPublisherTests
{

    [Fact]
    public async Task Findings_wait_until_the_changes_pause()
    {
        using var folder = new TestFolder("FROM a AS b\n");
        var time = new FakeTimeProvider();
        await using var client = await TestClient.StartAsync(folder, time: time);
        var uri = folder.UriOf("compose.yaml");
        client.Open(uri, Compose("nope"), "dockercompose");
        await client.LensesAsync(uri);
        time.Advance(DiagnosticsPublisher.Pause - TimeSpan.FromMilliseconds(1));
        client.Replace(uri, Compose("nada"));
        await client.LensesAsync(uri);
        time.Advance(DiagnosticsPublisher.Pause - TimeSpan.FromMilliseconds(1));
        Assert.False(client.HasReceived("textDocument/publishDiagnostics"));
        var published = await time.AdvanceUntilAsync(client.PublicationAsync(uri), DiagnosticsPublisher.Pause);
        Assert.Contains("nada", published["diagnostics"]!.ToJsonString());
    }

    [Fact]
    public async Task Findings_carry_the_version_of_the_open_document_and_what_the_client_understands()
    {
        using var folder = new TestFolder("FROM a AS b\n");
        await using var client = await TestClient.StartAsync(
            folder, """{ "textDocument": { "publishDiagnostics": { "codeDescriptionSupport": true, "relatedInformation": true } } }""");
        var uri = folder.UriOf("compose.yaml");
        client.Open(uri, Compose("nope"), "dockercompose");
        client.Replace(uri, Compose("c"), 7);
        var published = await client.PublicationAsync(uri);
        while ((int?)published["version"] != 7)
            published = await client.PublicationAsync(uri);
        var finding = published["diagnostics"]![0]!;
        Assert.Equal("dockstage", (string?)finding["source"]);
        Assert.Equal(1, (int)finding["severity"]!);
        Assert.EndsWith("/docs/rules/TargetNotFound.md", (string?)finding["codeDescription"]!["href"]);
    }

    [Fact]
    public async Task Findings_of_a_text_that_was_overtaken_are_dropped()
    {
        using var folder = new TestFolder("FROM a AS b\n");
        await using var client = await TestClient.StartAsync(folder);
        var uri = folder.UriOf("compose.yaml");
        client.Open(uri, Compose("s0"), "dockercompose");
        for (var version = 1; version <= 300; version++)
            client.Replace(uri, Compose($"s{version}"), version);
        var last = -1;
        while (last < 300)
        {
            var published = await client.PublicationAsync(uri);
            var version = (int)published["version"]!;
            Assert.True(version > last, $"{version} after {last}");
            Assert.Contains($"'s{version}'", published["diagnostics"]!.ToJsonString(Plain));
            last = version;
        }
    }

    [Fact]
    public async Task What_the_client_knows_already_is_not_sent_again()
    {
        using var folder = new TestFolder("FROM a AS b\n");
        await using var client = await TestClient.StartAsync(folder);
        var uri = folder.UriOf("compose.yaml");
        client.Open(uri, Compose("nope"), "dockercompose");
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(uri));
        client.Replace(uri, Compose("nope") + "# a remark\n");
        await client.LensesAsync(uri);
        client.Open(folder.UriOf("second/compose.yaml"), Compose("nope"), "dockercompose");
        Assert.Equal(folder.UriOf("second/compose.yaml"), (string?)(await client.NextAsync("textDocument/publishDiagnostics"))!["uri"]);
    }

    [Fact]
    public async Task Findings_of_a_document_closed_outside_the_workspace_are_taken_back()
    {
        using var folder = new TestFolder("FROM a AS b\n");
        await using var client = await TestClient.StartAsync();
        var uri = folder.UriOf("compose.yaml");
        client.Open(uri, Compose("nope"), "dockercompose");
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(uri));
        client.Close(uri);
        Assert.Empty(await client.PublishedAsync(uri));
    }

    [Fact]
    public async Task Lenses_are_asked_for_anew_when_another_document_changes()
    {
        using var folder = new TestFolder("FROM a AS b\n");
        await using var client = await TestClient.StartAsync(folder, """{ "workspace": { "codeLens": { "refreshSupport": true } } }""");
        client.Open(folder.UriOf("compose.yaml"), Compose("nope"), "dockercompose");
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("compose.yaml")));
        client.Open(folder.UriOf("Dockerfile"), "FROM a AS nope\n");
        await client.NextAsync("workspace/codeLens/refresh");
    }

    [Fact]
    public async Task Lenses_of_a_Dockerfile_are_asked_for_anew_when_a_build_names_its_stage_or_no_longer_does()
    {
        using var folder = new TestFolder("FROM a AS b\n");
        await using var client = await TestClient.StartAsync(folder, """{ "workspace": { "codeLens": { "refreshSupport": true } } }""");
        client.Open(folder.UriOf("Dockerfile"), "FROM a AS b\n");
        client.Open(folder.UriOf("compose.yaml"), Compose("nope"), "dockercompose");
        Assert.Equal(["TargetNotFound"], await client.PublishedAsync(folder.UriOf("compose.yaml")));
        await client.NextAsync("workspace/codeLens/refresh");
        Assert.False(client.HasReceived("workspace/codeLens/refresh"));
        client.Replace(folder.UriOf("compose.yaml"), "services: {}\n");
        await client.NextAsync("workspace/codeLens/refresh");
    }

    [Fact]
    public async Task What_a_compose_file_says_changes_the_findings_of_its_Dockerfile_before_anybody_saves()
    {
        using var folder = new TestFolder("""
            //- Dockerfile
            FROM alpine AS api
            FROM scratch
            //- compose.yaml
            services: { web: { build: . } }
            """);
        await using var client = await TestClient.StartAsync(
            folder, """{ "textDocument": { "publishDiagnostics": { "tagSupport": { "valueSet": [1, 2] } } } }""");
        var (dockerfile, compose) = (folder.UriOf("Dockerfile"), folder.UriOf("compose.yaml"));
        client.Open(dockerfile, "FROM alpine AS api\nFROM scratch\n");
        var published = await client.PublicationAsync(dockerfile);
        while (published["diagnostics"]!.AsArray().Count == 0)
            published = await client.PublicationAsync(dockerfile);
        var finding = Assert.Single(published["diagnostics"]!.AsArray())!;
        Assert.Equal(("UnreachableStage", 4, "[1]"), ((string?)finding["code"], (int)finding["severity"]!, finding["tags"]!.ToJsonString()));
        client.Open(compose, "services: { web: { build: . } }\n", "dockercompose");
        client.Replace(compose, "services: { web: { build: { context: ., target: api } } }\n");
        Assert.Empty(await client.PublishedAsync(dockerfile));
        client.Replace(compose, "services: { web: { build: { context: ., target: \"\" } } }\n", 3);
        Assert.Equal(["UnreachableStage"], await client.PublishedAsync(dockerfile));
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Compose(string target) => $$"""
        services:
          web:
            build:
              context: .
              target: {{target}}

        """;
}
