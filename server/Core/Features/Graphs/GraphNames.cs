namespace Dockstage.Core.Features.Graphs;

/// <summary>How kinds of nodes and edges are called where programs read them. Others rely on these words.</summary>
public static class GraphNames
{
    /// <summary>The word for a kind of node.</summary>
    public static string NameOf(GraphNodeKind kind) => kind switch
    {
        GraphNodeKind.Stage => "stage",
        GraphNodeKind.Image => "image",
        GraphNodeKind.Context => "context",
        GraphNodeKind.Consumer => "consumer",
        _ => "scratch",
    };

    /// <summary>The word for a kind of edge.</summary>
    public static string NameOf(GraphEdgeKind kind) => kind switch
    {
        GraphEdgeKind.From => "from",
        GraphEdgeKind.Copy => "copy",
        GraphEdgeKind.Mount => "mount",
        GraphEdgeKind.Onbuild => "onbuild",
        _ => "builds",
    };
}
