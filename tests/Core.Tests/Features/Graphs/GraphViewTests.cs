using Dockstage.Core.Features;
using Dockstage.Core.Features.Graphs;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features.Graphs;

public sealed class GraphViewTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM golang AS develop
        FROM develop AS builder
        FROM alpine AS docs
        FROM scratch AS release
        COPY --from=builder /a /a
        COPY --from=assets /b /b
        //- web/Dockerfile
        FROM node AS develop
        //- compose.yaml
        services:
          api: { build: { context: api, additional_contexts: { assets: ./assets } } }
          work: { build: { context: api, target: builder } }
          web: { build: { context: web } }
          gone: { build: { context: nowhere } }
        """;

    [Fact]
    public void Of_a_Dockerfile_its_own_stages_are_shown_and_the_builds_that_ask_for_them() =>
        Assert.Equal("alpine api assets assets builder develop docs golang release scratch work", Labels(Of("api/Dockerfile")));

    [Fact]
    public void Of_a_consumers_file_the_Dockerfiles_are_shown_that_it_builds_and_builds_that_have_none() =>
        Assert.Equal("alpine api assets assets builder develop develop docs golang gone node release scratch web work", Labels(Of("compose.yaml")));

    [Fact]
    public void Of_the_workspace_everything_is_shown_but_builds_without_a_Dockerfile()
    {
        var workspace = new MarkedWorkspace(Project);
        var view = GraphView.OfAll(workspace.Snapshot, workspace.Snapshot.Paths, Markup.Root, null);
        Assert.Equal("alpine api assets assets builder develop develop docs golang node release scratch web work", Labels(view));
        Assert.Equal(["develop", "builder", "docs", "release"], view.Targets);
        Assert.Equal(0, view.Omitted);
    }

    [Fact]
    public void More_Dockerfiles_than_can_be_looked_at_are_left_out_and_counted()
    {
        var files = Enumerable.Range(0, Limits.GraphDockerfiles + 3).Select(i => $"//- {i:000}/Dockerfile\nFROM scratch AS s{i}\n");
        var workspace = new MarkedWorkspace(string.Concat(files));
        var view = GraphView.OfAll(workspace.Snapshot, workspace.Snapshot.Paths, Markup.Root, null);
        Assert.Equal(3, view.Omitted);
        Assert.Equal(Limits.GraphDockerfiles, view.Graph.Nodes.Count(node => node.Kind == GraphNodeKind.Stage));
        Assert.Equal("s39", view.Targets[^1]);
    }

    [Fact]
    public void A_target_leaves_what_it_needs_and_who_builds_it() =>
        Assert.Equal("builder develop golang work", Labels(Of("api/Dockerfile", "BUILDER")));

    [Theory]
    [InlineData("release", "assets builder develop golang release scratch")]
    [InlineData("builder", "builder develop golang")]
    [InlineData("docs", "alpine docs")]
    [InlineData("work", "builder develop golang work")]
    [InlineData("api", "api assets builder develop golang release scratch")]
    public void What_a_build_runs_and_reads_is_known_of_each_stage_and_each_consumer(string label, string runs) =>
        Assert.Equal(runs, RunsOf("api/Dockerfile", label));

    [Theory]
    [InlineData("golang")]
    [InlineData("scratch")]
    [InlineData("assets")]
    public void An_image_and_a_context_are_no_builds(string label) => Assert.Null(RunsOf("api/Dockerfile", label));

    [Fact]
    public void What_one_build_gives_a_context_for_is_an_image_to_another()
    {
        var workspace = new MarkedWorkspace(Project);
        var view = GraphView.OfDocument(workspace.Snapshot, Markup.Root.Resolve("api/Dockerfile"), Markup.Root, null);
        var kindOf = (string label) => view.RunsOf(workspace.Snapshot, view.Graph.Nodes.First(node => node.Label == label))!.Value
            .Select(id => view.Graph.Nodes.Single(node => node.Id == id)).Single(node => node.Label == "assets").Kind;
        Assert.Equal(GraphNodeKind.Image, kindOf("release"));
        Assert.Equal(GraphNodeKind.Context, kindOf("api"));
    }

    [Fact]
    public void A_build_that_has_no_Dockerfile_runs_nothing() => Assert.Null(RunsOf("compose.yaml", "gone"));

    [Fact]
    public void A_document_without_stages_has_an_empty_graph()
    {
        var workspace = new MarkedWorkspace("//- notes.yaml\na: b\n");
        Assert.Empty(GraphView.OfDocument(workspace.Snapshot, Markup.Root.Resolve("notes.yaml"), Markup.Root, null).Graph.Nodes);
        Assert.Empty(GraphView.OfDocument(workspace.Snapshot, DocumentPath.FromUri("untitled:x"), Markup.Root, null).Graph.Nodes);
    }

    private static GraphView Of(string path, string? target = null)
    {
        var workspace = new MarkedWorkspace(Project);
        return GraphView.OfDocument(workspace.Snapshot, Markup.Root.Resolve(path), Markup.Root, target);
    }

    private static string? RunsOf(string path, string label)
    {
        var workspace = new MarkedWorkspace(Project);
        var view = GraphView.OfDocument(workspace.Snapshot, Markup.Root.Resolve(path), Markup.Root, null);
        var labels = view.Graph.Nodes.ToDictionary(node => node.Id, node => node.Label);
        var runs = view.RunsOf(workspace.Snapshot, view.Graph.Nodes.First(node => node.Label == label));
        return runs is { } ids ? Sorted(ids.Select(id => labels[id])) : null;
    }

    private static string Labels(GraphView view) => Sorted(view.Graph.Nodes.Select(node => node.Label));

    private static string Sorted(IEnumerable<string> labels) => string.Join(' ', labels.Order(StringComparer.Ordinal));
}
