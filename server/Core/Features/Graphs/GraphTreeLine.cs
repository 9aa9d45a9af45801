namespace Dockstage.Core.Features.Graphs;

/// <summary>A line of a <see cref="GraphTree"/>.</summary>
/// <param name="Branches">What is drawn before it; empty for a root.</param>
/// <param name="By">The arrow to the node, or null for a root.</param>
/// <param name="Node">The node.</param>
/// <param name="Rest">Where what the node needs is written out, when not below this line.</param>
public sealed record GraphTreeLine(string Branches, GraphArrow? By, GraphNode Node, GraphTreeRest Rest);
