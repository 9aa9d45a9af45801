using System.Collections.Immutable;
using System.Text;

namespace Dockstage.Core.Text;

/// <summary>
/// The immutable text of one document at one moment. Four systems of position meet here and nowhere else:
/// <list type="table">
/// <item><term>offset</term><description>UTF-16 units from the start of the text, from 0; what all of Core speaks</description></item>
/// <item><term>span</term><description>two offsets, see <see cref="TextSpan"/></description></item>
/// <item><term>position, UTF-16</term><description>line and UTF-16 units in the line, from 0; LSP's default</description></item>
/// <item><term>position, UTF-8</term><description>line and bytes in the line, from 0; LSP, where the client prefers it</description></item>
/// </list>
/// Lines and columns that people read (CLI output) are a position plus 1. A byte order mark, if the text has one, is an ordinary unit here.
/// </summary>
public sealed class SourceText
{
    private readonly string _text;
    private readonly Lazy<ImmutableArray<int>> _lineStarts;

    private SourceText(string text, ImmutableArray<int>? lineStarts = null)
    {
        _text = text;
        _lineStarts = lineStarts is { } known ? new(known) : new(() => FindLineStarts(_text));
    }

    /// <summary>The text of a document with nothing in it.</summary>
    public static SourceText Empty { get; } = new("");

    /// <summary>Length in UTF-16 units.</summary>
    public int Length => _text.Length;

    /// <summary>Number of lines: one more than there are line ends.</summary>
    public int LineCount => _lineStarts.Value.Length;

    /// <summary>The unit at an offset.</summary>
    public char this[int offset] => _text[offset];

    /// <summary>Takes a string as it is.</summary>
    public static SourceText From(string text) => text.Length == 0 ? Empty : new SourceText(text);

    /// <summary>The units of a span, without copying.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => _text.AsSpan(span.Start, span.Length);

    /// <summary>The units of a span as a string.</summary>
    public string ToString(TextSpan span) => _text.Substring(span.Start, span.Length);

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>The text after one replacement.</summary>
    public SourceText With(TextEdit edit)
    {
        var text = string.Concat(_text.AsSpan(0, edit.Span.Start), edit.NewText, _text.AsSpan(edit.Span.End));
        return _lineStarts.IsValueCreated ? new(text, LineStartsAfter(edit, text)) : new(text);
    }

    /// <summary>The span of a line without its line end.</summary>
    /// <param name="line">Line, from 0.</param>
    public TextSpan LineSpan(int line)
    {
        var starts = _lineStarts.Value;
        var start = starts[line];
        var end = line + 1 < starts.Length ? starts[line + 1] : _text.Length;
        if (end > start && _text[end - 1] == '\n')
            end--;
        if (end > start && _text[end - 1] == '\r')
            end--;
        return TextSpan.Between(start, end);
    }

    /// <summary>The line, from 0, on which an offset lies.</summary>
    public int LineAt(int offset)
    {
        var index = _lineStarts.Value.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Offset to position. An offset outside the text counts as its nearest end.</summary>
    public LinePosition PositionAt(int offset, PositionEncoding encoding = PositionEncoding.Utf16)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var line = LineAt(offset);
        var start = _lineStarts.Value[line];
        var character = encoding == PositionEncoding.Utf16
            ? offset - start
            : Encoding.UTF8.GetByteCount(_text.AsSpan(start, offset - start));
        return new LinePosition(line, character);
    }

    /// <summary>
    /// Position to offset. LSP (Position): a character beyond the line counts as the line's end; a line beyond the text counts as
    /// the text's end. A UTF-8 column inside a character counts as that character's start.
    /// </summary>
    public int OffsetAt(LinePosition position, PositionEncoding encoding = PositionEncoding.Utf16)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= LineCount)
            return _text.Length;
        var line = LineSpan(position.Line);
        var character = Math.Max(0, position.Character);
        return encoding == PositionEncoding.Utf16
            ? Math.Min(line.Start + character, line.End)
            : line.Start + Utf16UnitsOfBytes(Slice(line), character);
    }

    private static int Utf16UnitsOfBytes(ReadOnlySpan<char> line, int bytes)
    {
        var units = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
                break;
            units += rune.Utf16SequenceLength;
        }

        return units;
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        AddLineStarts(starts, text, 0, text.Length);
        return starts.DrainToImmutable();
    }

    /// <summary>Adds the starts of the lines whose line ends stop between two offsets.</summary>
    private static void AddLineStarts(ImmutableArray<int>.Builder starts, string text, int from, int to)
    {
        for (var offset = from; offset < to;)
        {
            var next = text.AsSpan(offset, to - offset).IndexOfAny('\r', '\n');
            if (next < 0)
                return;
            offset += next + 1;

            // CR LF is one line end, which stops behind the LF.
            if (text[offset - 1] == '\n' || offset == text.Length || text[offset] != '\n')
                starts.Add(offset);
        }
    }

    /// <summary>
    /// The line starts after an edit. Whether a line starts at an offset is told by the units before and behind it, so that all starts
    /// hold but those inside the edit and at its two ends.
    /// </summary>
    private ImmutableArray<int> LineStartsAfter(TextEdit edit, string text)
    {
        var old = _lineStarts.Value.AsSpan();
        var starts = ImmutableArray.CreateBuilder<int>(old.Length);
        var growth = text.Length - _text.Length;
        var before = LineAt(edit.Span.Start);
        starts.AddRange(old[..(old[before] < edit.Span.Start || before == 0 ? before + 1 : before)]);
        AddLineStarts(starts, text, Math.Max(0, edit.Span.Start - 1), edit.Span.End + growth);
        foreach (var start in old[(LineAt(edit.Span.End) + 1)..])
            starts.Add(start + growth);
        return starts.DrainToImmutable();
    }
}
