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

    /// <summary>
    /// The <c>syntax</c> of a file that is one JSON object, as some front ends read, or null. The whole value counts, and the last one.
    /// </summary>
    public static string? FindInJson(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart('\uFEFF').Length;
        if (text.AsSpan(start).StartsWith("#!"))
            start = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length;
        var json = new JsonScanner(text.AsSpan(start));
        json.SkipBlanks();
        if (!json.Skip('{'))
            return null;
        string? value = null;
        json.SkipBlanks();
        if (json.Skip('}'))
            return null;
        do
        {
            json.SkipBlanks();
            var key = json.At;
            if (!json.SkipKey())
                return null;
            var isWanted = text.AsSpan(start + key).StartsWith("\"syntax\"");
            var valueStart = json.At;
            var isString = json.Current == '"';
            if (!json.SkipValue())
                return null;
            if (isWanted)
                value = isString ? JsonScanner.Unquote(text.AsSpan(start)[valueStart..json.At]) : null;
            json.SkipBlanks();
        }
        while (json.Skip(','));
        if (!json.Skip('}'))
            return null;
        json.SkipBlanks();
        return json.AtEnd ? value : null;
    }

    private static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return line.TrimEnd('\r');
    }
}
