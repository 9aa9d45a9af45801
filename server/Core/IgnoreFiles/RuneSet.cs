using System.Collections.Immutable;
using System.Text;

namespace Dockstage.Core.IgnoreFiles;

/// <summary>Characters in brackets: <c>[a-z_]</c>, <c>[^a-z]</c>, with <c>\</c> before one that would mean something.</summary>
internal sealed class RuneSet
{
    private readonly ImmutableArray<(Rune First, Rune Last)> _ranges;
    private readonly bool _isNegated;

    private RuneSet(ImmutableArray<(Rune First, Rune Last)> ranges, bool isNegated, int length, bool hasMeaning)
    {
        _ranges = ranges;
        _isNegated = isNegated;
        Length = length;
        HasMeaning = hasMeaning;
    }

    /// <summary>How many characters it is written with, brackets included.</summary>
    public int Length { get; }

    /// <summary>Whether a regular expression reads it as it is meant; see <see cref="IgnorePattern.Matches"/>.</summary>
    public bool HasMeaning { get; }

    /// <summary>Reads a set at the beginning of a text; null where Go's <c>filepath.Match</c> finds an error.</summary>
    public static RuneSet? Read(ReadOnlySpan<Rune> text)
    {
        var ranges = ImmutableArray.CreateBuilder<(Rune, Rune)>();
        var hasMeaning = true;
        var at = 1;
        var isNegated = at < text.Length && text[at].Value == '^';
        if (isNegated)
            at++;
        while (at >= text.Length || text[at].Value != ']' || ranges.Count == 0)
        {
            if (ReadOne(text, ref at, ref hasMeaning) is not { } first)
                return null;
            var last = first;
            if (text[at].Value == '-')
            {
                at++;
                if (ReadOne(text, ref at, ref hasMeaning) is not { } end)
                    return null;
                last = end;
            }

            hasMeaning &= first <= last;
            ranges.Add((first, last));
        }

        return new RuneSet(ranges.DrainToImmutable(), isNegated, at + 1, hasMeaning);
    }

    /// <summary>Whether a character is one of them.</summary>
    public bool Contains(Rune rune)
    {
        foreach (var (first, last) in _ranges)
        {
            if (first <= rune && rune <= last)
                return !_isNegated;
        }

        return _isNegated;
    }

    /// <summary>One character, behind which there must be another.</summary>
    private static Rune? ReadOne(ReadOnlySpan<Rune> text, ref int at, ref bool hasMeaning)
    {
        if (at >= text.Length || text[at].Value is '-' or ']')
            return null;
        if (text[at].Value == '\\')
        {
            if (++at >= text.Length)
                return null;
            hasMeaning &= text[at].IsAscii && !char.IsAsciiLetterOrDigit((char)text[at].Value);
        }
        else
        {
            // * and ? are translated here too, and [: begins a class of characters.
            hasMeaning &= text[at].Value is not ('*' or '?') && !(text[at].Value == '[' && at + 1 < text.Length && text[at + 1].Value == ':');
        }

        var rune = text[at++];
        return at < text.Length ? rune : null;
    }
}
