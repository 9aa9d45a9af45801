using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// The text of a <c>dockerfile_inline</c> as the builder gets it, with its places. Compose replaces variables in it as anywhere else, so that
/// <c>$$</c> is a dollar sign. A variable of which nothing is known stays as it is written: for the Dockerfile it is a variable without a value.
/// </summary>
internal static class InlineText
{
    /// <summary>The text of a scalar; null for an empty one, and where its places cannot be told.</summary>
    public static EmbeddedText? Of(ComposeSource source, YamlScalar scalar)
    {
        if (YamlScalarText.Of(source.Document.Text, scalar) is not var (text, style))
            return null;
        var replacements = new List<(TextSpan, string, MappedPieceKind)>();
        var isOpen = false;
        foreach (var piece in Interpolation.PiecesOf(scalar.Text, source.Variables))
        {
            isOpen |= piece.IsOpen;
            replacements.Add(piece.IsDollar
                ? (piece.Span, "$", MappedPieceKind.Written)
                : (piece.Span, piece.IsOpen ? Unknown(scalar.Text, piece.Span) : piece.Text, MappedPieceKind.Computed));
        }

        var path = source.Document.Path.Embedded(text.HostSpan.Start);
        return new EmbeddedText(path, text.With(replacements), style.Escaping('$', "$$"), isOpen);
    }

    /// <summary>The variable as written. One that the Dockerfile declares too would be taken for that one, so it gets another name.</summary>
    private static string Unknown(string text, TextSpan span)
    {
        if (VariableExpression.At(text, span.Start) is not { Name: var name } expression)
            return text.Substring(span.Start, span.Length);
        var own = name;
        while (Occurs(text, own, span))
            own += "_";
        return own == name ? expression.Text : $"${{{own}}}";
    }

    private static bool Occurs(string text, string name, TextSpan except)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var isWord = (at == 0 || !IsNameUnit(text[at - 1])) && (at + name.Length == text.Length || !IsNameUnit(text[at + name.Length]));
            if (isWord && (at < except.Start || at >= except.End) && !(at > 0 && text[at - 1] is '$' or '{'))
                return true;
        }

        return false;
    }

    private static bool IsNameUnit(char unit) => unit == '_' || char.IsAsciiLetterOrDigit(unit);
}
