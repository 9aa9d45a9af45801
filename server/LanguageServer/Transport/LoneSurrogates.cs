using System.Globalization;

namespace Dockstage.LanguageServer.Transport;

/// <summary>
/// A JSON text may hold half a surrogate pair as an escape (<c>"\ud83d"</c>): editors written in JavaScript send such texts while an
/// emoji is deleted. .NET cannot read it as a string, so the half becomes U+FFFD, which is one UTF-16 unit too: no offset moves.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Replaces every half pair in place.</summary>
    public static void Replace(Span<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at + 1 < json.Length;)
        {
            var unit = UnitAt(json, at);
            if (unit < 0)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate((char)unit) && UnitAt(json, at + EscapeLength) is var low and >= 0 && char.IsLowSurrogate((char)low))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate((char)unit))
                    "fffd"u8.CopyTo(json[(at + 2)..]);
                at += EscapeLength;
            }

            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + next;
        }
    }

    /// <summary>The unit that <c>\uXXXX</c> at this place stands for, or -1.</summary>
    private static int UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && int.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : -1;
}
