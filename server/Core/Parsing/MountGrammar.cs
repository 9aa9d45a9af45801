using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Sprache;

namespace Dockstage.Core.Parsing;

/// <summary>
/// The comma-separated list of <c>--mount</c>. BuildKit reads it as one line of CSV: a field that begins with a quotation mark ends with
/// the next one, and two of them inside stand for one. A quotation mark elsewhere is an error there and an ordinary unit here.
/// </summary>
internal static class MountGrammar
{
    private static readonly Parser<IEnumerable<Piece>> QuotedField =
        from open in Lexemes.Unit('"')
        from start in Lexemes.Here
        from pieces in Lexemes.Word(unit => unit != '"').Or(DoubledQuote).Many()
        from close in Lexemes.Unit('"').Optional()
        from rest in Lexemes.Run(unit => unit != ',')
        select pieces.Prepend(new Piece(start, 0));

    private static readonly Parser<IEnumerable<Piece>> PlainField =
        from field in Lexemes.Run(unit => unit != ',')
        select (IEnumerable<Piece>)[field];

    private static readonly Parser<IEnumerable<IEnumerable<Piece>>> Fields =
        from first in QuotedField.Or(PlainField)
        from others in (from comma in Lexemes.Unit(',') from field in QuotedField.Or(PlainField) select field).Many()
        select others.Prepend(first);

    private static Parser<Piece> DoubledQuote =>
        from first in Lexemes.Unit('"')
        from second in Lexemes.Unit('"')
        select second;

    /// <summary>Reads the value of a <c>--mount</c>.</summary>
    public static ImmutableArray<FlagOption> Read(PlacedText value) =>
        [.. Fields(new LogicalLineInput(value)).Value.Select(pieces => MakeOption(value, [.. pieces]))];

    /// <summary>
    /// What BuildKit refuses about the list as a whole, or null: nothing in it, a quotation mark inside a field that does not begin with
    /// one, something between the second mark and the comma, or no second mark.
    /// </summary>
    public static SyntaxError? FindError(PlacedText value)
    {
        var text = value.Text;
        if (text.Length == 0)
            return new SyntaxError(SyntaxErrorKind.InvalidMountList, value.Span);
        for (var at = 0; at <= text.Length; at++)
        {
            var isQuoted = at < text.Length && text[at] == '"';
            var start = at;
            if (isQuoted)
            {
                do
                {
                    at = text.IndexOf('"', at + 1) is >= 0 and var close ? close + 1 : text.Length + 1;
                }
                while (at < text.Length && text[at] == '"');
                if (at > text.Length || (at < text.Length && text[at] != ','))
                    return Error(start, Math.Min(at, text.Length));
                continue;
            }

            at = text.IndexOf(',', at) is >= 0 and var comma ? comma : text.Length;
            if (text.IndexOf('"', start, at - start) is >= 0 and var mark)
                return Error(mark, mark + 1);
        }

        return null;

        SyntaxError Error(int start, int end) => new(SyntaxErrorKind.InvalidMountList, value.SpanOf(start, end - start));
    }

    private static FlagOption MakeOption(PlacedText value, ImmutableArray<Piece> pieces)
    {
        var field = new Word(pieces[0].Index, pieces[^1].End, pieces).In(value);
        var equals = field.Text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new FlagOption(field, null)
            : new FlagOption(field.Slice(0, equals), field.Slice(equals + 1, field.Text.Length - equals - 1));
    }
}
