using System.Text;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Formats;

/// <summary>YAML nodes in one line, for expectations: mappings as <c>{}</c>, quoted text in quotes, missing values as <c>-</c>.</summary>
internal static class YamlText
{
    public static string Of(string text) => Of(YamlReader.Read(SourceText.From(text)));

    public static string Of(YamlFile file) => string.Join(" --- ", file.Documents.Select(d => Of(d, 0)));

    /// <summary>All nodes of a file, aliases not followed.</summary>
    public static IEnumerable<YamlNode> Nodes(YamlFile file)
    {
        var waiting = new Stack<YamlNode>(file.Documents.Reverse());
        while (waiting.TryPop(out var node))
        {
            yield return node;
            if (node is YamlMapping mapping)
            {
                foreach (var entry in mapping.Entries.Reverse())
                {
                    waiting.Push(entry.Value);
                    waiting.Push(entry.Key);
                }
            }
            else if (node is YamlSequence sequence)
            {
                foreach (var item in sequence.Items.Reverse())
                    waiting.Push(item);
            }
        }
    }

    private static string Of(YamlNode node, int depth)
    {
        if (depth > 100)
            return "…";
        var text = new StringBuilder();
        if (node.Anchor is { } anchor)
            text.Append('&').Append(anchor).Append(' ');
        if (node.Tag is { } tag)
            text.Append(tag).Append(' ');
        switch (node)
        {
            case YamlMapping mapping:
                var entries = mapping.Entries.Select(e => $"{Of(e.Key, depth + 1)}: {Of(e.Value, depth + 1)}");
                text.Append('{').AppendJoin(", ", entries).Append('}');
                break;
            case YamlSequence sequence:
                text.Append('[').AppendJoin(", ", sequence.Items.Select(i => Of(i, depth + 1))).Append(']');
                break;
            case YamlAlias alias:
                text.Append('*').Append(alias.Name).Append(alias.Target is null ? "?" : "");
                break;
            case YamlScalar { IsMissing: true }:
                text.Append('-');
                break;
            case YamlScalar { Style: YamlScalarStyle.Plain } scalar:
                text.Append(scalar.Text);
                break;
            case YamlScalar scalar:
                text.Append('"').Append(scalar.Text.Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
                break;
        }

        return text.ToString();
    }
}
