using System.Globalization;
using System.Text;
using Wcwidth;

namespace Dockstage.Core.Text;

/// <summary>
/// Text as it stands on a terminal: one column for most characters, two for wide ones and emoji, none for marks that combine. What would move
/// the cursor, colour the screen or turn the direction of writing around is shown and does nothing.
/// </summary>
public static class DisplayText
{
    private const int TabWidth = 4;

    /// <summary>A text in one line, without what a terminal would obey.</summary>
    public static string Harmless(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.Any(IsObeyed))
            return text;
        var harmless = new StringBuilder(text.Length);
        foreach (var unit in text)
            harmless.Append(Shown(unit));
        return harmless.ToString();
    }

    /// <summary>The columns that a text takes on a terminal, as <see cref="Harmless"/> shows it.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var cell in Cells(text))
            width += cell.Width;
        return width;
    }

    /// <summary>The characters of a line as people count them, each with where it begins, how it is shown and how many columns it takes.</summary>
    internal static IEnumerable<Cell> Cells(string line)
    {
        var column = 0;
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var cell = element == "\t"
                ? new Cell(elements.ElementIndex, new string(' ', TabWidth - (column % TabWidth)), TabWidth - (column % TabWidth))
                : new Cell(elements.ElementIndex, Harmless(element), WidthOf(element));
            column += cell.Width;
            yield return cell;
        }
    }

    /// <summary>No character is wider than two columns, however many code points it is made of.</summary>
    private static int WidthOf(string element)
    {
        const char EmojiStyle = '\uFE0F';
        if (element.Length > 1 && element.Contains(EmojiStyle))
            return 2;
        var width = 0;
        foreach (var rune in element.EnumerateRunes())
            width += IsObeyed(rune.Value) ? 1 : Math.Max(0, UnicodeCalculator.GetWidth(rune.Value));
        return Math.Min(2, width);
    }

    /// <summary>Control characters have pictures of their own from U+2400 on.</summary>
    private static char Shown(char unit) => unit switch
    {
        < ' ' => (char)('\u2400' + unit),
        '\x7F' => '\u2421',
        _ => IsObeyed(unit) ? '\uFFFD' : unit,
    };

    private static bool IsObeyed(char unit) => IsObeyed((int)unit);

    /// <summary>Control characters (C0, DEL, C1) and those that change the direction of writing.</summary>
    private static bool IsObeyed(int rune) =>
        rune is < ' ' or (>= 0x7F and <= 0x9F) or 0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <param name="Offset">Where it begins in the line, in UTF-16 units.</param>
    /// <param name="Shown">How it is shown.</param>
    /// <param name="Width">The columns that it takes.</param>
    internal readonly record struct Cell(int Offset, string Shown, int Width);
}
