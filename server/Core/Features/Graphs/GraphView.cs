using System.Collections.Immutable;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Graphs;

/// <summary>What an editor shows of the stages: of one document with all that it builds or that builds it, or of a workspace.</summary>
/// <param name="Graph">The picture.</param>
/// <param name="Targets">The named stages by which the picture can be narrowed, in the order of the files, each name once.</param>
/// <param name="Omitted">How many Dockerfiles are left out because they are more than <see cref="Limits.GraphDockerfiles"/>.</param>
public sealed record GraphView(BuildGraph Graph, ImmutableArray<string> Targets, int Omitted)
{
    /// <summary>What is shown of a document: a Dockerfile with the builds that ask for its stages, or a consumer's file with its Dockerfiles.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="document">The document.</param>
    /// <param name="root">The folder from which the paths in identities count.</param>
    /// <param name="target">A target to which the picture is narrowed, or null.</param>
    public static GraphView OfDocument(WorkspaceSnapshot snapshot, DocumentPath document, DocumentPath root, string? target) =>
        snapshot.StagesIn(document) is not null
            ? Of(snapshot, [document], root, target)
            : Of(snapshot, DockerfilesOf(snapshot, document), root, target, document);

    /// <summary>What is shown of many documents: their Dockerfiles, and the builds that ask for stages of these.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="root">The folder from which the paths in identities count.</param>
    /// <param name="target">A target to which the picture is narrowed, or null.</param>
    public static GraphView OfAll(WorkspaceSnapshot snapshot, IEnumerable<DocumentPath> documents, DocumentPath root, string? target) =>
        Of(snapshot, documents.Where(path => snapshot.StagesIn(path) is not null), root, target);

    /// <summary>The nodes that a build of one of them runs or reads, itself included; null for a node that is no build.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="node">A stage or a consumer of the graph.</param>
    public ImmutableArray<string>? RunsOf(WorkspaceSnapshot snapshot, GraphNode node)
    {
        var plans = PlansOf(snapshot, node).ToList();
        if (plans.Count == 0)
            return null;
        var lit = new HashSet<string> { node.Id };
        foreach (var plan in plans)
        {
            var runs = plan.Plan.Runs.Select(step => (int?)step.Stage.Index).ToHashSet();
            var stages = Graph.Nodes.Where(other => plan.Dockerfile.Equals(other.Dockerfile) && other.StageIndex is not null && runs.Contains(other.StageIndex))
                .Select(stage => stage.Id).ToHashSet();
            var read = Graph.Nodes.Where(plan.Reads).Select(other => other.Id).ToHashSet();
            lit.UnionWith(stages);
            lit.UnionWith(Graph.Edges.Where(edge => stages.Contains(edge.From) && read.Contains(edge.To)).Select(edge => edge.To));
        }

        return [.. Graph.Nodes.Select(other => other.Id).Where(lit.Contains)];
    }

    private static GraphView Of(
        WorkspaceSnapshot snapshot, IEnumerable<DocumentPath> dockerfiles, DocumentPath root, string? target, DocumentPath? consumer = null)
    {
        ImmutableArray<DocumentPath> all = [.. dockerfiles.Distinct().OrderBy(path => path.Path, StringComparer.Ordinal)];
        ImmutableArray<DocumentPath> shown = [.. all.Take(Limits.GraphDockerfiles)];
        var builders = shown.SelectMany(snapshot.BuildTargetsOf).Select(build => build.File);
        IEnumerable<DocumentPath> documents = consumer is null ? [.. shown, .. builders] : [.. shown, .. builders, consumer];
        var graph = BuildGraph.Of(snapshot, documents.Distinct(), root, target);
        var targets = shown.SelectMany(path => snapshot.DockerfileAt(path)!.Stages).Select(stage => stage.Name).OfType<string>().Distinct();
        return new GraphView(Around(graph, [.. shown], consumer), [.. targets], all.Length - shown.Length);
    }

    /// <summary>The builds of a file may be made from other Dockerfiles too: only what these Dockerfiles have to do with is kept.</summary>
    private static BuildGraph Around(BuildGraph graph, HashSet<DocumentPath> dockerfiles, DocumentPath? consumer)
    {
        var kept = graph.Nodes.Where(node => node.Dockerfile is { } dockerfile && dockerfiles.Contains(dockerfile)).Select(node => node.Id).ToHashSet();
        var images = graph.Edges.Where(edge => kept.Contains(edge.From)).Select(edge => edge.To);
        var builders = graph.Edges.Where(edge => edge.Kind == GraphEdgeKind.Builds && kept.Contains(edge.To)).Select(edge => edge.From);
        var own = graph.Nodes.Where(node => node.Kind == GraphNodeKind.Consumer && node.Path!.Equals(consumer)).Select(node => node.Id);
        kept.UnionWith([.. images, .. builders, .. own]);
        return graph with
        {
            Nodes = [.. graph.Nodes.Where(node => kept.Contains(node.Id))],
            Edges = [.. graph.Edges.Where(edge => kept.Contains(edge.From) && kept.Contains(edge.To))],
        };
    }

    private static IEnumerable<DocumentPath> DockerfilesOf(WorkspaceSnapshot snapshot, DocumentPath consumer) =>
        snapshot.BuildTargetsIn(consumer).Select(snapshot.Resolve).OfType<ResolvedDockerfile.Found>().Select(found => found.Path);

    /// <summary>The plans of what a node builds: a stage as a build that adds nothing to the text, a consumer as it asks.</summary>
    private IEnumerable<NodePlan> PlansOf(WorkspaceSnapshot snapshot, GraphNode node)
    {
        if (node is { StageIndex: { } index, Dockerfile: { } dockerfile } && snapshot.DockerfileAt(dockerfile) is { } model)
            return [new NodePlan(dockerfile, model.PlanFor(model.Stages[index]), [])];
        if (node.Kind != GraphNodeKind.Consumer)
            return [];
        var built = Graph.Edges.Where(edge => edge.Kind == GraphEdgeKind.Builds && edge.From == node.Id).Select(edge => edge.To).ToHashSet();
        return from build in ConsumerBuilds.In(snapshot, node.Path!)
               where build.IsMerged || build.MergedWith.IsEmpty
               where (build.Target.Name is { Length: > 0 } name ? name : build.Target.File.Name) == node.Label
               from stage in Graph.Nodes
               where built.Contains(stage.Id)
               let file = snapshot.DockerfileAt(stage.Dockerfile!)!.For(TargetInputs.Of(build.Target))
               select new NodePlan(
                   stage.Dockerfile!, file.PlanFor(file.Stages[stage.StageIndex!.Value]), [.. build.Target.Contexts.Where(context => !context.IsOfOtherTool).Select(context => context.Value.Text)]);
    }

    /// <summary>What one build of a node runs.</summary>
    /// <param name="Dockerfile">The Dockerfile.</param>
    /// <param name="Plan">The stages.</param>
    /// <param name="Contexts">The named contexts that the build is given: what another build is given one for may be an image to this one.</param>
    private sealed record NodePlan(DocumentPath Dockerfile, BuildPlan Plan, ImmutableArray<string> Contexts)
    {
        /// <summary>Whether it reads an image or context, if any of its stages refers to it.</summary>
        public bool Reads(GraphNode node) => node.Kind switch
        {
            GraphNodeKind.Image => Plan.Images.Contains(node.Label),
            GraphNodeKind.Context => Contexts.Contains(node.Label),
            GraphNodeKind.Scratch => true,
            _ => false,
        };
    }
}
