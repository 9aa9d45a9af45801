using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Cli;

/// <summary>Rows of words below one another, as wide as they stand on a terminal: letters may be wide, and colours take no room.</summary>
internal sealed class Columns
{
    /// <summary>The columns that a word may claim from the rows around it; a longer one is written out and moves only what stands behind it.</summary>
    private const int Widest = 40;

    private const int Gap = 2;

    private readonly int[] _widths;

    /// <summary>Measures the rows that are to stand below one another.</summary>
    public Columns(IEnumerable<IReadOnlyList<Cell>> rows)
    {
        var widths = new List<int>();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (widths.Count == i)
                    widths.Add(0);
                var width = DisplayText.Width(row[i].Text);
                if (width <= Widest)
                    widths[i] = Math.Max(widths[i], width);
            }
        }

        _widths = [.. widths];
    }

    /// <summary>One of those rows, without blanks at its end.</summary>
    public string Row(IReadOnlyList<Cell> row, bool isColoured)
    {
        var text = new StringBuilder();
        var blanks = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var (written, colour) = row[i];
            if (written.Length > 0)
                text.Append(' ', blanks).Append(colour.On(DisplayText.Harmless(written), isColoured));
            var width = DisplayText.Width(written);
            blanks = (written.Length > 0 ? 0 : blanks) + Math.Max(0, _widths[i] - width) + (_widths[i] > 0 || width > 0 ? Gap : 0);
        }

        return text.ToString();
    }

    /// <summary>A word of a row.</summary>
    internal readonly record struct Cell(string Text, Colour Colour = Colour.None);
}
