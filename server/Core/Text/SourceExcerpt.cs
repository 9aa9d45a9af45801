using System.Text;

namespace Dockstage.Core.Text;

/// <summary>
/// A line of a document as a compiler shows it, with carets below the words at fault. Tabs are blanks here, so that both lines stand above
/// one another on every terminal.
/// </summary>
/// <param name="Line">The line, cut where it is long, with <c>…</c> for what was cut.</param>
/// <param name="Before">The columns before the carets.</param>
/// <param name="Carets">How many carets; at least one.</param>
public sealed record SourceExcerpt(string Line, int Before, int Carets)
{
    private const char Cut = '…';

    /// <summary>The line on which a span begins; of a span over several lines, the part on that line.</summary>
    /// <param name="text">The document.</param>
    /// <param name="span">The words at fault.</param>
    /// <param name="width">The columns that the line may take.</param>
    public static SourceExcerpt Of(SourceText text, TextSpan span, int width)
    {
        var line = text.LineSpan(text.LineAt(Math.Min(span.Start, text.Length)));
        // A byte order mark takes no column and no person knows of it.
        var start = line is { Start: 0, Length: > 0 } && text[0] == '\uFEFF' ? 1 : line.Start;
        var cells = DisplayText.Cells(text.ToString(TextSpan.Between(start, line.End))).ToArray();
        var from = FirstAt(cells, span.Start - start);
        var to = Math.Max(from, FirstAt(cells, Math.Min(span.End, line.End) - start));
        var (first, last) = Window(cells, from, to, width);
        var shown = new StringBuilder();
        if (first > 0)
            shown.Append(Cut);
        for (var i = first; i < last; i++)
            shown.Append(cells[i].Shown);
        if (last < cells.Length)
            shown.Append(Cut);
        var before = (first > 0 ? 1 : 0) + Width(cells, first, from);
        return new SourceExcerpt(shown.ToString().TrimEnd(), before, Math.Max(1, Width(cells, from, Math.Min(to, last))));
    }

    /// <summary>The first character that begins at an offset of the line or behind it.</summary>
    private static int FirstAt(DisplayText.Cell[] cells, int offset)
    {
        var index = Array.FindIndex(cells, cell => cell.Offset >= offset);
        return index < 0 ? cells.Length : index;
    }

    /// <summary>The characters to show: all if they fit, else those at fault with something before them and as much behind as there is room for.</summary>
    private static (int First, int Last) Window(DisplayText.Cell[] cells, int from, int to, int width)
    {
        if (Width(cells, 0, cells.Length) <= width)
            return (0, cells.Length);
        // The marks of what is cut take two columns.
        var room = width - 2;
        var first = 0;
        if (Width(cells, 0, to) > room)
            first = Back(cells, from, Math.Clamp(room - Width(cells, from, to), room / 4, room / 2));
        var last = first;
        var left = room;
        for (; last < cells.Length && left >= cells[last].Width; last++)
            left -= cells[last].Width;
        // Nothing is left behind the words: there is more room before them.
        if (last == cells.Length)
            first = Back(cells, first, left);
        return (first, last);
    }

    /// <summary>As many characters further left as take so many columns.</summary>
    private static int Back(DisplayText.Cell[] cells, int from, int columns)
    {
        for (; from > 0 && columns >= cells[from - 1].Width; from--)
            columns -= cells[from - 1].Width;
        return from;
    }

    private static int Width(DisplayText.Cell[] cells, int from, int to)
    {
        var width = 0;
        for (var i = from; i < to; i++)
            width += cells[i].Width;
        return width;
    }
}
