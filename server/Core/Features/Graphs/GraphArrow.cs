using System.Collections.Immutable;
using System.Globalization;

namespace Dockstage.Core.Features.Graphs;

/// <summary>The edges of one kind between two nodes, as one arrow of a picture.</summary>
/// <param name="From">The node that needs.</param>
/// <param name="To">The node that is needed.</param>
/// <param name="Kind">How.</param>
/// <param name="Times">How often it is written.</param>
public sealed record GraphArrow(GraphNode From, GraphNode To, GraphEdgeKind Kind, int Times)
{
    /// <summary>What stands at it: the instruction, with the number of times; the same in all languages. Empty for what a consumer builds.</summary>
    public string Label => Word.Length == 0 || Times == 1 ? Word : string.Create(CultureInfo.InvariantCulture, $"{Word} ×{Times}");

    private string Word => Kind switch
    {
        GraphEdgeKind.From => "FROM",
        GraphEdgeKind.Copy => "COPY",
        GraphEdgeKind.Mount => "RUN --mount",
        GraphEdgeKind.Onbuild => "ONBUILD",
        _ => "",
    };

    /// <summary>The arrows of a graph, in the order of its edges.</summary>
    public static ImmutableArray<GraphArrow> Of(BuildGraph graph)
    {
        var nodes = graph.Nodes.ToDictionary(node => node.Id);
        return
        [
            .. graph.Edges.GroupBy(edge => (edge.From, edge.To, edge.Kind))
                .Select(edges => new GraphArrow(nodes[edges.Key.From], nodes[edges.Key.To], edges.Key.Kind, edges.Count())),
        ];
    }
}
