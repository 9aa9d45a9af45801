namespace Dockstage.Core.Parsing;

/// <summary>
/// BuildKit's second reader of directives, for <c>syntax</c> and <c>check</c>. Unlike the parser it wants the mark in the first column,
/// steps over a shebang line, and cuts the value at the first blank.
/// </summary>
internal static class DirectiveLookup
{
    /// <summary>The value of a directive, or null.</summary>
    /// <param name="text">The file.</param>
    /// <param name="key">The key in lower case.</param>
    /// <param name="mark">What begins a directive line.</param>
    public static string? Find(ReadOnlySpan<char> text, string key, string mark = "#")
    {
        text = text.TrimStart('\uFEFF');
        if (text.StartsWith("#!"))
            TakeLine(ref text);
        var seen = new HashSet<string>();
        while (!text.IsEmpty)
        {
            if (DirectiveLine.Read(TakeLine(ref text), 0, mark) is not { } directive || !seen.Add(directive.Key))
                return null;
            if (directive.Key == key)
                return directive.Value.Split(' ')[0];
        }

        return null;
    }

    private static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return line.TrimEnd('\r');
    }
}
