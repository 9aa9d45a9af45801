using System.Globalization;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Graphs;

/// <summary>A graph as a flowchart of Mermaid, which many places show that show Markdown: a box for each Dockerfile with its stages.</summary>
public static class GraphMermaid
{
    /// <summary>The text, with a line end behind it.</summary>
    public static string Of(BuildGraph graph)
    {
        var names = graph.Nodes.Index().ToDictionary(pair => pair.Item.Id, pair => $"n{pair.Index}");
        var text = new StringBuilder();
        text.Append("flowchart TB\n");
        foreach (var node in graph.Nodes.Where(node => node.Dockerfile is null))
            text.Append("  ").Append(Node(node));
        foreach (var (i, box) in graph.Nodes.Where(node => node.Dockerfile is not null).GroupBy(node => node.Dockerfile!).Index())
        {
            text.Append($"  subgraph d{i}[{Quote(box.Key.RelativeTo(graph.Root))}]\n");
            foreach (var node in box)
                text.Append("    ").Append(Node(node));
            text.Append("  end\n");
        }

        foreach (var arrow in GraphArrow.Of(graph))
            text.Append($"  {names[arrow.From.Id]} {LineOf(arrow)} {names[arrow.To.Id]}\n");
        AppendClass(text, "defaultTarget", "stroke-width:3px", graph.Nodes.Where(node => node.IsDefault).Select(node => names[node.Id]));
        AppendClass(text, "unreachable", "stroke-dasharray:4 4", graph.Nodes.Where(node => node.IsUnreachable).Select(node => names[node.Id]));
        return text.ToString();

        string Node(GraphNode node) => $"{names[node.Id]}{Shape(node, graph.Root)}\n";
    }

    private static string Shape(GraphNode node, DocumentPath root) => node.Kind switch
    {
        GraphNodeKind.Image => $"[({Quote(node.Label)})]",
        GraphNodeKind.Context => $"[/{Quote(node.Label)}/]",
        GraphNodeKind.Consumer => $">{Quote(node.Label, node.Path!.RelativeTo(root))}]",
        GraphNodeKind.Scratch => $"(({Quote(node.Label)}))",
        _ => $"({Quote(node.Label)})",
    };

    private static string LineOf(GraphArrow arrow) => arrow.Kind switch
    {
        GraphEdgeKind.From => $"-->|{arrow.Label}|",
        GraphEdgeKind.Builds => "==>",
        _ => $"-.->|{Quote(arrow.Label)}|",
    };

    private static void AppendClass(StringBuilder text, string name, string style, IEnumerable<string> nodes)
    {
        if (string.Join(',', nodes) is { Length: > 0 } list)
            text.Append($"  classDef {name} {style}\n  class {list} {name}\n");
    }

    /// <summary>
    /// A text between quotes, in which Mermaid reads HTML, Markdown, directives, icons and its own codes: whatever is not plain is written as a
    /// code (<c>#34;</c>), which all of them leave alone.
    /// </summary>
    private static string Quote(params string[] lines)
    {
        var keepsColons = KeepsColons(string.Concat(lines));
        return '"' + string.Join("<br/>", lines.Select(line => Written(line, keepsColons))) + '"';
    }

    private static string Written(string line, bool keepsColons)
    {
        var written = new StringBuilder();
        foreach (var rune in DisplayText.Harmless(line).EnumerateRunes())
        {
            if (IsPlain(rune) || (rune.Value == ':' && keepsColons))
                written.Append(rune.ToString());
            else
                written.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return written.ToString();
    }

    /// <summary>Mermaid cuts the end of a code behind <c>style…:</c> on the same line, and takes <c>fa:fa-car</c> for an icon.</summary>
    private static bool KeepsColons(string text) => !text.Contains("style", StringComparison.Ordinal)
        && !text.Contains("classDef", StringComparison.Ordinal)
        && !text.Contains(":fa-", StringComparison.Ordinal);

    /// <summary>Letters, digits and most of what stands in the names of images and files.</summary>
    private static bool IsPlain(Rune rune) =>
        !rune.IsAscii || Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '.' or '/' or '_' or ' ' or '(' or ')' or ',';
}
