using Sprache;

namespace Dockstage.Core.Parsing;

/// <summary>The smallest parsers. Each takes a run of units in one step, because Sprache's own go unit by unit.</summary>
internal static class Lexemes
{
    /// <summary>Whether something ends at the start of a text, which is not empty.</summary>
    public delegate bool StopsAt(ReadOnlySpan<char> rest);

    /// <summary>The current index; takes nothing.</summary>
    public static Parser<int> Here { get; } = input => Result.Success(((LogicalLineInput)input).Index, input);

    /// <summary>All units, perhaps none, up to the first that does not belong.</summary>
    public static Parser<Piece> Run(Func<char, bool> belongs) => input =>
    {
        var line = (LogicalLineInput)input;
        var rest = line.Rest;
        var length = 0;
        while (length < rest.Length && belongs(rest[length]))
            length++;
        return Result.Success(new Piece(line.Index, length), line.By(length));
    };

    /// <summary>At least one unit, up to the first that does not belong.</summary>
    public static Parser<Piece> Word(Func<char, bool> belongs)
    {
        var run = Run(belongs);
        return input => run(input) is { Value.Length: > 0 } found
            ? found
            : Result.Failure<Piece>(input, "nothing here", ["a word"]);
    }

    /// <summary>At least one unit, up to the first where the rest of the line begins with what ends it.</summary>
    public static Parser<Piece> Word(StopsAt stops) => input =>
    {
        var line = (LogicalLineInput)input;
        var rest = line.Rest;
        var length = 0;
        while (length < rest.Length && !stops(rest[length..]))
            length++;
        return length > 0
            ? Result.Success(new Piece(line.Index, length), line.By(length))
            : Result.Failure<Piece>(input, "nothing here", ["a word"]);
    };

    /// <summary>One given unit.</summary>
    public static Parser<Piece> Unit(char unit) => input => !input.AtEnd && input.Current == unit
        ? Result.Success(new Piece(((LogicalLineInput)input).Index, 1), input.Advance())
        : Result.Failure<Piece>(input, "another unit", [unit.ToString()]);

    /// <summary>Any one unit.</summary>
    public static Parser<Piece> AnyUnit { get; } = input => input.AtEnd
        ? Result.Failure<Piece>(input, "the end", ["a unit"])
        : Result.Success(new Piece(((LogicalLineInput)input).Index, 1), input.Advance());

    /// <summary>Any one unit, or none at the end.</summary>
    public static Parser<Piece> UnitOrEnd { get; } = input => Result.Success(
        new Piece(((LogicalLineInput)input).Index, input.AtEnd ? 0 : 1),
        input.AtEnd ? input : input.Advance());

    /// <summary>The current index, if a text follows there; takes nothing.</summary>
    public static Parser<int> Ahead(string text) => input => ((LogicalLineInput)input).Rest.StartsWith(text, StringComparison.Ordinal)
        ? Here(input)
        : Result.Failure<int>(input, "another text", [text]);
}
