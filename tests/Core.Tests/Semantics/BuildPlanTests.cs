using Dockstage.Core.Semantics;

namespace Dockstage.Core.Tests.Semantics;

public sealed class BuildPlanTests
{
    private const string Service =
        """
        FROM golang AS deps
        FROM deps AS build
        FROM node AS assets
        FROM build AS test
        FROM scratch AS prod
        COPY --from=build a b
        RUN --mount=from=assets,target=/x make
        FROM alpine
        """;

    [Theory]
    [InlineData("prod", "deps build assets prod", "test 5")]
    [InlineData("test", "deps build test", "assets prod 5")]
    [InlineData("deps", "deps", "build assets test prod 5")]
    [InlineData("", "5", "deps build assets test prod")]
    public void A_build_runs_its_target_and_all_that_it_needs_and_nothing_else(string target, string runs, string skips)
    {
        var plan = PlanOf(Service, target);
        Assert.Equal(runs, string.Join(' ', plan.Runs.Select(step => step.Stage.Label)));
        Assert.Equal(skips, string.Join(' ', plan.Skips.Select(stage => stage.Label)));
        Assert.Empty(plan.Refusals);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_stage_that_is_run_has_its_reasons_with_their_places(string lineEnd)
    {
        var file = Markup.ParseOne(
            """
            FROM x AS tools
            FROM y AS base
            ONBUILD COPY --from={|onbuild:tools|} a b
            FROM {|from:base|} AS build
            FROM z
            COPY --from=base a b
            {|target:FROM s AS prod|}
            COPY --from={|copy:Build|} a b
            RUN --mount=target=/x,from="{|mount:base|}" make
            """, lineEnd: lineEnd);
        Assert.Equal(
            [
                $"tools: Onbuild {file["onbuild"].Start}",
                $"base: From {file["from"].Start} Mount {file["mount"].Start}",
                $"build: Copy {file["copy"].Start}",
                $"prod: Target {file["target"].Start}",
            ],
            PlanOf(file.Text, "prod").Runs.Select(step =>
                $"{step.Stage.Label}: {string.Join(' ', step.Reasons.Select(reason => $"{reason.Kind} {reason.Offset}"))}"));
    }

    [Fact]
    public void A_reference_counts_wherever_in_its_stage_it_stands() =>
        Assert.Equal("a 1", Runs("FROM x AS a\nFROM y\nRUN --mount=type=ssh,from=a make\nUSER u", ""));

    [Fact]
    public void What_only_ONBUILD_of_a_base_stage_asks_for_is_run_too() =>
        Assert.Equal("tools base 2", Runs("FROM x AS tools\nFROM y AS base\nONBUILD COPY --from=tools a b\nFROM base", ""));

    [Fact]
    public void ONBUILD_of_a_stage_that_is_built_itself_asks_for_nothing() =>
        Assert.Equal("base", Runs("FROM x AS tools\nFROM y AS base\nONBUILD COPY --from=tools a b\nFROM base", "base"));

    [Fact]
    public void ONBUILD_is_not_inherited_further() => Assert.Equal(
        "tools base child 3",
        Runs("FROM x AS tools\nFROM y AS base\nONBUILD COPY --from=tools a b\nFROM base AS child\nFROM child", ""));

    [Fact]
    public void The_last_stage_of_a_name_is_the_target_but_FROM_takes_the_nearest_above()
    {
        const string Text = "FROM x AS a\nFROM a AS b\nFROM y AS a";
        Assert.Equal([2], PlanOf(Text, "A").Runs.Select(step => step.Stage.Index));
        Assert.Equal([0, 1], PlanOf(Text, "b").Runs.Select(step => step.Stage.Index));
    }

    [Theory]
    [InlineData("FROM x AS a\nFROM a", "x")]
    [InlineData("ARG V=3\nFROM alpine:$V\nCOPY --from=golang:1 a b\nRUN --mount=from=0,target=/x make", "alpine:3 golang:1 0")]
    [InlineData("FROM alpine\nCOPY --from=alpine a b", "alpine")]
    [InlineData("FROM scratch", "")]
    [InlineData("FROM $NONE\nCOPY --from= a b\nCOPY --from=7 a b\nCOPY --from=$x a b\nRUN --mount=from=a$,target=/x make", "")]
    [InlineData("FROM unused\nFROM x", "x")]
    [InlineData("FROM x AS a\nONBUILD COPY --from=tools a b\nFROM a", "x tools")]
    public void The_images_are_those_of_the_stages_that_are_run(string text, string images) =>
        Assert.Equal(images, string.Join(' ', PlanOf(text, "").Images));

    [Fact]
    public void A_base_may_depend_on_the_target()
    {
        const string Text = "FROM x AS for-dev\nFROM y AS for-prod\nFROM for-$TARGETSTAGE AS dev\nFROM for-$TARGETSTAGE AS prod";
        Assert.Equal("for-prod prod", Runs(Text, ""));
        Assert.Equal("for-dev dev", Runs(Text, "dev"));
        Assert.Equal(["x"], PlanOf(Text, "dev").Images);
    }

    private static string Runs(string text, string target) =>
        string.Join(' ', PlanOf(text, target).Runs.Select(step => step.Stage.Label));

    private static BuildPlan PlanOf(string text, string target)
    {
        var model = Model.Of(text);
        return model.PlanFor(model.FindTarget(target)!);
    }
}
