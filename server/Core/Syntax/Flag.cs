using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary><c>--name=value</c> between keyword and arguments. Offsets count from the instruction's start.</summary>
public sealed record Flag
{
    /// <summary>The whole word, quotes included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The name without its dashes; letter case counts.</summary>
    public required PlacedText Name { get; init; }

    /// <summary>The value, quotes and escapes removed; empty for <c>--name=</c>, null for <c>--name</c>.</summary>
    public required PlacedText? Value { get; init; }

    /// <summary>
    /// The value as BuildKit reads it: it takes each byte of the UTF-8 text for a character (<c>hé</c> is <c>hÃ©</c>), and outside quotes
    /// the bytes 85 and A0 for white space, which ends the flag. Only its messages show it. Null for <c>--name</c>.
    /// </summary>
    public string? ValueAsRead
    {
        get
        {
            if (Value is null)
                return null;
            var bytes = Encoding.UTF8.GetBytes(Value.Text);
            var end = Value.Span.End == Span.End ? bytes.AsSpan().LastIndexOfAny((byte)0x85, (byte)0xA0) : -1;
            var isEnd = end >= 0 && bytes.AsSpan(end + 1).IndexOfAnyExceptInRange((byte)0x80, (byte)0xBF) < 0;
            return string.Concat(bytes.Take(isEnd ? end : bytes.Length).Select(unit => (char)unit));
        }
    }

    /// <summary>A part of a flag as BuildKit reads it, each byte of the UTF-8 text a character; see <see cref="ValueAsRead"/>.</summary>
    public static string AsRead(string text) => Ascii.IsValid(text) ? text : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The parts of a comma-separated value (<c>--mount</c>); empty for other flags.</summary>
    public ImmutableArray<FlagOption> Options { get; init; } = [];
}
