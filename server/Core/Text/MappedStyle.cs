using System.Collections.Immutable;
using System.Text;

namespace Dockstage.Core.Text;

/// <summary>How new text is written where a <see cref="MappedText"/> stands.</summary>
/// <param name="LineBreak">What is written for a line end, the indentation of the next line with it; null where a text cannot have one.</param>
/// <param name="Indent">How many blanks at the end of <paramref name="LineBreak"/> are that indentation.</param>
/// <param name="Escapes">Units that are written otherwise.</param>
public sealed record MappedStyle(string? LineBreak, int Indent, ImmutableDictionary<char, string> Escapes)
{
    /// <summary>The same, and one more unit that is written otherwise; what was to be escaped before stays so in what is written for it.</summary>
    public MappedStyle Escaping(char unit, string written) => this with { Escapes = Escapes.SetItem(unit, string.Concat(written.Select(Plain))) };

    /// <summary>A text as it is written; null when it cannot be.</summary>
    public string? Write(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                continue;
            if (text[i] is '\n' or '\r')
            {
                if (LineBreak is null)
                    return null;
                // A line without anything is not indented.
                var isEmptyNext = i + 1 < text.Length && text[i + 1] is '\n' or '\r';
                written.Append(isEmptyNext ? LineBreak[..^Indent] : LineBreak);
            }
            else
            {
                written.Append(Plain(text[i]));
            }
        }

        return written.ToString();
    }

    private string Plain(char unit) => Escapes.GetValueOrDefault(unit) ?? unit.ToString();
}
