namespace Dockstage.Core.Parsing;

/// <summary>
/// One line of a file as BuildKit reads it: LF ends it, and every CR before that LF is dropped. A CR elsewhere is a blank.
/// </summary>
/// <param name="Start">Offset of its first unit.</param>
/// <param name="End">Offset behind its last unit, the line end not counted.</param>
/// <param name="Next">Offset of the next line.</param>
internal readonly record struct PhysicalLine(int Start, int End, int Next)
{
    /// <summary>The line that begins at an offset.</summary>
    public static PhysicalLine At(string text, int start)
    {
        var length = text.AsSpan(start).IndexOf('\n');
        var next = length < 0 ? text.Length : start + length + 1;
        var end = length < 0 ? text.Length : start + length;
        while (end > start && text[end - 1] == '\r')
            end--;
        return new PhysicalLine(start, end, next);
    }

    /// <summary>Offset of its first unit that is no white space, or its end.</summary>
    public int ContentStart(string text)
    {
        var at = Start;
        while (at < End && Blanks.IsSpace(text[at]))
            at++;
        return at;
    }
}
