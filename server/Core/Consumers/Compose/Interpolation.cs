using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// What a text with variables can be known to say. Compose specification, "Interpolation": <c>$V ${V} ${V:-d} ${V-d} ${V:?m} ${V?m}
/// ${V:+a} ${V+a}</c>, nested in defaults, messages and alternatives; <c>$$</c> is a dollar sign.
/// </summary>
/// <param name="Text">The text with <c>$$</c> undone; as written when it has variables.</param>
/// <param name="IsDynamic">Whether it has variables (or something that begins like one).</param>
/// <param name="Literals">
/// Defaults and alternatives that hold no variable themselves, where the whole text is one variable; spans are offsets in the text.
/// </param>
internal sealed record Interpolation(string Text, bool IsDynamic, ImmutableArray<(string Text, TextSpan Span)> Literals)
{
    /// <summary>Reads a text. Never fails: what is not finished counts as a variable.</summary>
    public static Interpolation Read(string text)
    {
        if (!text.Contains('$'))
            return new Interpolation(text, false, []);
        if (Unescape(text) is { } plain)
            return new Interpolation(plain, false, []);

        var literals = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        // From the outside to the inside, without recursion: the text decides how deep it nests.
        var inner = new TextSpan(0, text.Length);
        while (FallbackOf(text, inner) is { } fallback)
        {
            inner = fallback;
            if (Unescape(text.Substring(inner.Start, inner.Length)) is not { } literal)
                continue;
            literals.Add((literal, inner));
            break;
        }

        return new Interpolation(text, true, literals.ToImmutable());
    }

    /// <summary>The text with <c>$$</c> undone, or null when there is a variable in it.</summary>
    private static string? Unescape(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            builder.Append(text[i]);
            if (text[i] != '$')
                continue;
            if (i + 1 < text.Length && text[i + 1] == '$')
                i++;
            else if (i + 1 < text.Length && (text[i + 1] is '{' or '_' || char.IsAsciiLetter(text[i + 1])))
                return null;
        }

        return builder.ToString();
    }

    /// <summary>The default or alternative, when a span is one braced variable that has one.</summary>
    private static TextSpan? FallbackOf(string text, TextSpan span)
    {
        var at = span.Start;
        if (span.Length < 4 || text[at] != '$' || text[at + 1] != '{' || text[span.End - 1] != '}')
            return null;
        at += 2;
        while (at < span.End && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        if (at < span.End && text[at] == ':')
            at++;
        if (at >= span.End || text[at] is not ('-' or '+') || !EndsAt(text, at, span.End - 1))
            return null;
        return TextSpan.Between(at + 1, span.End - 1);
    }

    /// <summary>Whether the brace opened before an offset is closed at <paramref name="end"/> and not before.</summary>
    private static bool EndsAt(string text, int at, int end)
    {
        var depth = 1;
        for (; at <= end; at++)
        {
            if (text[at] == '{' && text[at - 1] == '$')
                depth++;
            else if (text[at] == '}' && --depth == 0)
                return at == end;
        }

        return false;
    }
}
