using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Writes the key <c>dockerfile</c> or <c>context</c> into a build that has none.</summary>
internal static class PathKey
{
    /// <summary>
    /// The edits that name the Dockerfile of a service's build, in the mapping in which its context stands, be it behind an alias or a merge key; empty
    /// where that is taken from another service or file.
    /// </summary>
    public static ImmutableArray<TextEdit> Dockerfile(Document document, BuildTarget target, string path)
    {
        if (Written(path) is not { } written)
            return [];
        switch (BuildOf(document, target))
        {
            case YamlScalar { IsMissing: false, IsNull: false } context:
                return InShort(context, written);
            case YamlMapping build:
                var owner = build.MergedEntriesByOwner().FirstOrDefault(found => found.Entry.Name == "context").Owner;
                // A context that is written elsewhere came with a build that is taken over, and that one is to name the Dockerfile.
                return owner is not null || target.Context.Value is null ? InLong(document.Text, owner ?? build, "dockerfile", written) : [];
            default:
                return [];
        }
    }

    /// <summary>The edits that name the context of a service's build that leaves it to the default.</summary>
    public static ImmutableArray<TextEdit> Context(Document document, BuildTarget target, string path) =>
        Written(path) is { } written && BuildOf(document, target) is YamlMapping build && build.Find("context") is null
            ? InLong(document.Text, build, "context", written)
            : [];

    private static string? Written(string path) => path.Contains('$') ? null : YamlWriting.Of(path);

    /// <summary>The build in which the context stands, whatever its service is called there; without one, that of the service's name.</summary>
    private static YamlNode? BuildOf(Document document, BuildTarget target)
    {
        var builds = ServiceNames.ServicesIn(document).Select(found => (found.Name.Name, Build: found.Body.Find("build")?.Value.Resolved)).ToList();
        if (target.Context.Value is { } context)
            return context.File.Equals(document.Path) ? builds.OrderBy(found => found.Name != target.Name).Select(found => found.Build).FirstOrDefault(build => ContextOf(build)?.Span == context.Span) : null;
        var named = builds.Where(found => found.Name == target.Name).ToList();
        return named is [var only] ? only.Build : null;
    }

    private static YamlNode? ContextOf(YamlNode? build) => build is YamlMapping mapping ? mapping.Find("context")?.Value.Resolved : build;

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

    private static ImmutableArray<TextEdit> InLong(SourceText text, YamlMapping build, string name, string path)
    {
        if (build.Entries.Count == 0)
            return build.IsFlow && text[build.Span.Start] == '{' ? [new TextEdit(TextSpan.At(build.Span.Start + 1), $"{name}: {path}")] : [];
        var context = build.Entries.LastOrDefault(entry => entry.Name == "context");
        var key = (context ?? build.Entries[0]).Key;
        if (context is { Value: not YamlScalar and not YamlAlias })
            return [];
        var start = key.Span.Start - (IsQuoted(key) ? 1 : 0);
        if (build.IsFlow)
        {
            return context is null
                ? [new TextEdit(TextSpan.At(start), $"{name}: {path}, ")]
                : [new TextEdit(TextSpan.At(EndOf(context.Value)), $", {name}: {path}")];
        }

        var line = start;
        while (line > 0 && text[line - 1] is ' ')
            line--;
        if (line > 0 && text[line - 1] is not '\n')
            return [];
        var indent = text.ToString(TextSpan.Between(line, start));
        var lineBreak = line > 1 && text[line - 2] == '\r' ? "\r\n" : "\n";
        // Before a block: where that ends is for its header to say.
        if (context is null or { Value: YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded } })
            return [new TextEdit(TextSpan.At(start), $"{name}: {path}{lineBreak}{indent}")];
        var end = EndOf(context.Value);
        while (end < text.Length && text[end] is not ('\n' or '\r'))
            end++;
        return [new TextEdit(TextSpan.At(end), $"{lineBreak}{indent}{name}: {path}")];
    }

    private static int EndOf(YamlNode node) => node.Span.End + (IsQuoted(node) ? 1 : 0);

    private static bool IsQuoted(YamlNode node) => node is YamlScalar { Style: YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted };
}
