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

    private static FlagOption MakeOption(PlacedText value, ImmutableArray<Piece> pieces)
    {
        var field = new Word(pieces[0].Index, pieces[^1].End, pieces).In(value);
        var equals = field.Text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new FlagOption(field, null)
            : new FlagOption(field.Slice(0, equals), field.Slice(equals + 1, field.Text.Length - equals - 1));
    }
}
