using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// One line in the form of a directive. BuildKit (<c>parser/directives.go</c>): the mark, white space, then
/// <c>^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$</c>, with the key <c>syntax</c>, <c>escape</c> or <c>check</c> in any letter case.
/// </summary>
/// <param name="Key">The key in lower case.</param>
/// <param name="KeySpan">Where the key stands in the line.</param>
/// <param name="Value">The value.</param>
/// <param name="ValueSpan">Where the value stands in the line.</param>
internal sealed record DirectiveLine(string Key, TextSpan KeySpan, string Value, TextSpan ValueSpan)
{
    /// <summary>Reads a line that begins with the mark at an offset; null when it is none.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="start">Where the mark must stand.</param>
    /// <param name="mark"><c>#</c>, or <c>//</c> for the front ends of other formats.</param>
    public static DirectiveLine? Read(ReadOnlySpan<char> line, int start, string mark = "#")
    {
        if (!line[start..].StartsWith(mark))
            return null;
        var at = SkipBlanks(line, start + mark.Length);
        var keyStart = at;
        while (at < line.Length && char.IsAsciiLetterOrDigit(line[at]))
            at++;
        var keySpan = TextSpan.Between(keyStart, at);
        at = line.Length - line[at..].TrimStart(Blanks.InDirectives).Length;
        if (at == line.Length || line[at] != '=')
            return null;
        at = line.Length - line[(at + 1)..].TrimStart(Blanks.InDirectives).Length;
        var valueSpan = TextSpan.Between(at, Math.Max(at, line.TrimEnd(Blanks.InDirectives).Length));
        var key = line[keySpan.Start..keySpan.End].ToString().ToLowerInvariant();
        return valueSpan.IsEmpty || key is not ("syntax" or "escape" or "check")
            ? null
            : new DirectiveLine(key, keySpan, line[valueSpan.Start..valueSpan.End].ToString(), valueSpan);
    }

    private static int SkipBlanks(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && Blanks.IsSpace(line[at]))
            at++;
        return at;
    }
}
