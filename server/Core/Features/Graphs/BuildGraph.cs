using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Graphs;

/// <summary>
/// The stages of Dockerfiles, the images and named contexts that they need, and the builds that ask for them. An arrow goes from what needs to
/// what is needed.
/// </summary>
/// <param name="Root">The folder from which paths count.</param>
/// <param name="Nodes">
/// First the consumers by path and place; then the Dockerfiles by path, each with its stages in file order, its contexts and scratch as they are
/// met; last the images by name.
/// </param>
/// <param name="Edges">By the order of the nodes that need, of one node in the order in which a build comes upon them; each once.</param>
public sealed record BuildGraph(DocumentPath Root, ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges)
{
    /// <summary>The graph of some documents and of the Dockerfiles from which they build.</summary>
    /// <param name="snapshot">The workspace. What its other files build counts for what is reachable.</param>
    /// <param name="documents">The Dockerfiles and the consumers' files to be shown; others of them are passed over.</param>
    /// <param name="root">The folder from which paths count.</param>
    /// <param name="target">
    /// A target (BuildKit: any letter case): only what building it needs, in those Dockerfiles that have it, and the builds that ask for it.
    /// Null: everything.
    /// </param>
    public static BuildGraph Of(WorkspaceSnapshot snapshot, IEnumerable<DocumentPath> documents, DocumentPath root, string? target = null)
    {
        var reader = new BuildGraphReader(snapshot, root, target);
        var graph = reader.Read([.. documents]);
        return target is null ? graph : graph.NeededBy(reader.Targets);
    }

    /// <summary>The picture without the builds that ask for the stages. What no build needs, and what is built by default, stays marked.</summary>
    public BuildGraph WithoutConsumers()
    {
        var kept = Nodes.Where(node => node.Kind != GraphNodeKind.Consumer).ToImmutableArray();
        var ids = kept.Select(node => node.Id).ToHashSet();
        return this with { Nodes = kept, Edges = [.. Edges.Where(edge => ids.Contains(edge.From))] };
    }

    /// <summary>What some nodes need, and the consumers that ask for exactly those.</summary>
    private BuildGraph NeededBy(IReadOnlyCollection<string> starts)
    {
        var needs = Edges.ToLookup(edge => edge.From);
        var kept = new HashSet<string>(starts);
        var waiting = new Stack<string>(starts);
        while (waiting.TryPop(out var id))
        {
            foreach (var edge in needs[id])
            {
                if (kept.Add(edge.To))
                    waiting.Push(edge.To);
            }
        }

        kept.UnionWith(Edges.Where(edge => edge.Kind == GraphEdgeKind.Builds && starts.Contains(edge.To)).Select(edge => edge.From));
        return this with
        {
            Nodes = [.. Nodes.Where(node => kept.Contains(node.Id))],
            Edges = [.. Edges.Where(edge => kept.Contains(edge.From) && kept.Contains(edge.To))],
        };
    }
}
