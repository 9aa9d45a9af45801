using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// <c>additional_contexts</c>: a mapping of names, or a list of <c>NAME=VALUE</c>. Compose: both forms are one, a later file adds to an
/// earlier, and keys are never interpolated while the items of a list are.
/// </summary>
internal static class ComposeContexts
{
    /// <summary>The names that a value gives, in the order of the text; what is neither form gives none.</summary>
    public static IEnumerable<ContextName> In(Document document, YamlNode given) => given.Resolved switch
    {
        YamlMapping mapping => mapping.MergedEntries()
            .Where(entry => entry.Name is { Length: > 0 })
            .Select(entry => new ContextName(document.Path, Value(entry.NameSpan, entry.Name!, isDynamic: false))),
        YamlSequence list => list.Items.Select(item => item.Resolved).OfType<YamlScalar>()
            .Select(item => OfPair(document.Text, item)).OfType<TextValue>()
            .Select(name => new ContextName(document.Path, name)),
        _ => [],
    };

    private static TextValue? OfPair(SourceText source, YamlScalar item)
    {
        var equals = item.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return null;
        // Only where the file writes the text as it is, a place in the one is a place in the other.
        var isVerbatim = source.Slice(item.Span).SequenceEqual(item.Text);
        var name = Interpolation.Read(item.Text[..equals]);
        return Value(isVerbatim ? new TextSpan(item.Span.Start, equals) : item.Span, name.Text, name.IsDynamic);
    }

    private static TextValue Value(TextSpan span, string text, bool isDynamic) =>
        new() { Span = span, Reach = span, Text = text, IsDynamic = isDynamic };
}
