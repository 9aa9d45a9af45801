using Dockstage.Core.Features.Graphs;

namespace Dockstage.Core.Tests.Features.Graphs;

public sealed class GraphTreeTests
{
    [Fact]
    public void Below_each_stage_stands_what_it_needs_written_out_once() => Expect(
        """
        FROM golang AS build
        FROM build AS test
        FROM alpine
        COPY --from=build /a /a
        COPY --from=build /b /b
        """,
        """
        stage-2
        ├─ FROM alpine
        └─ COPY ×2 build
           └─ FROM golang
        test
        └─ FROM build Above
        """);

    [Fact]
    public void Stages_of_a_circle_are_shown() => Expect(
        """
        FROM x AS a
        COPY --from=b . .
        FROM x AS b
        COPY --from=a . .
        FROM scratch AS self
        COPY --from=self . .
        """,
        """
        self
        ├─ FROM scratch
        └─ COPY self Above
        a
        ├─ FROM x
        └─ COPY b
           ├─ FROM x
           └─ COPY a Above
        """);

    [Fact]
    public void A_long_chain_goes_on_further_down()
    {
        var tree = TreeOf(string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"FROM s{i} AS s{i + 1}")));
        Assert.All(tree.Lines, line => Assert.True(line.Branches.Length <= 30));
        Assert.Equal(3001, tree.Lines.DistinctBy(line => line.Node).Count());
        Assert.Equal(300, tree.Lines.Count(line => line.By is null));
        Assert.EndsWith(" FROM s2990 Below", Written(tree.Lines[10]));
    }

    private static GraphTree TreeOf(string markup)
    {
        var workspace = new MarkedWorkspace(markup);
        return Assert.Single(GraphTree.Of(BuildGraph.Of(workspace.Snapshot, workspace.Files.Select(file => file.Path), Markup.Root)));
    }

    private static string Written(GraphTreeLine line) =>
        $"{line.Branches}{(line.By is { } arrow ? arrow.Label + " " : "")}{line.Node.Label}{(line.Rest == GraphTreeRest.None ? "" : " " + line.Rest)}";

    private static void Expect(string markup, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', TreeOf(markup).Lines.Select(Written)));
}
