using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Graphs;

/// <summary>A graph in the language of Graphviz, for <c>dot</c>: a box for each Dockerfile with its stages.</summary>
public static class GraphDot
{
    /// <summary>The text, with a line end behind it.</summary>
    public static string Of(BuildGraph graph)
    {
        var names = graph.Nodes.Index().ToDictionary(pair => pair.Item.Id, pair => $"n{pair.Index}");
        var text = new StringBuilder();
        text.Append("digraph dockstage {\n");
        text.Append("  node [fontname=\"Helvetica,Arial,sans-serif\", shape=box];\n");
        text.Append("  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10];\n");
        foreach (var node in graph.Nodes.Where(node => node.Dockerfile is null))
            text.Append("  ").Append(Node(node));
        foreach (var (i, box) in graph.Nodes.Where(node => node.Dockerfile is not null).GroupBy(node => node.Dockerfile!).Index())
        {
            text.Append($"  subgraph cluster_{i} {{\n");
            text.Append($"    label={Quote(box.Key.RelativeTo(graph.Root))}; labeljust=l; fontname=\"Helvetica,Arial,sans-serif\"; color=gray;\n");
            foreach (var node in box)
                text.Append("    ").Append(Node(node));
            text.Append("  }\n");
        }

        foreach (var arrow in GraphArrow.Of(graph))
            text.Append($"  {names[arrow.From.Id]} -> {names[arrow.To.Id]}{StyleOf(arrow)};\n");
        return text.Append("}\n").ToString();

        string Node(GraphNode node) => $"{names[node.Id]} [label={Quote(LinesOf(node, graph.Root))}{StyleOf(node)}{Tooltip(node, graph.Root)}];\n";
    }

    private static string[] LinesOf(GraphNode node, DocumentPath root) =>
        node.Kind == GraphNodeKind.Consumer ? [node.Label, node.Path!.RelativeTo(root)] : [node.Label];

    private static string StyleOf(GraphNode node) => node.Kind switch
    {
        GraphNodeKind.Image => ", shape=cylinder",
        GraphNodeKind.Context => ", shape=folder",
        GraphNodeKind.Consumer => ", shape=note",
        GraphNodeKind.Scratch => ", shape=plaintext",
        _ when node.IsDefault => ", style=\"rounded,bold\"",
        _ when node.IsUnreachable => ", style=\"rounded,dashed\", fontcolor=gray40",
        _ => ", style=rounded",
    };

    private static string Tooltip(GraphNode node, DocumentPath root) =>
        node is { Path: { } path, Line: { } line } ? $", tooltip={Quote($"{path.RelativeTo(root)}:{line + 1}")}" : "";

    private static string StyleOf(GraphArrow arrow) => arrow.Kind switch
    {
        GraphEdgeKind.From => $" [label={Quote(arrow.Label)}]",
        GraphEdgeKind.Builds => " [style=bold]",
        GraphEdgeKind.Copy => $" [label={Quote(arrow.Label)}, style=dashed]",
        _ => $" [label={Quote(arrow.Label)}, style=dotted]",
    };

    /// <summary>
    /// A text between quotes. In labels a backslash begins an escape (<c>\N</c>) and an ampersand an entity (<c>&amp;lt;</c>), so both are
    /// written out.
    /// </summary>
    private static string Quote(params string[] lines) => '"' + string.Join("\\n", lines.Select(line => DisplayText.Harmless(line)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal))) + '"';
}
