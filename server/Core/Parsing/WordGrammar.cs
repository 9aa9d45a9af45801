using Sprache;

namespace Dockstage.Core.Parsing;

/// <summary>
/// Words in which quotes group and an escape character takes the next unit as it is. There is one for each escape character.
/// </summary>
internal sealed class WordGrammar
{
    private readonly char _escape;

    private WordGrammar(char escape)
    {
        _escape = escape;
        var blanks = Lexemes.Run(Blanks.IsSpace);

        var inFlag = Lexemes.Word(text =>
            text[0] is '\'' or '"' || text[0] == escape || Blanks.SeparatesWords(text[0]) || Blanks.EndingFlag(text) > 0);
        var unquoted = inFlag.Select(One)
            .Or(Escaped.Select(One))
            .Or(Quoted('"', Escaped))
            .Or(Quoted('\'', Escaped));
        Flag =
            from before in Lexemes.Run(Blanks.SeparatesWords)
            from dashes in Lexemes.Ahead("--")
            from pieces in unquoted.Many()
            from last in EndingFlag
            from end in Lexemes.Here
            select new Word(dashes, end, [.. pieces.SelectMany(piece => piece), .. last.Length > 0 ? One(last) : []]);

        var raw = Plain.Select(One)
            .Or(EscapedWithMark.Select(One))
            .Or(Quoted('"', EscapedWithMark))
            .Or(Quoted('\'', escaped: null));
        Raw =
            from before in blanks
            from start in Lexemes.Here
            from pieces in raw.AtLeastOnce()
            from end in Lexemes.Here
            from lone in Lexemes.Unit(escape).Optional()
            select new Word(start, end, [new Piece(start, end - start)]);
    }

    /// <summary>
    /// A word that begins with two dashes, without its quotes and escapes. BuildKit (<c>extractBuilderFlags</c>): the escape character
    /// works inside both kinds of quotes; a quote that is not closed goes to the end.
    /// </summary>
    public Parser<Word> Flag { get; }

    /// <summary>
    /// Any word, with its quotes and escapes, which expansion needs. BuildKit (<c>parseWords</c>): nothing can be escaped between single
    /// quotes; an escape character at the end of the line is dropped.
    /// </summary>
    public Parser<Word> Raw { get; }

    /// <summary>A character with a byte that BuildKit takes for white space behind a flag; it is kept as the last of the flag.</summary>
    private static Parser<Piece> EndingFlag => input =>
    {
        var line = (LogicalLineInput)input;
        var units = line.AtEnd ? 0 : Blanks.EndingFlag(line.Rest);
        return Result.Success(new Piece(line.Index, units), line.By(units));
    };

    private Parser<Piece> Plain => Lexemes.Word(unit => unit is not ('\'' or '"') && unit != _escape && !Blanks.IsSpace(unit));

    /// <summary>
    /// The words of a line in which quotes and escapes mean nothing (<c>parseStringsWhitespaceDelimited</c>): ordinary blanks separate them.
    /// </summary>
    public static Parser<IEnumerable<Piece>> Blanked { get; } =
        (from word in Lexemes.Word(unit => !Blanks.SeparatesWords(unit))
         from blanks in Lexemes.Run(Blanks.SeparatesWords)
         select word).Many();

    private static WordGrammar WithBackslash { get; } = new('\\');

    private static WordGrammar WithBacktick { get; } = new('`');

    /// <summary>The grammar for an escape character.</summary>
    public static WordGrammar For(char escape) => escape == '`' ? WithBacktick : WithBackslash;

    private static IEnumerable<Piece> One(Piece piece) => [piece];

    /// <summary>An escape character at the end of the line stands for nothing.</summary>
    private Parser<Piece> Escaped =>
        from mark in Lexemes.Unit(_escape)
        from unit in Lexemes.UnitOrEnd
        select unit;

    private Parser<Piece> EscapedWithMark =>
        from mark in Lexemes.Unit(_escape)
        from unit in Lexemes.AnyUnit
        select new Piece(mark.Index, unit.End - mark.Index);

    private Parser<IEnumerable<Piece>> Quoted(char quote, Parser<Piece>? escaped)
    {
        var inner = escaped is null
            ? Lexemes.Word(unit => unit != quote)
            : Lexemes.Word(unit => unit != quote && unit != _escape).Or(escaped);
        return
            from open in Lexemes.Unit(quote)
            from start in Lexemes.Here
            from pieces in inner.Many()
            from end in Lexemes.Here
            from close in Lexemes.Unit(quote).Optional()
            select pieces.Prepend(new Piece(start, 0)).Append(new Piece(end, 0));
    }
}
