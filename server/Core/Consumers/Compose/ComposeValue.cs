using System.Diagnostics;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Turns scalars of a compose file into values.</summary>
internal static class ComposeValue
{
    /// <summary>
    /// The value of a scalar. A value of which nothing is written yet is empty: its place is one blank behind the colon if there is one.
    /// </summary>
    public static TextValue Of(ComposeSource source, YamlScalar scalar) =>
        scalar.IsMissing ? Missing(source.Document, scalar.Span.Start) : Part(source, scalar, 0, TextOf(scalar).Length);

    /// <summary>What a scalar says. A block nearly always ends with a line end that nobody meant as part of a name.</summary>
    public static string TextOf(YamlScalar scalar) =>
        scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded ? scalar.Text.TrimEnd('\n') : scalar.Text;

    /// <summary>The value of a part of a scalar, such as the name in <c>NAME=VALUE</c>.</summary>
    public static TextValue Part(ComposeSource source, YamlScalar scalar, int start, int length)
    {
        var (document, whole) = (source.Document, TextOf(scalar));
        // Only where the file writes the text as it is, a place in the one is a place in the other.
        var isVerbatim = document.Text.Slice(scalar.Span).SequenceEqual(whole);
        var span = isVerbatim ? new TextSpan(scalar.Span.Start + start, length) : scalar.Span;
        var interpolation = Interpolation.Read(whole.Substring(start, length), source.Variables);
        return new TextValue
        {
            File = document.Path,
            Span = span,
            Reach = length == whole.Length ? ReachOf(document.Text, scalar) : span,
            Text = interpolation.Text,
            IsComputed = interpolation.HasVariables,
            IsDynamic = interpolation.IsOpen,
            Candidates = isVerbatim ? [.. interpolation.Literals.Select(literal => Candidate(document, literal, span.Start))] : [],
        };
    }

    private static TextValue Candidate(Document document, InterpolatedLiteral literal, int start) => literal switch
    {
        InterpolatedLiteral.Fallback { Span: var span } fallback => new TextValue
        {
            File = document.Path,
            Span = span.Shift(start),
            Reach = span.Shift(start),
            Text = fallback.Text,
            Origins = [new ValueOrigin.Fallback(fallback.Expression, fallback.IsAlternative)],
        },
        InterpolatedLiteral.Variable { Value: var value } variable =>
            value with { Origins = [new ValueOrigin.EnvironmentFile(variable.Name, value.File)] },
        _ => throw new UnreachableException(),
    };

    private static TextValue Missing(Document document, int start)
    {
        var end = BlanksBehind(document.Text, start);
        return new TextValue
        {
            File = document.Path,
            Span = TextSpan.At(Math.Min(start + 1, end)),
            Reach = TextSpan.Between(start, end),
            // Behind a colon, a dash, an anchor.
            Lead = start > 0 && !char.IsWhiteSpace(document.Text[start - 1]) && document.Text[start - 1] is not ('[' or '{' or ',') ? " " : "",
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
