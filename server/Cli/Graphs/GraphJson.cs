using Dockstage.Core.Features.Graphs;

namespace Dockstage.Cli.Graphs;

/// <summary>A graph as JSON. Other programs rely on its shape.</summary>
internal static class GraphJson
{
    /// <summary>The graph.</summary>
    public static string Of(BuildGraph graph) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("nodes");
        foreach (var node in graph.Nodes)
        {
            writer.WriteStartObject();
            writer.WriteString("id", node.Id);
            writer.WriteString("kind", GraphNames.NameOf(node.Kind));
            writer.WriteString("label", node.Label);
            writer.WriteString("path", node.Path?.RelativeTo(graph.Root));
            if (node.Line is { } line)
                writer.WriteNumber("line", line + 1);
            else
                writer.WriteNull("line");
            writer.WriteBoolean("default", node.IsDefault);
            writer.WriteBoolean("unreachable", node.IsUnreachable);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("edges");
        foreach (var edge in graph.Edges)
        {
            writer.WriteStartObject();
            writer.WriteString("from", edge.From);
            writer.WriteString("to", edge.To);
            writer.WriteString("kind", GraphNames.NameOf(edge.Kind));
            writer.WriteNumber("line", edge.Line + 1);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
