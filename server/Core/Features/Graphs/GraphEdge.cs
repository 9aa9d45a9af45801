namespace Dockstage.Core.Features.Graphs;

/// <summary>That one node of a <see cref="BuildGraph"/> needs another.</summary>
/// <param name="From">The <see cref="GraphNode.Id"/> of the one that needs: a stage or a consumer.</param>
/// <param name="To">The <see cref="GraphNode.Id"/> of what is needed.</param>
/// <param name="Kind">How.</param>
/// <param name="Line">The line on which it is written, from 0: in the Dockerfile, of a consumer in its file.</param>
public sealed record GraphEdge(string From, string To, GraphEdgeKind Kind, int Line);
