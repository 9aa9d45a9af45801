using System.Text.Json.Nodes;

namespace Dockstage.LanguageServer.Tests;

/// <summary><c>dockstage graph</c>, from the words of the command line to the text it writes; pictures are tested in Core.Tests.</summary>
public class GraphTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM golang AS build
        FROM build AS lint
        FROM scratch
        COPY --from=build /a /a
        COPY --from=nginx /b /b
        //- compose.yaml
        services:
          web: { build: { context: api, target: build } }
          "😀": { build: api }
          far: { build: "https://example.com/a.git" }
        """;

    [Fact]
    public async Task Text_is_a_tree_for_each_Dockerfile_and_a_table_for_each_consumer()
    {
        using var folder = new TestFolder(Project);
        Assert.Equal(
            new CommandRun(
                0,
                """
                api/Dockerfile
                  stage-2 (default)
                  ├─ FROM scratch
                  ├─ COPY build
                  │  └─ FROM golang
                  └─ COPY nginx
                  lint (no known build needs it)
                  └─ FROM build (see above)

                compose.yaml
                  web  → build                  api/Dockerfile:1
                  😀   → stage-2                api/Dockerfile:3
                  far  no stage of these files

                """.ReplaceLineEndings("\n"),
                ""),
            await CommandRun.OfAsync("graph", folder.Path));
    }

    [Theory]
    [InlineData("en", "no such stage", "no stage of these files")]
    [InlineData("ru", "такой стадии нет", "не стадия из этих файлов")]
    public async Task A_build_without_its_stage_says_which_it_asks_for(string locale, string missing, string unread)
    {
        using var folder = new TestFolder("""
            //- Dockerfile
            FROM a AS build
            //- compose.yaml
            services:
              web: { build: { context: ., target: bild } }
              inline: { build: { dockerfile_inline: FROM a, target: nope } }
              gone: { build: { context: ./gone, target: build } }
              far: { build: { context: "https://example.com/a.git", target: build } }
              open: { build: { context: ., target: $STAGE } }
            """);
        var (code, output, error) = await CommandRun.OfAsync("graph", folder.Path, "--locale", locale);
        Assert.Equal((0, ""), (code, error));
        var table = output[output.IndexOf("compose.yaml\n  web", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        Assert.Equal(
            [$"web → bild {missing}", $"inline → nope {missing}", $"gone {unread}", $"far {unread}", $"open {unread}"],
            table.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task Json_has_nodes_and_edges()
    {
        using var folder = new TestFolder("//- Dockerfile\nFROM a AS b\n");
        Assert.Equal(
            new CommandRun(
                0,
                """
                {
                  "nodes": [
                    {
                      "id": "stage:Dockerfile#0",
                      "kind": "stage",
                      "label": "b",
                      "path": "Dockerfile",
                      "line": 1,
                      "default": true,
                      "unreachable": false
                    },
                    {
                      "id": "image:a",
                      "kind": "image",
                      "label": "a",
                      "path": null,
                      "line": null,
                      "default": false,
                      "unreachable": false
                    }
                  ],
                  "edges": [
                    {
                      "from": "stage:Dockerfile#0",
                      "to": "image:a",
                      "kind": "from",
                      "line": 1
                    }
                  ]
                }

                """.ReplaceLineEndings("\n"),
                ""),
            await CommandRun.OfAsync("graph", folder.Path, "--format", "json"));
    }

    [Theory]
    [InlineData("dot", "digraph dockstage {\n")]
    [InlineData("mermaid", "flowchart TB\n")]
    public async Task A_picture_is_written_for_other_tools(string format, string beginning)
    {
        using var folder = new TestFolder(Project);
        var (code, output, error) = await CommandRun.OfAsync("graph", Path.Combine(folder.Path, "api", "Dockerfile"), "--format", format);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith(beginning, output);
    }

    [Fact]
    public async Task With_a_target_there_is_only_what_it_needs()
    {
        using var folder = new TestFolder(Project);
        var (_, json, _) = await CommandRun.OfAsync("graph", folder.Path, "--target", "BUILD", "--format", "json");
        Assert.Equal(
            ["consumer:compose.yaml#web", "stage:api/Dockerfile#0", "image:golang"],
            JsonNode.Parse(json)!["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
        Assert.Equal(
            new CommandRun(2, "", "dockstage: target stage \"biuld\" could not be found (did you mean build?)\n"),
            await CommandRun.OfAsync("graph", folder.Path, "--target", "biuld"));
    }

    [Fact]
    public async Task Colours_are_for_people_alone()
    {
        using var folder = new TestFolder(Project);
        Assert.Contains("\e[36mgolang\e[0m", (await CommandRun.OfAsync(["graph", folder.Path], isColoured: true)).Output);
        foreach (var format in (string[])["dot", "mermaid", "json"])
            Assert.DoesNotContain('\e', (await CommandRun.OfAsync(["graph", folder.Path, "--format", format], isColoured: true)).Output);
    }

    [Fact]
    public async Task Nothing_to_show_is_0_and_what_cannot_be_read_is_2()
    {
        using var folder = new TestFolder();
        Assert.Equal(new CommandRun(0, "", "dockstage: no Dockerfile and no compose file was found.\n"), await CommandRun.OfAsync("graph", folder.Path));
        Assert.Equal(2, (await CommandRun.OfAsync("graph", Path.Combine(folder.Path, "missing"))).Code);
        Assert.Equal(2, (await CommandRun.OfAsync("graph", folder.Path, folder.Path)).Code);
        Assert.Equal(2, (await CommandRun.OfAsync("graph", "--format", "svg")).Code);
    }
}
