using System.Text.Json.Nodes;

namespace Dockstage.LanguageServer.Tests;

/// <summary><c>dockstage targets</c>, from the words of the command line to the text it writes.</summary>
public class TargetsTests
{
    private const string Project = """
        //- api/Dockerfile
        ARG GO=1.26
        # build compiles it 😀
        FROM golang:${GO} AS Build
        FROM build AS 日本
        FROM alpine
        FROM scratch AS build
        FROM scratch
        //- compose.yaml
        services:
          "😀": { build: { context: ./api, target: buidl } }
          web:
            build:
              context: ./api
              target: build
          db: { image: postgres }
          gone: { build: ./no where }
          far: { build: "https://example.com/a.git" }
        """;

    [Fact]
    public async Task Text_is_a_table_for_each_file_with_the_commands_below()
    {
        using var folder = new TestFolder(Project);
        // What a command is pasted into is the current folder, which this process shares with others.
        var api = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder.Path, "api")).Replace('\\', '/');
        var (code, output, error) = await CommandRun.OfAsync("targets", folder.Path);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            api/Dockerfile
              build              golang:${GO}  no target: a later stage has the same name
              stage 1            build         no target: it has no name
              stage 2            alpine        no target: it has no name
              build              scratch
                CD docker buildx build --target build -f Dockerfile -t api:build --load .
              stage 4 (default)  scratch
                CD docker buildx build -f Dockerfile -t api:latest --load .

            compose.yaml
              😀    buidl    api/Dockerfile             has no such stage
                CD docker compose -f compose.yaml build '😀'
              web   build    api/Dockerfile:6
                CD docker compose -f compose.yaml build web
              gone  default  no where/Dockerfile        does not exist
                CD docker compose -f compose.yaml build gone
              far   default  https://example.com/a.git
                CD docker compose -f compose.yaml build far

            """.ReplaceLineEndings("\n"),
            WithoutFolders(output));
        Assert.Contains($"cd '{api}' && docker buildx build", output);
    }

    [Fact]
    public async Task Json_says_what_each_file_builds()
    {
        using var folder = new TestFolder("""
            //- compose.yaml
            services:
              web:
                build:
                  context: api
                  target: BUILD
            //- api/Dockerfile
            # build compiles it
            FROM golang:1.22 AS build
            FROM alpine
            """);
        Assert.Equal(
            new CommandRun(
                0,
                """
                {
                  "dockerfiles": [
                    {
                      "path": "api/Dockerfile",
                      "targets": [
                        {
                          "name": "build",
                          "index": 0,
                          "line": 2,
                          "base": "golang:1.22",
                          "description": "compiles it",
                          "default": false
                        },
                        {
                          "name": null,
                          "index": 1,
                          "line": 3,
                          "base": "alpine",
                          "description": null,
                          "default": true
                        }
                      ]
                    }
                  ],
                  "consumers": [
                    {
                      "path": "compose.yaml",
                      "kind": "compose",
                      "name": "web",
                      "line": 5,
                      "context": "api",
                      "dockerfile": "api/Dockerfile",
                      "inline": false,
                      "target": "BUILD",
                      "stageLine": 2,
                      "argv": [
                        "docker",
                        "compose",
                        "-f",
                        "compose.yaml",
                        "build",
                        "web"
                      ],
                      "cwd": "."
                    }
                  ]
                }

                """.ReplaceLineEndings("\n"),
                ""),
            await CommandRun.OfAsync("targets", folder.Path, "--format", "json"));
    }

    [Theory]
    [InlineData("{ build: api }", "api", "api/Dockerfile", false, null, 1)]
    [InlineData("{ build: { context: api, target: nope } }", "api", "api/Dockerfile", false, "nope", null)]
    [InlineData("{ build: { context: api, dockerfile: x.df } }", "api", "api/x.df", false, null, null)]
    [InlineData("{ build: { dockerfile_inline: FROM x, target: a } }", ".", null, true, "a", null)]
    [InlineData("{ build: { dockerfile_inline: \"FROM x\\nFROM y AS a\", target: a } }", ".", null, true, "a", 2)]
    [InlineData("{ build: \"https://example.com/a.git#main\" }", "https://example.com/a.git#main", null, false, null, null)]
    [InlineData("{ build: ../outside }", "../outside", "../outside/Dockerfile", false, null, null)]
    public async Task Each_build_says_where_its_parts_are(
        string service, string? context, string? dockerfile, bool isInline, string? target, int? stageLine)
    {
        using var folder = new TestFolder($"//- compose.yaml\nservices:\n  web: {service}\n//- api/Dockerfile\nFROM alpine AS a");
        var row = JsonNode.Parse((await CommandRun.OfAsync("targets", "--format", "json", folder.Path)).Output)!["consumers"]![0]!;
        Assert.Equal(
            (context, dockerfile, isInline, target, stageLine),
            ((string?)row["context"], (string?)row["dockerfile"], (bool)row["inline"]!, (string?)row["target"], (int?)row["stageLine"]));
    }

    [Fact]
    public async Task An_override_has_a_row_alone_and_one_merged()
    {
        using var folder = new TestFolder("""
            //- compose.yaml
            services: { web: { build: { context: api, target: prod } } }
            //- compose.override.yaml
            services: { web: { build: { target: dev } } }
            //- api/Dockerfile
            FROM a AS dev
            FROM b AS prod
            """);
        var (_, json, _) = await CommandRun.OfAsync("targets", "--format", "json", folder.Path);
        Assert.Equal(
            [
                "compose.override.yaml . dev docker compose -f compose.override.yaml build web with compose.yaml",
                "compose.override.yaml api dev docker compose -f compose.yaml -f compose.override.yaml build web merged",
                "compose.yaml api prod docker compose -f compose.yaml build web",
            ],
            JsonNode.Parse(json)!["consumers"]!.AsArray().Select(row => string.Join(' ', new string?[]
            {
                (string?)row!["path"], (string?)row["context"], (string?)row["target"],
                string.Join(' ', row["argv"]!.AsArray().Select(word => (string)word!)),
                row["mergedWith"] is { } below ? "with " + (string)below[0]! : null, row["merged"] is null ? null : "merged",
            }.OfType<string>())));
        var (_, text, _) = await CommandRun.OfAsync("targets", folder.Path);
        Assert.Contains("web  dev  api/Dockerfile:1  over compose.yaml\n", text);
    }

    /// <summary>What each file is alone was asked of Compose 2.40.3: <c>docker compose -f FILE config</c>, and with all files for what is merged.</summary>
    [Theory]
    // An override that takes something away, or takes the place of it.
    [InlineData(
        """
        //- compose.yaml
        services: { web: { build: { context: api, dockerfile: x.df, target: prod } }, gone: { build: api } }
        //- compose.override.yaml
        services: { web: { build: { dockerfile: !reset null, target: dev } }, gone: !reset null }
        """,
        "compose.override.yaml web . Dockerfile dev alone -f compose.override.yaml",
        "compose.override.yaml web api api/Dockerfile dev merged -f compose.yaml -f compose.override.yaml",
        "compose.yaml web api api/x.df prod -f compose.yaml",
        "compose.yaml gone api api/Dockerfile default -f compose.yaml")]
    [InlineData(
        """
        //- compose.yaml
        services: { web: { build: { context: api, dockerfile: x.df, target: prod } } }
        //- compose.override.yaml
        services: { web: { build: !override { context: api } } }
        """,
        "compose.override.yaml web api api/Dockerfile default -f compose.yaml -f compose.override.yaml",
        "compose.yaml web api api/x.df prod -f compose.yaml")]
    // One that only adds: nothing to build, or a service of its own.
    [InlineData(
        """
        //- compose.yaml
        services: { web: { build: api } }
        //- compose.override.yaml
        services: { web: { environment: { A: b } }, more: { build: { context: api, target: dev } } }
        """,
        "compose.override.yaml more api api/Dockerfile dev -f compose.yaml -f compose.override.yaml",
        "compose.yaml web api api/Dockerfile default -f compose.yaml")]
    // Alone it still takes from the file over which it is laid.
    [InlineData(
        """
        //- compose.yaml
        services: { base: { build: { context: api, target: prod } } }
        //- compose.override.yaml
        services: { web: { extends: { file: compose.yaml, service: base }, build: { target: dev } } }
        """,
        "compose.override.yaml web api api/Dockerfile dev -f compose.yaml -f compose.override.yaml",
        "compose.yaml base api api/Dockerfile prod -f compose.yaml")]
    [InlineData(
        """
        //- compose.yaml
        services: { web: { build: { context: api, target: prod } } }
        //- compose.dev.yaml
        include: [compose.yaml]
        services: { dev: { build: { context: api, target: dev } } }
        """,
        "compose.dev.yaml dev api api/Dockerfile dev -f compose.dev.yaml",
        "compose.dev.yaml web api api/Dockerfile prod -f compose.dev.yaml",
        "compose.yaml web api api/Dockerfile prod -f compose.yaml")]
    // What another file includes, several documents, a file that COMPOSE_FILE puts between two others.
    [InlineData(
        """
        //- compose.yaml
        include: [api/part.yaml]
        services: { web: { build: { context: api, target: prod } } }
        ---
        services: { web: { build: { target: dev } }, part: { build: { target: prod } } }
        //- api/part.yaml
        services: { part: { build: { context: ., target: dev } } }
        """,
        "compose.yaml web api api/Dockerfile dev -f compose.yaml",
        "compose.yaml part api api/Dockerfile prod -f compose.yaml")]
    [InlineData(
        """
        //- .env
        COMPOSE_FILE=compose.yaml:compose.a.yaml:compose.b.yaml
        //- compose.yaml
        services: { web: { build: { context: api, target: prod } } }
        //- compose.a.yaml
        services: { web: { build: { dockerfile: x.df } } }
        //- compose.b.yaml
        services: { web: { build: { target: dev } } }
        """,
        "compose.a.yaml web . x.df default alone -f compose.a.yaml",
        "compose.a.yaml web api api/x.df dev merged -f compose.yaml -f compose.a.yaml -f compose.b.yaml",
        "compose.b.yaml web . Dockerfile dev alone -f compose.b.yaml",
        "compose.b.yaml web api api/x.df dev merged -f compose.yaml -f compose.a.yaml -f compose.b.yaml",
        "compose.yaml web api api/Dockerfile prod -f compose.yaml")]
    // Files that nothing but COMPOSE_FILE says are compose files.
    [InlineData(
        """
        //- .env
        COMPOSE_FILE=deploy/stack.yml:more
        //- deploy/stack.yml
        services: { web: { build: { context: ../api, target: prod } } }
        //- more
        services: { web: { build: { target: dev } }, all: { build: { context: ../api } } }
        """,
        "deploy/stack.yml web api api/Dockerfile prod --env-file ../.env -f stack.yml",
        "more web . Dockerfile dev alone -f more",
        "more web api api/Dockerfile dev merged -f deploy/stack.yml -f more",
        "more all ../api ../api/Dockerfile default alone -f more",
        "more all api api/Dockerfile default merged -f deploy/stack.yml -f more")]
    // Its .env counts more than that beside the file, also for the command, which runs in the folder of the file.
    [InlineData(
        """
        //- .env
        COMPOSE_FILE=deploy/stack.yml:deploy/more.yml
        T=dev
        //- deploy/.env
        T=prod
        C=../api
        //- deploy/stack.yml
        services: { web: { build: { context: $C, target: $T } } }
        //- deploy/more.yml
        services: { more: { build: { context: $C, target: $T } } }
        """,
        "deploy/more.yml more api api/Dockerfile prod alone -f more.yml",
        "deploy/more.yml more api api/Dockerfile dev merged --env-file .env --env-file ../.env -f stack.yml -f more.yml",
        "deploy/stack.yml web api api/Dockerfile dev --env-file .env --env-file ../.env -f stack.yml")]
    // A file with an infix: by itself where Compose takes it so, and where the base file has no such service.
    [InlineData(
        """
        //- compose.yaml
        services: { web: { build: api } }
        //- compose.prod.yaml
        services: { prod: { build: { context: api, target: prod }, volumes: [data:/srv], networks: [back], depends_on: [db] }, db: { image: x } }
        volumes: { data: }
        networks: { back: }
        """,
        "compose.prod.yaml prod api api/Dockerfile prod -f compose.prod.yaml",
        "compose.yaml web api api/Dockerfile default -f compose.yaml")]
    [InlineData(
        """
        //- compose.yaml
        services: { web: { build: api }, db: { image: x } }
        //- compose.prod.yaml
        services: { prod: { build: { context: api, target: prod }, depends_on: [db] } }
        """,
        "compose.prod.yaml prod api api/Dockerfile prod -f compose.yaml -f compose.prod.yaml",
        "compose.yaml web api api/Dockerfile default -f compose.yaml")]
    [InlineData(
        """
        //- compose.prod.yaml
        services: { prod: { build: { context: api, target: prod } } }
        """,
        "compose.prod.yaml prod api api/Dockerfile prod -f compose.prod.yaml")]
    public async Task Each_file_has_its_rows_alone_and_merged(string files, params string[] expected)
    {
        const string stages = "FROM a AS dev\nFROM b AS prod\n";
        using var folder = new TestFolder($"{files}\n//- api/Dockerfile\n{stages}//- api/x.df\n{stages}");
        var (code, json, error) = await CommandRun.OfAsync("targets", "--format", "json", folder.Path);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(expected, JsonNode.Parse(json)!["consumers"]!.AsArray().Where(row => !((string)row!["path"]!).StartsWith("api/", StringComparison.Ordinal)).Select(row =>
        {
            var argv = row!["argv"]!.AsArray().Select(word => (string)word!).ToList();
            Assert.Equal(["docker", "compose", "build", (string)row["name"]!], argv[..2].Concat(argv[^2..]));
            // Where there is such a Dockerfile, the row tells of its stage.
            var isThere = File.Exists(Path.Combine(folder.Path, (string)row["dockerfile"]!));
            Assert.Equal(isThere ? (string?)row["target"] == "dev" ? 1 : 2 : null, (int?)row["stageLine"]);
            var kind = row["merged"] is not null ? "merged " : row["mergedWith"] is not null ? "alone " : "";
            return $"{row["path"]} {row["name"]} {row["context"]} {row["dockerfile"]} {row["target"] ?? "default"} {kind}{string.Join(' ', argv[2..^2])}";
        }));
    }

    /// <summary>The file alone is built from another Dockerfile, which has no name that says so: it is read all the same.</summary>
    [Fact]
    public async Task The_Dockerfile_of_an_override_alone_is_read()
    {
        using var folder = new TestFolder("""
            //- compose.yaml
            services: { web: { build: api } }
            //- compose.override.yaml
            services: { web: { build: { dockerfile: dev.df, target: dev } } }
            //- dev.df
            FROM a
            FROM b AS dev
            """);
        var (_, json, _) = await CommandRun.OfAsync("targets", "--format", "json", folder.Path);
        var alone = JsonNode.Parse(json)!["consumers"]!.AsArray().Single(row => row!["mergedWith"] is not null)!;
        Assert.Equal(("dev.df", 2), ((string?)alone["dockerfile"], (int?)alone["stageLine"]));
    }

    [Fact]
    public async Task Settings_of_the_folder_choose_engine_and_tag()
    {
        using var folder = new TestFolder("""
            //- .dockstage.json
            { "engine": "podman", "build.tag": "x/${stage}" }
            //- Dockerfile
            FROM a AS b
            //- bad/.dockstage.json
            { "build.tag": "No Tag" }
            //- bad/Dockerfile
            FROM a
            """);
        var (code, output, _) = await CommandRun.OfAsync("targets", folder.Path);
        Assert.Contains("podman build --target b -f Dockerfile -t x/b .", output);
        Assert.Contains("'No Tag' is not an image name that Docker accepts.", output);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Colours_and_language_are_for_people_alone_and_no_name_reaches_the_terminal_as_it_is()
    {
        using var folder = new TestFolder("//- Dockerfile\nFROM \e[31mx\n//- compose.yaml\nservices: { \"\\e[31m\": { build: . } }");
        var (_, output, _) = await CommandRun.OfAsync(["targets", folder.Path, "--locale", "ru"], isColoured: true);
        Assert.Contains("\e[1mDockerfile\e[0m\n", output);
        Assert.Contains("стадия 0 (по умолчанию)", output);
        Assert.Contains("␛[31mx", output);
        Assert.DoesNotContain("\e[31m", output);
        Assert.DoesNotContain('\e', (await CommandRun.OfAsync(["targets", folder.Path, "--format", "json"], isColoured: true)).Output);
    }

    [Fact]
    public async Task Nothing_to_build_is_0_and_what_cannot_be_read_is_2()
    {
        using var folder = new TestFolder("//- empty/Dockerfile\n# nothing");
        Assert.Equal(new CommandRun(0, "Dockerfile\n  no stages\n", ""), await CommandRun.OfAsync("targets", Path.Combine(folder.Path, "empty")));
        folder.Delete("empty/Dockerfile");
        Assert.Equal(
            new CommandRun(0, "", "dockstage: no Dockerfile and no compose file was found.\n"), await CommandRun.OfAsync("targets", folder.Path));
        var missing = await CommandRun.OfAsync("targets", "--format", "json", Path.Combine(folder.Path, "missing"));
        Assert.Equal((2, "{\n  \"dockerfiles\": [],\n  \"consumers\": []\n}\n"), (missing.Code, missing.Output));
        Assert.Contains("does not exist", missing.Error);
    }

    /// <summary>The output without the folders that commands go to: those of the tests lie elsewhere each time.</summary>
    private static string WithoutFolders(string output) => string.Join('\n', output.Split('\n').Select(line =>
        line.StartsWith("    cd ", StringComparison.Ordinal) ? "    CD " + line[(line.IndexOf(" && ", StringComparison.Ordinal) + 4)..] : line));
}
