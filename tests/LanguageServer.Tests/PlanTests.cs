namespace Dockstage.LanguageServer.Tests;

/// <summary><c>dockstage plan</c>, from the words of the command line to the text it writes.</summary>
public class PlanTests
{
    private const string Service = """
        FROM golang AS build
        FROM node AS 資料
        FROM build AS lint
        FROM alpine AS release
        COPY --from=build /a /a
        RUN --mount=from=build,target=/b true
        COPY --from=nginx /c /c
        FROM release
        """;

    [Fact]
    public async Task Text_says_what_runs_in_order_and_why_what_is_skipped_and_which_images_are_needed()
    {
        var (path, run) = await PlanAsync(Service);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            stage 4 (default) of D: runs 3 of 5 stages
              1  build              D:1  release copies from it (line 5), release mounts it (line 6)
              2  release            D:4  stage 4 is built on it (line 8)
              3  stage 4 (default)  D:8  the target

            Skipped
              -  stage 1            D:2
              -  lint               D:3

            Images needed
              golang
              alpine
              nginx

            """.ReplaceLineEndings("\n"),
            run.Output.Replace(path, "D", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_says_the_same()
    {
        var (path, run) = await PlanAsync("FROM a AS b\nFROM scratch AS c\nCOPY --from=b . .\nFROM d", "--target", "C", "--format", "json");
        Assert.Equal(
            """
            {
              "dockerfile": "D",
              "target": "c",
              "runs": [
                {
                  "name": "b",
                  "index": 0,
                  "line": 1,
                  "because": [
                    {
                      "kind": "copy",
                      "line": 3
                    }
                  ]
                },
                {
                  "name": "c",
                  "index": 1,
                  "line": 2,
                  "because": [
                    {
                      "kind": "target",
                      "line": 2
                    }
                  ]
                }
              ],
              "skips": [
                {
                  "name": null,
                  "index": 2,
                  "line": 4
                }
              ],
              "images": [
                "a"
              ]
            }

            """.ReplaceLineEndings("\n"),
            run.Output.Replace(path, "D", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("biuld", "target stage \"biuld\" could not be found (did you mean build?)")]
    [InlineData("0", "target stage \"0\" could not be found")]
    [InlineData("nothing-like-it", "target stage \"nothing-like-it\" could not be found")]
    public async Task An_unknown_target_is_2_and_told_in_the_words_of_BuildKit(string target, string expected)
    {
        var (path, run) = await PlanAsync(Service, "--target", target);
        Assert.Equal(new CommandRun(2, "", $"dockstage: {path}: {expected}\n"), run);
    }

    [Fact]
    public async Task A_build_that_BuildKit_refuses_is_1_and_the_plan_comes_all_the_same()
    {
        var (path, run) = await PlanAsync("FROM a AS b\nFROM c\nCOPY --from=9 /x /x\n");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("stage 1 (default) of ", run.Output);
        Assert.Equal($"dockstage: {path}: BuildKit refuses this build: invalid stage index 9\n", run.Error);
    }

    [Fact]
    public async Task A_file_for_another_front_end_is_not_said_to_be_refused() =>
        Assert.Equal(0, (await PlanAsync("# syntax=example.com/own\nFROM a\nCOPY --from=9 /x /x\n")).Run.Code);

    [Fact]
    public async Task Many_reasons_are_counted_and_sixty_stages_stand_in_columns()
    {
        var stages = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"FROM base AS s{i}"));
        var (_, run) = await PlanAsync($"FROM x AS base\n{stages}\nFROM scratch\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => $"COPY --from=s{i} a b")));
        Assert.Contains("s0 is built on it (line 2), s1 is built on it (line 3), s2 is built on it (line 4), and 57 more\n", run.Output);
        var rows = run.Output.Split('\n').Skip(1).Take(62).ToList();
        Assert.StartsWith("   1  base ", rows[0]);
        Assert.StartsWith("  62  stage 61 (default)  ", rows[61]);
        Assert.Single(rows.Select(row => row.IndexOf("Dockerfile:", StringComparison.Ordinal)).Distinct());
    }

    [Theory]
    [InlineData("", "has no stage")]
    [InlineData("ARG A=1", "has no stage")]
    [InlineData("\0", "is not a text file")]
    public async Task What_is_no_Dockerfile_is_2(string text, string expected)
    {
        var (_, run) = await PlanAsync(text);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public async Task A_folder_and_a_missing_file_are_2()
    {
        using var folder = new TestFolder();
        Assert.Contains("is a folder", (await CommandRun.OfAsync("plan", folder.Path)).Error);
        var run = await CommandRun.OfAsync("plan", Path.Combine(folder.Path, "none"), "--locale", "ru");
        Assert.Equal(2, run.Code);
        Assert.Contains("нет такого файла", run.Error);
    }

    private static async Task<(string Shown, CommandRun Run)> PlanAsync(string dockerfile, params string[] arguments)
    {
        using var folder = new TestFolder();
        folder.Write("Dockerfile", dockerfile);
        var path = Path.Combine(folder.Path, "Dockerfile");
        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');
        return (shown, await CommandRun.OfAsync(["plan", path, .. arguments]));
    }
}
