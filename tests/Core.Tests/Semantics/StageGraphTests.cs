using Dockstage.Core.Semantics;

namespace Dockstage.Core.Tests.Semantics;

/// <summary>Who needs whom. <c>1 copy 0</c> reads "stage 1 copies from stage 0".</summary>
public sealed class StageGraphTests
{
    [Theory]
    [InlineData("FROM x AS a\nFROM a\nFROM A", "1 from 0")]
    [InlineData("FROM x AS a\nFROM y\nCOPY --from=a . .\nCOPY --from=0 . .\nCOPY --from=alpine . .", "1 copy 0, 1 copy 0")]
    [InlineData("FROM x AS a\nFROM y\nRUN --mount=from=a,target=/x --mount=type=tmpfs,from=A,target=/y make", "1 mount 0, 1 mount 0")]
    [InlineData("FROM x AS a\nFROM y\nRUN --mount=from=0,target=/x make\nADD --from=a . .", "")]
    [InlineData("ARG B=a\nFROM x AS a\nFROM ${B}", "1 from 0")]
    [InlineData("FROM x AS a\nCOPY --from=b . .\nFROM y AS b", "0 copy 1")]
    [InlineData("FROM x", "")]
    [InlineData("", "")]
    public void A_stage_needs_its_base_and_what_it_copies_from_or_mounts(string text, string edges) =>
        Assert.Equal(edges, EdgesOf(Model.Of(text)));

    [Fact]
    public void Edges_are_found_from_both_ends()
    {
        var model = Model.Of("FROM x AS a\nFROM a AS b\nFROM y\nCOPY --from=b . .\nRUN --mount=from=a,target=/x make");
        Assert.Equal("2 copy 1, 2 mount 0", Show(model.Graph.NeedsOf(model.Stages[2])));
        Assert.Equal("1 from 0, 2 mount 0", Show(model.Graph.UsesOf(model.Stages[0])));
        Assert.Empty(model.Graph.UsesOf(model.Stages[2]));
    }

    [Fact]
    public void ONBUILD_has_no_effect_on_its_own_stage() =>
        Assert.Equal("", EdgesOf(Model.Of("FROM x AS a\nFROM y AS b\nONBUILD COPY --from=a . .\nONBUILD COPY --from=9 . .")));

    [Fact]
    public void ONBUILD_is_bound_in_each_stage_built_directly_on_its_own()
    {
        var model = Model.Of(
            """
            FROM x AS tools
            FROM y AS base
            ONBUILD COPY --from=Tools . .
            ONBUILD RUN --mount=from=tools,target=/t make
            FROM base AS child
            FROM child AS grandchild
            FROM base
            """);
        Assert.Equal("2 onbuild 0, 2 onbuild 0, 2 from 1, 3 from 2, 4 onbuild 0, 4 onbuild 0, 4 from 1", EdgesOf(model));
        var edge = model.Graph.NeedsOf(model.Stages[2])[0];
        Assert.Equal(1, edge.Reference.StageIndex);
        Assert.Equal("Tools", model.Text.ToString(edge.Reference.Span));
    }

    [Fact]
    public void A_trigger_takes_an_index_and_the_last_of_a_name_like_any_COPY() =>
        Assert.Equal(
            "1 onbuild 3, 1 onbuild 2, 1 from 0",
            EdgesOf(Model.Of("FROM x AS base\nONBUILD COPY --from=t . .\nONBUILD COPY --from=2 . .\nFROM base\nFROM y AS t\nFROM z AS t")));

    [Theory]
    [InlineData("FROM x AS a\nCOPY --from=a . .\nFROM y", "0 copy 0")]
    [InlineData("FROM x\nCOPY --from=0 . .", "0 copy 0")]
    [InlineData("FROM x AS a\nCOPY --from=b . .\nFROM y AS b\nRUN --mount=from=a,target=/x make\nFROM z", "0 copy 1")]
    [InlineData("FROM x AS a\nCOPY --from=c . .\nFROM y AS b\nCOPY --from=a . .\nFROM z AS c\nCOPY --from=b . .", "0 copy 2")]
    [InlineData("FROM x AS a\nCOPY --from=b . .\nFROM a AS b", "")]
    [InlineData("FROM x AS a\nCOPY --from=b . .\nFROM y AS b", "")]
    [InlineData("FROM x AS a\nONBUILD COPY --from=b . .\nFROM a AS b", "")]
    public void COPY_and_mount_alone_make_circles(string text, string closing) =>
        Assert.Equal(closing, Show(Model.Of(text).Graph.CycleEdges));

    private static string EdgesOf(DockerfileModel model) => Show(model.Graph.Edges);

    internal static string Show(IEnumerable<StageEdge> edges) => string.Join(
        ", ", edges.Select(edge => $"{edge.User.Index} {edge.Kind.ToString().ToLowerInvariant()} {edge.Needed.Index}"));
}
