using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Turns scalars of a compose file into values.</summary>
internal static class ComposeValue
{
    /// <summary>
    /// The value of a scalar; null for none and for a written <c>null</c>. A value of which nothing is written yet is empty: its place
    /// is one blank behind the colon if there is one.
    /// </summary>
    public static TextValue? Of(SourceText source, YamlScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (scalar.IsMissing)
            return Missing(source, scalar.Span.Start);
        if (scalar.IsNull)
            return null;

        // A block scalar nearly always ends with a line end that nobody meant as part of a name.
        var isBlock = scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded;
        var text = isBlock ? scalar.Text.TrimEnd('\n') : scalar.Text;
        var interpolation = Interpolation.Read(text);
        // Only where the file writes the text as it is, a place in the one is a place in the other.
        var isVerbatim = source.Slice(scalar.Span).SequenceEqual(text);
        return new TextValue
        {
            Span = scalar.Span,
            Reach = ReachOf(source, scalar),
            Text = interpolation.Text,
            IsDynamic = interpolation.IsDynamic,
            Candidates = isVerbatim
                ? [.. interpolation.Literals.Select(literal => Candidate(literal.Text, literal.Span.Shift(scalar.Span.Start)))]
                : [],
        };
    }

    private static TextValue Candidate(string text, TextSpan span) => new() { Span = span, Reach = span, Text = text };

    private static TextValue Missing(SourceText source, int start)
    {
        var end = BlanksBehind(source, start);
        return new TextValue
        {
            Span = TextSpan.At(Math.Min(start + 1, end)),
            Reach = TextSpan.Between(start, end),
            Text = "",
        };
    }

    private static TextSpan ReachOf(SourceText source, YamlScalar scalar)
    {
        var isQuoted = scalar.Style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted;
        var (start, end) = (scalar.Span.Start, scalar.Span.End);
        if (isQuoted)
        {
            start--;
            // The closing quote may be missing still.
            if (end < source.Length && source[end] == source[start])
                end++;
        }

        while (start > 0 && source[start - 1] is ' ' or '\t')
            start--;
        return TextSpan.Between(start, BlanksBehind(source, end));
    }

    /// <summary>The end of the blanks from an offset on. YAML 1.2.2, 6.6: the last blank before a comment belongs to the comment.</summary>
    private static int BlanksBehind(SourceText source, int start)
    {
        var end = start;
        while (end < source.Length && source[end] is ' ' or '\t')
            end++;
        return end > start && end < source.Length && source[end] == '#' ? end - 1 : end;
    }
}
