using System.Buffers;

namespace Dockstage.Core.Parsing;

/// <summary>The three notions of a blank that BuildKit's parser has.</summary>
internal static class Blanks
{
    /// <summary>
    /// What separates the keyword from the rest, and the words of FROM (BuildKit: <c>[\t\v\f\r ]+</c>). No no-break space.
    /// </summary>
    public static SearchValues<char> BetweenWords { get; } = SearchValues.Create("\t\v\f\r ");

    /// <summary>What may stand between an escape character and the line end.</summary>
    public const string BeforeLineEnd = " \t";

    /// <summary>Whether a unit separates the words of FROM.</summary>
    public static bool SeparatesWords(char unit) => unit is '\t' or '\v' or '\f' or '\r' or ' ';

    /// <summary>Whether a unit separates flags and other words: any Unicode white space.</summary>
    public static bool IsSpace(char unit) => char.IsWhiteSpace(unit);
}
