namespace Dockstage.Core.Rules;

/// <summary>The letter case of a keyword.</summary>
internal enum LetterCase
{
    /// <summary>Small letters.</summary>
    Lower,

    /// <summary>Capitals.</summary>
    Upper,
}

/// <summary>Compares keywords by their letter case.</summary>
internal static class Casing
{
    /// <summary>The case of a word all of whose letters have the same one; null for mixed case.</summary>
    public static LetterCase? Of(string word) => (word.Any(char.IsLower), word.Any(char.IsUpper)) switch
    {
        (true, true) => null,
        (_, true) => LetterCase.Upper,
        _ => LetterCase.Lower,
    };

    /// <summary>A word in a letter case.</summary>
    public static string Apply(LetterCase letterCase, string word) =>
        letterCase == LetterCase.Lower ? word.ToLowerInvariant() : word.ToUpperInvariant();
}
