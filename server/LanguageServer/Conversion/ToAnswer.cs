using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Features.Graphs;
using Dockstage.Core.Features.Targets;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Handlers;
using Dockstage.LanguageServer.Session;

namespace Dockstage.LanguageServer.Conversion;

/// <summary>From the core's records to the answers of the methods that are our own. Lines count from 1, as in what the commands print.</summary>
internal static class ToAnswer
{
    /// <summary>The answer of <c>dockstage/graph</c>.</summary>
    /// <param name="state">The state that the graph was made of.</param>
    /// <param name="view">The graph.</param>
    /// <param name="selected">The node whose build is asked for, or null.</param>
    public static GraphAnswer Graph(SessionState state, GraphView view, GraphNode? selected) => new()
    {
        Nodes = [.. view.Graph.Nodes.Select(node => Node(state, view.Graph.Root, node))],
        Edges = [.. view.Graph.Edges.Select(Edge)],
        Runs = selected is null ? null : view.RunsOf(state.Workspace, selected)?.ToArray(),
        Targets = [.. view.Targets],
        Omitted = view.Omitted,
    };

    /// <summary>A row of the tree.</summary>
    public static StageAnswer Target(Document document, StageTarget target) => new()
    {
        Label = target.Stage.LogName,
        Line = document.Text.LineAt(target.Stage.FromSpan.Start) + 1,
        Base = target.Stage.BaseText,
        Description = target.Stage.Description,
        Default = target.IsDefault,
        Runs = target.Runs,
        BuiltBy = [.. target.BuiltBy.Select(build => build.Name is { Length: > 0 } name ? name : build.File.Name).Distinct()],
        Build = target.CanBeTarget ? new TargetToBuild { Dockerfile = document.Path.Uri, Stage = target.Stage.Name } : null,
    };

    /// <summary>A row of the tree.</summary>
    public static ConsumerBuildAnswer Target(SessionState state, Document document, ConsumerBuild build)
    {
        var dockerfile = build.Target.Dockerfile.IsInline ? null : build.DockerfilePath;
        return new ConsumerBuildAnswer
        {
            Label = build.Target.Name is { Length: > 0 } name ? name : document.Path.Name,
            Line = document.Text.LineAt(build.Offset) + 1,
            Lines = BuildLines.Of(build, document.Text) is { } lines ? new LinesAnswer { First = lines.First + 1, Last = lines.Last + 1 } : null,
            Dockerfile = dockerfile?.RelativeTo(state.RootOf(document.Path)),
            Target = build.Stage?.Text,
            Stage = build.Dockerfile is ResolvedDockerfile.Found found && build.Builds is { } stage
                ? new LineAnswer { Uri = HostPlace.Of(found.Path).Uri, Line = LineOf(state, found, stage) + 1 }
                : null,
            Build = ToBuild(build.Target.File, build.Target.Name),
        };
    }

    private static GraphAnswerNode Node(SessionState state, DocumentPath root, GraphNode node) => new()
    {
        Id = node.Id,
        Kind = GraphNames.NameOf(node.Kind),
        Label = node.Label,
        Path = node.Path?.RelativeTo(root),
        Line = node.Line + 1,
        Default = node.IsDefault,
        Unreachable = node.IsUnreachable,
        Uri = node.Path?.Uri,
        Dockerfile = node.Dockerfile is { } dockerfile ? NameOf(state, root, dockerfile) : null,
        Build = node.Kind == GraphNodeKind.Consumer ? ToBuild(node.Path!, NameOf(state, node)) : StageToBuild(state, node),
    };

    private static GraphAnswerEdge Edge(GraphEdge edge) =>
        new() { From = edge.From, To = edge.To, Kind = GraphNames.NameOf(edge.Kind), Line = edge.Line + 1 };

    private static TargetToBuild? StageToBuild(SessionState state, GraphNode node) =>
        node is { StageIndex: { } index, Dockerfile: { } dockerfile }
        && state.Workspace.DockerfileAt(dockerfile) is { } model && model.CanBeTarget(model.Stages[index])
            ? StageToBuild(state, dockerfile, model.Stages[index])
            : null;

    /// <summary>What stands inside another file is built by who holds it; of several of one name in such a file, each by its own.</summary>
    private static TargetToBuild? StageToBuild(SessionState state, DocumentPath dockerfile, Stage stage)
    {
        if (dockerfile.Host is null)
            return new TargetToBuild { Dockerfile = dockerfile.Uri, Stage = stage.Name };
        return BuildCommand.HolderOf(state.Workspace, dockerfile, stage.Name) is { } build ? ToBuild(build.File, build.Name) : null;
    }

    private static int LineOf(SessionState state, ResolvedDockerfile.Found dockerfile, Stage stage)
    {
        var (file, span) = HostPlace.Of(state.Workspace, new FilePlace(dockerfile.Path, stage.FromSpan));
        return state.Workspace.Find(file).Document!.Text.LineAt(span.Start);
    }

    /// <summary>A build without a name is shown under its file's, by which nobody can ask for it.</summary>
    private static string? NameOf(SessionState state, GraphNode consumer) =>
        state.Workspace.BuildTargetsIn(consumer.Path!).FirstOrDefault(build => build.Name == consumer.Label)?.Name;

    /// <summary>What tells a Dockerfile from others: its path; inside another file that file's, and who builds it.</summary>
    private static string NameOf(SessionState state, DocumentPath root, DocumentPath dockerfile) => dockerfile.Host is null
        ? dockerfile.RelativeTo(root)
        : $"{dockerfile.RelativeTo(root)}:{state.Workspace.BuildTargetsOf(dockerfile).FirstOrDefault()?.Name}";

    private static TargetToBuild? ToBuild(DocumentPath file, string? name) =>
        string.IsNullOrEmpty(name) ? null : new TargetToBuild { Consumer = file.Uri, Build = name };
}
