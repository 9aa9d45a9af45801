using System.Buffers;
using System.Text;

namespace Dockstage.Core.Parsing;

/// <summary>The notions of a blank that BuildKit's parser has.</summary>
internal static class Blanks
{
    /// <summary>
    /// What separates the keyword from the rest, and the words of FROM (BuildKit: <c>[\t\v\f\r ]+</c>). No no-break space.
    /// </summary>
    public const string WordSeparators = "\t\v\f\r ";

    /// <inheritdoc cref="WordSeparators"/>
    public static SearchValues<char> BetweenWords { get; } = SearchValues.Create(WordSeparators);

    /// <summary>What may stand between an escape character and the line end.</summary>
    public const string BeforeLineEnd = " \t";

    /// <summary>Whether a unit separates the words of FROM.</summary>
    public static bool SeparatesWords(char unit) => unit is '\t' or '\v' or '\f' or '\r' or ' ';

    /// <summary>What may stand around the equals sign of a directive (<c>\s</c> of Go's expressions).</summary>
    public const string InDirectives = "\t\n\f\r ";

    /// <summary>
    /// How many UTF-16 units a character has that ends a flag, or 0 for any other. BuildKit reads flags byte by byte and takes the bytes
    /// 85 and A0 for white space, though they may be a part of a longer character.
    /// </summary>
    public static int EndingFlag(ReadOnlySpan<char> text)
    {
        if (char.IsAscii(text[0]))
            return 0;
        _ = Rune.DecodeFromUtf16(text, out var rune, out var units);
        Span<byte> bytes = stackalloc byte[4];
        return bytes[..rune.EncodeToUtf8(bytes)].ContainsAny((byte)0x85, (byte)0xA0) ? units : 0;
    }

    /// <summary>Whether a unit separates words in which quotes count: any Unicode white space.</summary>
    public static bool IsSpace(char unit) => char.IsWhiteSpace(unit);
}
