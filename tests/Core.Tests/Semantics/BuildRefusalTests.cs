namespace Dockstage.Core.Tests.Semantics;

/// <summary>The table of order errors and circles, word by word as BuildKit has them.</summary>
public sealed class BuildRefusalTests
{
    [Theory]
    [InlineData("FROM x AS a\nCOPY --from=B a b\nFROM y AS b", "a",
        "cannot copy from stage \"B\", it needs to be defined before current stage \"a\"")]
    [InlineData("FROM x\nCOPY --from=1 a b\nFROM y AS b\nFROM z AS t\nCOPY --from=0 a b", "t",
        "cannot copy from stage \"1\", it needs to be defined before current stage \"stage-0\"")]
    [InlineData("FROM x AS a\nRUN --mount=type=cache,from=b,dst=/x make\nFROM y AS b", "a",
        "cannot mount from stage \"b\" to \"/x\", stage needs to be defined before current command")]
    [InlineData("FROM x AS a\nRUN --mount=from=b make\nFROM y AS b", "a",
        "cannot mount from stage \"b\" to \"\", stage needs to be defined before current command")]
    [InlineData("FROM x AS a\nCOPY --from=b a b\nFROM y AS b", "b", "")]
    [InlineData("FROM x AS a\nRUN --mount=from=b,target=/x make\nFROM y AS b", "b", "")]
    [InlineData("FROM x AS x\nFROM y AS a\nCOPY --from=x a b\nFROM z AS x", "a",
        "cannot copy from stage \"x\", it needs to be defined before current stage \"a\"")]
    public void A_stage_below_is_refused_to_a_stage_that_is_run(string text, string target, string refusal) => Check(text, target, refusal);

    [Theory]
    [InlineData("FROM x AS a\nCOPY --from=a a b\nFROM y", "circular dependency detected on stage: a")]
    [InlineData("FROM x\nFROM y\nCOPY --from=1 a b\nFROM z", "circular dependency detected on stage: stage-1")]
    [InlineData("FROM x\nRUN --mount=from=b,target=/x make\nFROM y AS b\nRUN --mount=from=b make\nFROM z", "circular dependency detected on stage: stage-0")]
    [InlineData("FROM x AS a\nCOPY --from=c a b\nFROM y AS b\nCOPY --from=a a b\nFROM z AS c\nCOPY --from=b a b\nFROM z", "circular dependency detected on stage: a")]
    [InlineData("FROM x AS a\nCOPY --from=b a b\nFROM a AS b\nFROM z", "")]
    public void A_circle_is_refused_even_where_nothing_of_it_is_run(string text, string refusal) => Check(text, "", refusal);

    [Fact]
    public void A_circle_through_FROM_is_an_order_error_when_it_is_run() => Check(
        "FROM x AS a\nCOPY --from=b a b\nFROM a AS b", "", "cannot copy from stage \"b\", it needs to be defined before current stage \"a\"");

    [Theory]
    [InlineData("FROM x\nCOPY --from=7 a b\nFROM y", "invalid stage index 7")]
    [InlineData("FROM x\nCOPY --from=-1 a b\nFROM y", "invalid stage index -1")]
    [InlineData("FROM x\nRUN --mount=from=$a,target=/x make\nFROM y", "'from' doesn't support variable expansion, define alias stage instead")]
    [InlineData("FROM Foo AS unused\nFROM y",
        "failed to parse stage name \"Foo\": invalid reference format: repository name (library/Foo) must be lowercase")]
    [InlineData("FROM nosuch AS unused\nFROM y", "")]
    [InlineData("FROM $X AS unused\nFROM y", "base name ($X) should not be blank")]
    [InlineData("FROM x AS a\nFROM y\nCOPY --from=nosuch a b", "")]
    public void What_names_nothing_is_refused_even_where_it_is_not_run(string text, string refusal) => Check(text, "", refusal);

    [Theory]
    [InlineData("base", "")]
    [InlineData("child", "invalid stage index 9")]
    [InlineData("other", "")]
    public void What_ONBUILD_brings_is_refused_only_where_the_child_is_run(string target, string refusal) =>
        Check("FROM x AS base\nONBUILD COPY --from=9 a b\nFROM base AS child\nFROM y AS other", target, refusal);

    [Theory]
    [InlineData("FROM x AS a\nONBUILD COPY --from=c a b\nFROM a AS b\nFROM y AS c", "b",
        "cannot copy from stage \"c\", it needs to be defined before current stage \"b\"")]
    [InlineData("FROM x AS a\nONBUILD COPY --from=c a b\nFROM a AS b\nFROM y AS c", "a", "")]
    [InlineData("FROM x AS a\nONBUILD COPY --from=b a b\nFROM a AS b", "b", "")]
    public void ONBUILD_may_bring_a_stage_below_and_even_the_child_itself(string text, string target, string refusal) =>
        Check(text, target, refusal);

    [Fact]
    public void The_refusals_come_in_the_order_in_which_BuildKit_comes_upon_them() => Check(
        """
        FROM x AS a
        COPY --from=b a b
        COPY --from=a a b
        COPY --from=9 a b
        FROM a AS b
        """, "b", """
        invalid stage index 9
        circular dependency detected on stage: a
        cannot copy from stage "b", it needs to be defined before current stage "a"
        cannot copy from stage "a", it needs to be defined before current stage "a"
        """);

    [Fact]
    public void The_edges_of_a_circle_lead_round_it_and_not_to_it()
    {
        var model = Model.Of("FROM x\nCOPY --from=b a b\nFROM y AS b\nCOPY --from=c a b\nFROM z AS c\nRUN --mount=from=b,target=/x make\nFROM z");
        var circle = model.Graph.Circle!;
        Assert.Equal(0, circle.Named.Index);
        Assert.Equal("1 copy 2, 2 mount 1", StageGraphTests.Show(circle.Edges));
    }

    private static void Check(string text, string target, string refusals) => Assert.Equal(
        refusals.ReplaceLineEndings("\n"), string.Join('\n', Model.Of(text).PlanOf(target).Refusals.Select(refusal => refusal.BuildKitText)));
}
