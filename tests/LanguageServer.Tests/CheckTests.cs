using System.Text.Json.Nodes;
using Dockstage.LanguageServer.Files;

namespace Dockstage.LanguageServer.Tests;

/// <summary><c>dockstage check</c>, from the words of the command line to the text it writes.</summary>
public class CheckTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM alpine AS build
        FROM scratch
        //- compose.yaml
        services:
          web:
            build:
              context: ./api
              target: buidl
          db:
            build: { context: "./a,b:c%d" }
        """;

    [Fact]
    public async Task Text_is_what_a_compiler_writes()
    {
        using var folder = new TestFolder(Project);
        var (code, output, error) = await CheckAsync(folder);
        Assert.Equal(
            """
            compose.yaml:5:15: error: api/Dockerfile has no stage named 'buidl'. Did you mean 'build'? [TargetNotFound]
                5 |       target: buidl
                  |               ^^^^^
            api/Dockerfile:1:16: note: stage 'build' is declared here
                1 | FROM alpine AS build
                  |                ^^^^^
            compose.yaml:7:24: warning: There is no Dockerfile at a,b:c%d/Dockerfile. [DockerfileNotFound]
                7 |     build: { context: "./a,b:c%d" }
                  |                        ^^^^^^^^^
            Errors: 1, warnings: 1. Files checked: 2.

            """,
            output);
        Assert.Equal((1, ""), (code, error));
    }

    [Fact]
    public async Task A_dockerfile_inside_another_file_is_checked_there()
    {
        using var folder = new TestFolder("""
            //- compose.yaml
            services:
              web:
                build:
                  dockerfile_inline: |
                    FROM alpine AS Build
                    RUN echo $${HOME}
                  target: buidl
            """);
        var (code, output, error) = await CheckAsync(folder);
        Assert.Equal(
            """
            compose.yaml:5:24: warning: Stage name 'Build' should be lowercase [StageNameCasing]
                5 |         FROM alpine AS Build
                  |                        ^^^^^
            compose.yaml:7:15: error: The inline Dockerfile of 'web' has no stage named 'buidl'. Did you mean 'build'? [TargetNotFound]
                7 |       target: buidl
                  |               ^^^^^
            compose.yaml:5:24: note: stage 'build' is declared here
                5 |         FROM alpine AS Build
                  |                        ^^^^^
            Errors: 1, warnings: 1. Files checked: 1.

            """,
            output);
        Assert.Equal((1, ""), (code, error));
    }

    [Fact]
    public async Task Text_has_colours_for_people_alone()
    {
        using var folder = new TestFolder(Project);
        Assert.DoesNotContain('\e', (await CheckAsync(folder)).Output);
        var (_, output, _) = await CheckAsync(folder, isColoured: true);
        Assert.StartsWith("\e[1mcompose.yaml:5:15:\e[0m \e[31merror:\e[0m ", output);
        Assert.DoesNotContain('\e', (await CheckAsync(folder, isColoured: true, arguments: ["--format", "json"])).Output);
    }

    [Fact]
    public async Task Text_is_written_in_Russian()
    {
        using var folder = new TestFolder(Project);
        var (_, output, _) = await CheckAsync(folder, arguments: ["--locale", "ru"]);
        Assert.Contains("compose.yaml:5:15: error: В api/Dockerfile нет стадии «buidl».", output);
        Assert.EndsWith("Ошибок: 1, предупреждений: 1. Проверено файлов: 2.\n", output);
    }

    [Fact]
    public async Task Nothing_that_a_terminal_obeys_is_written()
    {
        using var folder = new TestFolder("//- compose.yaml\nservices: { w: { build: { context: \"\\e[31mred\" } } }");
        var (_, output, _) = await CheckAsync(folder);
        Assert.Contains("There is no Dockerfile at ␛[31mred/Dockerfile.", output);
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task Json_is_an_array_of_places_that_count_from_1()
    {
        using var folder = new TestFolder("""
            //- compose.yaml
            services: { "😀": { build: { context: ./x } } }
            """);
        var (code, output, _) = await CheckAsync(folder, arguments: ["--format", "json"]);
        Assert.Equal(1, code);
        Assert.Equal(
            """
            [
              {
                "path": "compose.yaml",
                "line": 1,
                "column": 39,
                "endLine": 1,
                "endColumn": 42,
                "severity": "warning",
                "code": "DockerfileNotFound",
                "message": "There is no Dockerfile at x/Dockerfile.",
                "url": "https://github.com/dockstage/dockstage/blob/main/docs/rules/DockerfileNotFound.md"
              }
            ]

            """,
            output);
    }

    [Theory]
    [InlineData("json", "[]\n")]
    [InlineData("github", "")]
    [InlineData("text", "Nothing found. Files checked: 1.\n")]
    public async Task Nothing_found_is_0_and_little(string format, string expected)
    {
        using var folder = new TestFolder("//- Dockerfile\nFROM scratch\nCOPY a /b\n");
        Assert.Equal((0, expected, ""), await CheckAsync(folder, arguments: ["--format", format]));
    }

    [Fact]
    public async Task GitHub_annotations_escape_what_GitHub_would_read()
    {
        using var folder = new TestFolder(Project.Replace("compose.yaml", "x,y:z/compose.yaml", StringComparison.Ordinal));
        var (_, output, _) = await CheckAsync(folder, arguments: ["--format", "github"]);
        Assert.Contains(
            "::warning file=x%2Cy%3Az/compose.yaml,line=7,endLine=7,col=24,endColumn=33,title=DockerfileNotFound"
            + "::There is no Dockerfile at a,b:c%25d/Dockerfile.\n",
            output);
    }

    [Fact]
    public async Task Sarif_has_places_rules_fingerprints_and_fixes()
    {
        using var folder = new TestFolder(Project.Replace("compose.yaml", "é x/compose.yaml", StringComparison.Ordinal).Replace("./api", "../api", StringComparison.Ordinal));
        var (_, output, _) = await CheckAsync(folder, arguments: ["--format", "sarif"]);
        var run = JsonNode.Parse(output)!["runs"]![0]!;
        var result = run["results"]![0]!;
        Assert.Equal("utf16CodeUnits", (string?)run["columnKind"]);
        Assert.Equal("file", new Uri((string)run["originalUriBaseIds"]!["%SRCROOT%"]!["uri"]!).Scheme);
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("%C3%A9%20x/compose.yaml", (string?)place["artifactLocation"]!["uri"]);
        Assert.Equal("%SRCROOT%", (string?)place["artifactLocation"]!["uriBaseId"]);
        Assert.Equal("""{"startLine":5,"startColumn":15,"endLine":5,"endColumn":20,"charOffset":64,"charLength":5}""", place["region"]!.ToJsonString());
        Assert.Equal("TargetNotFound", (string?)run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["id"]);
        Assert.EndsWith("docs/rules/TargetNotFound.md", (string?)run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["helpUri"]);
        Assert.Equal("api/Dockerfile", (string?)result["relatedLocations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
        Assert.Equal("build", (string?)result["fixes"]![0]!["artifactChanges"]![0]!["replacements"]![0]!["insertedContent"]!["text"]);
    }

    [Fact]
    public async Task Fingerprints_stay_when_lines_are_added_above_and_differ_for_equal_lines()
    {
        using var folder = new TestFolder("//- compose.yaml\nservices:\n  a:\n    build: ./x\n  b:\n    build: ./x\n");
        var before = await FingerprintsAsync(folder);
        folder.Write("compose.yaml", "# new\nservices:\n  a:\n    build: ./x\n  b:\n    build: ./x\n");
        Assert.Equal(before, await FingerprintsAsync(folder));
        Assert.Equal(2, before.Distinct().Count());
    }

    [Theory]
    [InlineData("error", 0, "")]
    [InlineData("warning", 1, "StageNameCasing")]
    [InlineData("hint", 1, "StageNameCasing DockerfileNotFound")]
    public async Task Less_grave_findings_can_be_left_out(string severity, int expected, string codes)
    {
        using var folder = new TestFolder("""
            //- .dockstage.json
            { "rules": { "DockerfileNotFound": "hint" } }
            //- Dockerfile
            FROM alpine AS Build
            //- compose.yaml
            services: { web: { build: ./nowhere } }
            """);
        var (code, output, _) = await CheckAsync(folder, arguments: ["--format", "json", "--severity", severity]);
        Assert.Equal(expected, code);
        Assert.Equal(codes, string.Join(' ', Codes(output)));
    }

    [Fact]
    public async Task Hints_are_not_shown_by_default_and_never_count()
    {
        using var folder = new TestFolder("""
            //- .dockstage.json
            { "rules": { "DockerfileNotFound": "hint" } }
            //- compose.yaml
            services: { web: { build: ./nowhere } }
            """);
        Assert.Equal((0, "Nothing found. Files checked: 2.\n", ""), await CheckAsync(folder));
        var (code, output, _) = await CheckAsync(folder, arguments: ["--severity", "hint"]);
        Assert.Equal(0, code);
        Assert.Contains("hint: There is no Dockerfile at nowhere/Dockerfile. [DockerfileNotFound]", output);
    }

    [Theory]
    [InlineData("warning", "Dockerfile UnknownStage, Dockerfile NumericMountSource, compose.yaml NumericTarget, compose.yaml InvalidImageReference")]
    [InlineData(
        "hint",
        "Dockerfile CopyFromAncestor, Dockerfile NumericStageReference, Dockerfile UnknownStage, Dockerfile NumericMountSource, Dockerfile CopyFromAncestor, "
        + "compose.yaml UnusedContext, compose.yaml ContextReplacesStage, compose.yaml NumericTarget, compose.yaml InvalidImageReference, other/Dockerfile UnreachableStage")]
    public async Task What_Docker_would_not_say_is_found_too(string severity, string expected)
    {
        using var folder = new TestFolder("""
            //- Dockerfile
            FROM golang AS build
            FROM build AS final
            COPY --from=0 /a /a
            FROM alpine
            COPY --from=bulid /a /a
            RUN --mount=from=1,target=/x true
            FROM final
            COPY --from=build /b /b
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  additional_contexts:
                    none: ./a
                    final: ./b
                  target: "1"
                image: ./web
            //- other/Dockerfile
            FROM alpine
            FROM scratch
            """);
        var (_, output, _) = await CheckAsync(folder, arguments: ["--format", "json", "--severity", severity]);
        Assert.Equal(expected, string.Join(", ", JsonNode.Parse(output)!.AsArray().Select(one => $"{one!["path"]} {one["code"]}")));
    }

    [Fact]
    public async Task What_is_not_there_or_cannot_be_read_is_told_and_the_rest_is_checked()
    {
        using var folder = new TestFolder(Project);
        File.WriteAllBytes(Path.Combine(folder.Path, "Dockerfile.bin"), [1, 0, 2]);
        var (code, output, error) = await RunAsync(
            "check", "--format", "json", Path.Combine(folder.Path, "missing"), folder.Path, Path.Combine(folder.Path, "Dockerfile.bin"));
        Assert.Equal(2, code);
        Assert.Equal(["TargetNotFound", "DockerfileNotFound"], Codes(output));
        Assert.Contains("missing does not exist.", error);
        Assert.Contains("Dockerfile.bin is not a text file", error);
    }

    [Fact]
    public async Task A_file_that_is_given_is_read_whatever_its_name()
    {
        using var folder = new TestFolder("""
            //- prod.df
            FROM alpine AS Build
            //- stack.yml
            services: { web: { build: ./nowhere } }
            //- notes.md
            FROM alpine AS Notes
            """);
        Assert.Equal((0, "[]\n"), await OutputAsync(folder.Path));
        Assert.Equal(["StageNameCasing"], Codes((await OutputAsync(Path.Combine(folder.Path, "prod.df"))).Output));
        Assert.Equal(["DockerfileNotFound"], Codes((await OutputAsync(Path.Combine(folder.Path, "stack.yml"))).Output));
        Assert.Equal(["StageNameCasing"], Codes((await OutputAsync(folder.Path, Path.Combine(folder.Path, "notes.md"))).Output));
    }

    [Fact]
    public async Task What_builds_name_is_found_whatever_its_name_and_checked_in_the_folders_given()
    {
        using var folder = new TestFolder("""
            //- a/compose.yaml
            services:
              web: { build: { context: ., dockerfile: ./docker/prod.df, target: nope } }
              far: { build: { context: ., dockerfile: ../b/other.df, target: nope } }
            //- a/docker/prod.df
            FROM alpine AS Build
            //- b/other.df
            FROM alpine AS Build
            """);
        var (_, output) = await OutputAsync(Path.Combine(folder.Path, "a"));
        Assert.Equal(
            ["compose.yaml TargetNotFound", "compose.yaml TargetNotFound", "docker/prod.df StageNameCasing"],
            JsonNode.Parse(output)!.AsArray().Select(one => $"{one!["path"]} {one["code"]}"));
    }

    [Fact]
    public async Task Folders_of_other_programs_are_skipped_and_links_do_not_lead_in_circles()
    {
        using var folder = new TestFolder("""
            //- a b/Dockerfile
            FROM alpine AS Build
            //- node_modules/x/Dockerfile
            FROM alpine AS Build
            //- .git/Dockerfile
            FROM alpine AS Build
            //- .devcontainer/Dockerfile
            FROM alpine AS Build
            """);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "a b", "loop"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "Dockerfile.gone"), Path.Combine(folder.Path, "nothing"));
        var (_, output) = await OutputAsync(folder.Path);
        Assert.Equal([".devcontainer/Dockerfile", "a b/Dockerfile"], JsonNode.Parse(output)!.AsArray().Select(one => (string)one!["path"]!));
    }

    [Fact]
    public async Task Paths_count_from_the_one_folder_given_else_from_the_current_one()
    {
        using var folder = new TestFolder(Project.Replace("compose.yaml", "one/compose.yaml", StringComparison.Ordinal));
        var current = Directory.GetCurrentDirectory();
        string Path(string name) => System.IO.Path.Combine(folder.Path, name);
        Assert.Equal("compose.yaml", Paths((await OutputAsync(Path("one"))).Output));
        Assert.Equal(
            System.IO.Path.GetRelativePath(current, Path("one/compose.yaml")).Replace('\\', '/'),
            Paths((await OutputAsync(Path("one"), Path("api"))).Output));
        Assert.Equal(
            System.IO.Path.GetRelativePath(current, Path("one/compose.yaml")).Replace('\\', '/'),
            Paths((await OutputAsync(Path("one/compose.yaml"))).Output));
    }

    [Fact]
    public async Task Settings_files_of_folders_above_count()
    {
        using var folder = new TestFolder(Project + "\n" + """
            //- .dockstage.json
            { "rules": { "DockerfileNotFound": "off" }, "files.exclude": ["old"] }
            //- old/Dockerfile
            FROM alpine AS Build
            """);
        Assert.Equal(["TargetNotFound"], Codes((await OutputAsync(folder.Path)).Output));
        Assert.Equal(["TargetNotFound"], Codes((await OutputAsync(Path.Combine(folder.Path, "compose.yaml"))).Output));
        Assert.Equal(["StageNameCasing"], Codes((await OutputAsync(Path.Combine(folder.Path, "old", "Dockerfile"))).Output));
        Assert.Equal([], Codes((await OutputAsync(Path.Combine(folder.Path, "old"))).Output));
    }

    [Fact]
    public async Task A_folder_with_nothing_to_check_is_no_silent_success()
    {
        using var folder = new TestFolder();
        var (code, _, error) = await CheckAsync(folder);
        Assert.Equal(0, code);
        Assert.Contains("no Dockerfile", error);
    }

    [Theory]
    [InlineData("/a b/c", "file:///a%20b/c", false)]
    [InlineData("/a%41/#x?y", "file:///a%2541/%23x%3Fy", false)]
    [InlineData("/a\\b", "file:///a%5Cb", false)]
    [InlineData("/", "file:///", false)]
    [InlineData("C:\\a b\\c", "file:///c%3A/a%20b/c", true)]
    [InlineData("d:/a", "file:///d%3A/a", true)]
    [InlineData("\\\\server\\share\\x", "file://server/share/x", true)]
    [InlineData("\\\\?\\C:\\x", "file:///c%3A/x", true)]
    [InlineData("\\\\wsl$\\Ubuntu\\x", "file://wsl%24/Ubuntu/x", true)]
    public void A_path_of_the_command_line_becomes_a_document_and_back(string path, string uri, bool isWindows)
    {
        var document = LocalPath.ToDocument(path, isWindows);
        Assert.Equal(uri, document.Uri);
        Assert.Equal(document, LocalPath.ToDocument(LocalPath.Of(document, isWindows)!, isWindows));
    }

    private static string Paths(string json) => string.Join(' ', JsonNode.Parse(json)!.AsArray().Select(one => (string)one!["path"]!).Distinct());

    private static IEnumerable<string> Codes(string json) => JsonNode.Parse(json)!.AsArray().Select(one => (string)one!["code"]!);

    private static async Task<string[]> FingerprintsAsync(TestFolder folder)
    {
        var (_, output, _) = await CheckAsync(folder, arguments: ["--format", "sarif"]);
        return
        [
            .. JsonNode.Parse(output)!["runs"]![0]!["results"]!.AsArray()
                .Select(result => (string)result!["partialFingerprints"]!["primaryLocationLineHash"]!),
        ];
    }

    private static async Task<(int Code, string Output)> OutputAsync(params string[] paths)
    {
        var (code, output, error) = await RunAsync(["check", "--format", "json", .. paths]);
        Assert.True(error.Length == 0 || error.Contains("no Dockerfile", StringComparison.Ordinal), error);
        return (code, output);
    }

    private static Task<(int Code, string Output, string Error)> CheckAsync(TestFolder folder, bool isColoured = false, params string[] arguments) =>
        RunAsync(["check", folder.Path, .. arguments], isColoured);

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, isColoured: false);

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, bool isColoured)
    {
        var run = await CommandRun.OfAsync(arguments, isColoured);
        return (run.Code, run.Output, run.Error);
    }
}
