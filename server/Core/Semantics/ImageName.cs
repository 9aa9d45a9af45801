namespace Dockstage.Core.Semantics;

/// <summary>
/// The name of an image as Docker writes it: <c>[domain/]path[:tag]</c>. Source: distribution/reference, regexp.go and normalize.go.
/// </summary>
public static class ImageName
{
    internal const int LongestPath = 255;
    private const int LongestTag = 128;

    /// <summary>Whether a text is a valid <c>name[:tag]</c>, as <c>docker build --tag</c> takes it.</summary>
    public static bool IsValidTag(string text)
    {
        var slash = text.LastIndexOf('/');
        var colon = text.IndexOf(':', slash + 1);
        if (colon >= 0 && !IsTag(text.AsSpan(colon + 1)))
            return false;
        var name = colon >= 0 ? text[..colon] : text;
        var first = name.IndexOf('/');
        // Docker: the first part is a host only if it could not be anything else.
        if (first > 0 && IsHostLike(name.AsSpan(0, first)))
        {
            if (!IsHost(name.AsSpan(0, first)))
                return false;
            name = name[(first + 1)..];
        }

        return name.Length is > 0 and <= LongestPath && !IsBareHash(name) && name.Split('/').All(part => IsComponent(part));
    }

    /// <summary>
    /// Turns any text into a path component (<c>[a-z0-9]+</c> joined by single <c>.</c>, <c>_</c> or by dashes): lower case, whatever does
    /// not fit becomes a dash. Null when nothing is left.
    /// </summary>
    public static string? ComponentFrom(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                kept.Append(c);
            else if (kept.Length > 0 && char.IsAsciiLetterOrDigit(kept[^1]))
                kept.Append(c is '.' or '_' ? c : '-');
        }

        var component = kept.ToString().TrimEnd('.', '_', '-');
        return component.Length == 0 ? null : component;
    }

    internal static bool IsTag(ReadOnlySpan<char> tag)
    {
        if (tag.Length is 0 or > LongestTag || tag[0] is '.' or '-')
            return false;
        foreach (var c in tag)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-'))
                return false;
        }

        return true;
    }

    internal static bool IsHostLike(ReadOnlySpan<char> part) =>
        part.ContainsAny('.', ':') || part is "localhost" || part.ContainsAnyInRange('A', 'Z');

    internal static bool IsHost(ReadOnlySpan<char> part)
    {
        var colon = part.LastIndexOf(':');
        if (colon >= 0)
        {
            if (colon == part.Length - 1 || part[(colon + 1)..].ContainsAnyExceptInRange('0', '9'))
                return false;
            part = part[..colon];
        }

        foreach (var range in part.Split('.'))
        {
            var label = part[range];
            if (label.IsEmpty || !char.IsAsciiLetterOrDigit(label[0]) || !char.IsAsciiLetterOrDigit(label[^1]))
                return false;
            foreach (var c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                    return false;
            }
        }

        return true;
    }

    /// <summary><c>[a-z0-9]+ ( ( [._] | "__" | -+ ) [a-z0-9]+ )*</c>.</summary>
    internal static bool IsComponent(ReadOnlySpan<char> part)
    {
        var at = 0;
        while (true)
        {
            var start = at;
            while (at < part.Length && (char.IsAsciiLetterLower(part[at]) || char.IsAsciiDigit(part[at])))
                at++;
            if (at == start)
                return false;
            if (at == part.Length)
                return true;
            var separator = at;
            while (at < part.Length && part[at] is '.' or '_' or '-')
                at++;
            var run = part[separator..at];
            if (run is not ("." or "_" or "__") && run.ContainsAnyExcept('-'))
                return false;
        }
    }

    internal static bool IsBareHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
