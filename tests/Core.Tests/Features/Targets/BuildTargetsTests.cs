using Dockstage.Core.Features;
using Dockstage.Core.Features.Targets;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features.Targets;

public sealed class BuildTargetsTests
{
    [Fact]
    public void Dockerfiles_come_first_then_consumers_that_ask_for_a_build()
    {
        var workspace = new MarkedWorkspace("""
            //- compose.yaml
            services:
              web: { build: { context: ., dockerfile: docker/prod.df } }
            //- a/compose.yaml
            services:
              db: { image: postgres }
            //- z/Dockerfile
            FROM alpine
            //- docker/prod.df
            FROM alpine
            //- notes.yaml
            a: b
            """);
        var files = TargetFile.Among(workspace.Snapshot, workspace.Snapshot.Paths);
        Assert.Equal(
            ["dockerfile docker/prod.df", "dockerfile z/Dockerfile", "compose compose.yaml"],
            files.Select(file => $"{file.Kind} {file.Path.RelativeTo(Markup.Root)}"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Each_stage_knows_who_builds_it_and_how_much_its_build_runs(string lineEnd)
    {
        var workspace = new MarkedWorkspace(
            """
            //- Dockerfile
            FROM golang AS develop
            FROM develop AS builder
            FROM alpine
            FROM scratch
            COPY --from=builder /a /a
            FROM
            //- compose.yaml
            services:
              web: { build: { context: ., target: Builder } }
              api: { build: { context: ., target: builder } }
              any: { build: { context: ., target: "${T}" } }
            """,
            lineEnd);
        var stages = StageTarget.In(workspace.Snapshot, Markup.Root.Resolve("Dockerfile"));
        Assert.Equal(
            ["develop 1 -", "builder 2 web,api", "stage-2 1 - cannot be built", "stage-3 3 - cannot be built"],
            stages.Select(stage =>
                $"{stage.Stage.LogName} {stage.Runs} {(stage.BuiltBy.IsEmpty ? "-" : string.Join(',', stage.BuiltBy.Select(build => build.Name)))}"
                + (stage.CanBeTarget ? "" : " cannot be built")));
    }

    [Fact]
    public void The_last_stage_is_the_default_one_and_what_builds_no_target_builds_it()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS builder
            FROM scratch
            //- compose.yaml
            services:
              web: { build: . }
            """);
        var stages = StageTarget.In(workspace.Snapshot, Markup.Root.Resolve("Dockerfile"));
        Assert.Equal([(false, 0), (true, 1)], stages.Select(stage => (stage.IsDefault, stage.BuiltBy.Length)));
    }

    [Fact]
    public void In_a_file_of_very_many_stages_plans_are_not_counted()
    {
        var text = string.Concat(Enumerable.Range(0, Limits.PlannedStages + 1).Select(i => $"FROM scratch AS s{i}\n"));
        var workspace = new MarkedWorkspace(text);
        Assert.All(StageTarget.In(workspace.Snapshot, workspace.Files[0].Path), stage => Assert.Null(stage.Runs));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_build_takes_up_the_lines_below_its_name_that_are_indented_further(string lineEnd)
    {
        var workspace = new MarkedWorkspace(
            """
            //- Dockerfile
            FROM alpine AS a
            //- more.yaml
            services:
              other: { build: . }
            //- compose.yaml
            include: [more.yaml]
            services:

              web:
                # the site
                build: .

                ports: [80]

              db:
                image: postgres
              api: { build: . }
            volumes:
              data:
            """,
            lineEnd);
        var path = Markup.Root.Resolve("compose.yaml");
        var text = workspace.Snapshot.Find(path).Document!.Text;
        Assert.Equal(
            ["api 11-11", "other ", "web 3-7"],
            ConsumerBuilds.In(workspace.Snapshot, path).Select(build => (build.Target.Name, Lines: BuildLines.Of(build, text)))
                .Select(build => $"{build.Name} {(build.Lines is { } lines ? $"{lines.First}-{lines.Last}" : "")}").Order(StringComparer.Ordinal));
    }
}
