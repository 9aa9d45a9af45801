using System.Collections.Immutable;
using System.Text;
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
    public static SyntaxError? FindError(PlacedText value) => FindError(value, out _);

    /// <summary>The same, with what BuildKit says. Go: <c>encoding/csv</c>; columns count bytes.</summary>
    public static SyntaxError? FindError(PlacedText value, out string text)
    {
        text = "";
        var list = value.Text;
        if (list.Length == 0)
            return Error(0, 0, "EOF", out text);
        for (var at = 0; at <= list.Length; at++)
        {
            var start = at;
            if (at == list.Length || list[at] != '"')
            {
                at = list.IndexOf(',', at) is >= 0 and var comma ? comma : list.Length;
                if (list.IndexOf('"', start, at - start) is >= 0 and var mark)
                    return Error(mark, mark + 1, Place(mark) + "bare \" in non-quoted field", out text);
                continue;
            }

            while (true)
            {
                var close = list.IndexOf('"', ++at);
                if (close < 0)
                    return Error(start, list.Length, Place(at) + "extraneous or missing \" in quoted-field", out text);
                at = close + 1;
                if (at == list.Length || list[at] == ',')
                    break;
                if (list[at] != '"')
                    return Error(start, at, Place(close) + "extraneous or missing \" in quoted-field", out text);
            }
        }

        return null;

        string Place(int index) => $"parse error on line 1, column {Encoding.UTF8.GetByteCount(Flag.AsRead(list[..index])) + 1}: ";

        SyntaxError Error(int start, int end, string problem, out string text)
        {
            text = "failed to parse csv mounts: " + problem;
            return new SyntaxError(SyntaxErrorKind.InvalidMountList, value.SpanOf(start, end - start));
        }
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
