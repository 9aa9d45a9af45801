using System.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// The pattern of <c>${X#p}</c>, <c>${X%p}</c> and <c>${X/p/r}</c>: <c>*</c> is any text, <c>?</c> any unit; no brackets.
/// </summary>
internal sealed class ShellPattern
{
    private readonly List<(Kind Kind, char Unit)> _parts;

    private ShellPattern(List<(Kind, char)> parts) => _parts = parts;

    private enum Kind
    {
        Unit,
        AnyUnit,
        AnyText,
    }

    /// <summary>Reads a pattern; null for an escape that BuildKit refuses (<c>invalid escape '\x'</c>).</summary>
    public static ShellPattern? Parse(string pattern) => Parse(pattern, out _);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="pattern">The pattern.</param>
    /// <param name="badEscape">The escape that is refused; at the end of the pattern with what Go makes of the end.</param>
    public static ShellPattern? Parse(string pattern, out string badEscape)
    {
        badEscape = "";
        var parts = new List<(Kind, char)>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*':
                    parts.Add((Kind.AnyText, default));
                    break;
                case '?':
                    parts.Add((Kind.AnyUnit, default));
                    break;
                case '\\':
                    i++;
                    if (i == pattern.Length || pattern[i] is not ('*' or '?' or '\\' or '}' or '/'))
                    {
                        badEscape = "\\" + (i == pattern.Length ? "\uFFFD" : pattern[i].ToString());
                        return null;
                    }

                    parts.Add((Kind.Unit, pattern[i]));
                    break;
                default:
                    parts.Add((Kind.Unit, pattern[i]));
                    break;
            }
        }

        return new ShellPattern(parts);
    }

    /// <summary>A value without the shortest or longest match at its start or end; the value itself where there is none.</summary>
    public string Trim(string value, bool isPrefix, bool isLongest)
    {
        if (isPrefix)
            return MatchEnd(value, 0, isLongest) is { } end ? value[end..] : value;

        // The longest match at the end is the one that starts first.
        for (var i = 0; i <= value.Length; i++)
        {
            var start = isLongest ? i : value.Length - i;
            if (MatchEnds(value, start)[value.Length])
                return value[..start];
        }

        return value;
    }

    /// <summary>A value with its first match, or every match, replaced; the longest match at each place counts.</summary>
    public string Replace(string value, string replacement, bool isForAll)
    {
        var result = new StringBuilder();
        var at = 0;
        var lastEnd = -1;
        while (at <= value.Length)
        {
            if (MatchEnd(value, at, isLongest: true) is { } end && (end > at || at != lastEnd))
            {
                result.Append(replacement);
                if (!isForAll)
                    return result.Append(value.AsSpan(end)).ToString();
                lastEnd = end;
                if (end > at)
                {
                    at = end;
                    continue;
                }
            }

            if (at < value.Length)
                result.Append(value[at]);
            at++;
        }

        return result.ToString();
    }

    private int? MatchEnd(string value, int start, bool isLongest)
    {
        var ends = MatchEnds(value, start);
        var end = isLongest ? Array.LastIndexOf(ends, true) : Array.IndexOf(ends, true);
        return end < 0 ? null : end;
    }

    /// <summary>For each index of the value, and the one behind it, whether a match that begins at a start can end there.</summary>
    private bool[] MatchEnds(string value, int start)
    {
        var ends = new bool[value.Length + 1];
        ends[start] = true;
        foreach (var (kind, unit) in _parts)
        {
            if (kind == Kind.AnyText)
            {
                var first = Array.IndexOf(ends, true);
                if (first >= 0)
                    Array.Fill(ends, true, first, ends.Length - first);
                continue;
            }

            for (var i = value.Length; i > start; i--)
                ends[i] = ends[i - 1] && (kind == Kind.AnyUnit || value[i - 1] == unit);
            ends[start] = false;
        }

        return ends;
    }
}
