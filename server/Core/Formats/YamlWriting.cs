using System.Buffers;

namespace Dockstage.Core.Formats;

/// <summary>How a text is written as a YAML scalar.</summary>
public static class YamlWriting
{
    /// <summary>Letters that end or change a plain scalar somewhere in it (YAML 1.2.2, 7.3.3), inside brackets too.</summary>
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(",[]{}#:&*!|>'\"%@`\\?");

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.+-_eExXoOabcdfABCDF");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Plain where that says the same wherever it stands, else in double quotes; null for a text that would need escapes.</summary>
    public static string? Of(string text) =>
        IsPlain(text) ? text
        : text.AsSpan().ContainsAny('"', '\\') || text.AsSpan().ContainsAnyInRange('\0', '\x1F') ? null
        : $"\"{text}\"";

    /// <summary>Whether a text can be a part of a plain scalar as it is, wherever in it.</summary>
    public static bool IsPlainInside(string text) =>
        !text.AsSpan().ContainsAny(NotPlain) && !text.AsSpan().ContainsAnyInRange('\0', '\x1F') && text.Trim() == text;

    private static bool IsPlain(string text) =>
        text.Length > 0 && IsPlainInside(text) && text[0] is not ('-' or '~')
        && text.ToLowerInvariant() is not ("null" or "true" or "false") && !IsNumber(text);

    /// <summary>Whether readers may take it for a number or a time, with more letters than they would to be sure.</summary>
    private static bool IsNumber(string text) => (char.IsAsciiDigit(text[0]) || text[0] is '.' or '+' or '-') && !text.AsSpan().ContainsAnyExcept(OfNumbers) && text.AsSpan().ContainsAny(Digits);
}
