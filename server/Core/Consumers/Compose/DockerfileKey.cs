using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Writes the key <c>dockerfile</c> into a build that has none.</summary>
internal static class DockerfileKey
{
    /// <summary>The edits for the build of a service as it stands in a file; empty where it is an alias, or taken from elsewhere.</summary>
    public static ImmutableArray<TextEdit> Edits(Document document, BuildTarget target, string path)
    {
        if (YamlWriting.Of(path) is not { } written || path.Contains('$'))
            return [];
        var named = ServiceNames.ServicesIn(document).Where(found => found.Name.Name == target.Name).ToList();
        var build = named is [var only] ? only.Body.Entries.LastOrDefault(entry => entry.Name == "build")?.Value : null;
        return build switch
        {
            YamlScalar { IsMissing: false, IsNull: false } context => InShort(context, written),
            // A context that is written elsewhere came with a build that is taken over, and that one is to name the Dockerfile.
            YamlMapping { Entries: [_, ..] } mapping when target.Context.Value is null || mapping.Entries.Any(entry => entry.Name == "context") =>
                InLong(document.Text, mapping, written),
            _ => [],
        };
    }

    /// <summary>The short form becomes a long one in braces around what is written.</summary>
    private static ImmutableArray<TextEdit> InShort(YamlScalar context, string path)
    {
        var isQuoted = IsQuoted(context);
        if (!isQuoted && (context.Style != YamlScalarStyle.Plain || YamlWriting.Of(context.Text) != context.Text))
            return [];
        return
        [
            new TextEdit(TextSpan.At(context.Span.Start - (isQuoted ? 1 : 0)), "{context: "),
            new TextEdit(TextSpan.At(EndOf(context)), $", dockerfile: {path}}}"),
        ];
    }

    private static ImmutableArray<TextEdit> InLong(SourceText text, YamlMapping build, string path)
    {
        var context = build.Entries.LastOrDefault(entry => entry.Name == "context");
        var key = (context ?? build.Entries[0]).Key;
        if (context is { Value: not YamlScalar { Style: YamlScalarStyle.Plain or YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted } and not YamlAlias })
            return [];
        var start = key.Span.Start - (IsQuoted(key) ? 1 : 0);
        if (build.IsFlow)
        {
            return context is null
                ? [new TextEdit(TextSpan.At(start), $"dockerfile: {path}, ")]
                : [new TextEdit(TextSpan.At(EndOf(context.Value)), $", dockerfile: {path}")];
        }

        var line = start;
        while (line > 0 && text[line - 1] is ' ')
            line--;
        if (line > 0 && text[line - 1] is not '\n')
            return [];
        var indent = text.ToString(TextSpan.Between(line, start));
        var lineBreak = line > 1 && text[line - 2] == '\r' ? "\r\n" : "\n";
        if (context is null)
            return [new TextEdit(TextSpan.At(start), $"dockerfile: {path}{lineBreak}{indent}")];
        var end = EndOf(context.Value);
        while (end < text.Length && text[end] is not ('\n' or '\r'))
            end++;
        return [new TextEdit(TextSpan.At(end), $"{lineBreak}{indent}dockerfile: {path}")];
    }

    private static int EndOf(YamlNode node) => node.Span.End + (IsQuoted(node) ? 1 : 0);

    private static bool IsQuoted(YamlNode node) => node is YamlScalar { Style: YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted };
}
