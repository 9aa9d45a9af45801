using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>How a value of a compose file, or of a file of variables, is written anew.</summary>
internal static class ScalarEdit
{
    /// <summary>
    /// The edit after which a place says another text. Quotes and blocks stay; a plain scalar gets quotes where YAML would take the text for something
    /// else. Null where that would need escapes, and where the words that are to be replaced cannot be told from those around them.
    /// </summary>
    /// <param name="document">The file.</param>
    /// <param name="span">The place, without quotes: a scalar or a part of one.</param>
    /// <param name="said">What it says now.</param>
    /// <param name="text">What it is to say; on one line.</param>
    public static TextEdit? Of(Document document, TextSpan span, string said, string text)
    {
        var at = document.Text.ToString(span).IndexOf(said, StringComparison.Ordinal);
        // No YAML: the value of a variable, or the text of a file that is not yet a scalar.
        if (ComposeFile.Of(document).ScalarAround(span) is not { } scalar)
            return at < 0 ? null : new TextEdit(new TextSpan(span.Start + at, said.Length), text);
        if (at < 0)
            return span == scalar.Span && said == ComposeValue.TextOf(scalar) ? Whole(scalar, span, text) : null;
        span = new TextSpan(span.Start + at, said.Length);
        if (span == scalar.Span)
            return Whole(scalar, span, text);
        return scalar.Style switch
        {
            YamlScalarStyle.Plain when !YamlWriting.IsPlainInside(text) => null,
            YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted when !FitsInQuotes(scalar, text) => null,
            _ => new TextEdit(span, text),
        };
    }

    private static TextEdit? Whole(YamlScalar scalar, TextSpan span, string text) => scalar.Style switch
    {
        YamlScalarStyle.Plain => YamlWriting.Of(text) is { } written ? new TextEdit(span, written) : null,
        YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted => FitsInQuotes(scalar, text) ? new TextEdit(span, text) : null,
        // The blanks with which a block begins are its indentation.
        _ => text.Length > 0 && !char.IsWhiteSpace(text[0]) ? new TextEdit(span, text) : null,
    };

    private static bool FitsInQuotes(YamlScalar scalar, string text) =>
        scalar.Style == YamlScalarStyle.SingleQuoted ? !text.Contains('\'') : !text.AsSpan().ContainsAny('"', '\\');
}
