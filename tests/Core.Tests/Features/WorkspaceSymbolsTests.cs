using Dockstage.Core.Features;

namespace Dockstage.Core.Tests.Features;

public sealed class WorkspaceSymbolsTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM golang AS [|Builder|]
        FROM alpine
        //- compose.yaml
        services:
          web: {build: api}
          rebuild: {build: api}
          redis: {image: redis}
        //- web/Dockerfile
        FROM node AS b-u
        """;

    [Theory]
    [InlineData("BUI", "Stage builder (api/Dockerfile)", "BuildTarget rebuild (w/compose.yaml)")]
    [InlineData("bu", "Stage builder (api/Dockerfile)", "BuildTarget rebuild (w/compose.yaml)", "Stage b-u (web/Dockerfile)")]
    [InlineData("web", "BuildTarget web (w/compose.yaml)")]
    [InlineData("redis")]
    public void Names_are_matched_in_any_letter_case_best_first(string query, params string[] expected)
    {
        var workspace = new MarkedWorkspace(Project);
        Assert.Equal(
            expected,
            WorkspaceSymbols.Matching(workspace.Snapshot, query).Select(place => $"{place.Kind} {place.Name} ({place.File.Parent?.Name}/{place.File.Name})"));
    }

    [Fact]
    public void No_query_finds_everything_and_a_stage_stands_at_its_name()
    {
        var workspace = new MarkedWorkspace(Project);
        var all = WorkspaceSymbols.Matching(workspace.Snapshot, "");
        Assert.Equal(["b-u", "builder", "rebuild", "web"], all.Select(place => place.Name));
        Assert.Equal(workspace["api/Dockerfile"].Spans.Single(), all[1].Span);
    }
}
