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
/// <remarks>
/// A keystroke must not copy a whole file. A text that was edited is its <em>base</em>, an earlier text, with some whole lines replaced:
/// edits near to each other share the base, and an edit far from those before it makes a new one.
/// </remarks>
public sealed class SourceText
{
    /// <summary>Most UTF-16 units that edits near to each other may span before a new base is made.</summary>
    private const int LongestMiddle = 8192;

    // The text is _base[.._head] + _middle + _base[_tail..]. Where something is replaced, the middle begins behind a LF (or at the start)
    // and ends with one (or at the end), so that no line end lies across a seam.
    private readonly string _base;
    private readonly Lazy<ImmutableArray<int>> _baseLineStarts;
    private readonly int _head;
    private readonly string _middle;
    private readonly int _tail;

    // Which lines stand where; filled when first asked for, as one object, so that no thread sees half of it.
    private LineSeams? _seams;
    private string? _whole;

    private SourceText(string text)
    {
        (_base, _head, _middle, _tail, _whole) = (text, text.Length, "", text.Length, text);
        _baseLineStarts = new(() => FindLineStarts(text, 0));
    }

    private SourceText(SourceText other, int head, string middle, int tail)
    {
        (_base, _baseLineStarts) = (other._base, other._baseLineStarts);
        (_head, _middle, _tail) = (head, middle, tail);
    }

    /// <summary>The text of a document with nothing in it.</summary>
    public static SourceText Empty { get; } = new("");

    /// <summary>Length in UTF-16 units.</summary>
    public int Length => _base.Length + Growth;

    /// <summary>Number of lines: one more than there are line ends.</summary>
    public int LineCount => Seams.Above + Seams.Middle.Length + _baseLineStarts.Value.Length - Seams.Below;

    /// <summary>How much longer the text is than its base.</summary>
    private int Growth => _head + _middle.Length - _tail;

    private int MiddleEnd => _head + _middle.Length;

    private LineSeams Seams => _seams ??= FindSeams();

    /// <summary>The unit at an offset.</summary>
    public char this[int offset] =>
        offset < _head ? _base[offset] : offset < MiddleEnd ? _middle[offset - _head] : _base[offset - Growth];

    /// <summary>Takes a string as it is.</summary>
    public static SourceText From(string text) => text.Length == 0 ? Empty : new SourceText(text);

    /// <summary>What two texts share at their ends; not always the most, but all that lies outside the edits that lead from one to the other.</summary>
    public static CommonEnds Common(SourceText one, SourceText other)
    {
        int head, tail;
        if (ReferenceEquals(one._whole, other._base))
            (head, tail) = (other._head, other._tail);
        else if (ReferenceEquals(one._base, other._whole))
            (head, tail) = (one._head, one._tail);
        else if (ReferenceEquals(one._base, other._base))
            (head, tail) = (Math.Min(one._head, other._head), Math.Max(one._tail, other._tail));
        else
            return CommonEnds.Of(one.ToString(), other.ToString());
        var below = (ReferenceEquals(one._base, other._whole) ? one : other)._base.Length - tail;
        var inside = CommonEnds.Of(
            one.Slice(TextSpan.Between(head, one.Length - below)), other.Slice(TextSpan.Between(head, other.Length - below)));
        return new CommonEnds(head + inside.Start, below + inside.End);
    }

    /// <summary>The units of a span; copied only when they do not stand together.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span)
    {
        if (span.End <= _head)
            return _base.AsSpan(span.Start, span.Length);
        if (span.Start >= MiddleEnd)
            return _base.AsSpan(span.Start - Growth, span.Length);
        return span.Start >= _head && span.End <= MiddleEnd ? _middle.AsSpan(span.Start - _head, span.Length) : Join(span);
    }

    /// <summary>The units of a span as a string.</summary>
    public string ToString(TextSpan span) => Slice(span).ToString();

    /// <inheritdoc/>
    public override string ToString() => _whole ??= Join(new TextSpan(0, Length));

    /// <summary>The text after one replacement.</summary>
    public SourceText With(TextEdit edit)
    {
        var (start, end) = (edit.Span.Start, edit.Span.End);
        var isFirst = ReferenceEquals(_whole, _base);
        if (!isFirst && Math.Max(end, MiddleEnd) - Math.Min(start, _head) > LongestMiddle)
            return From(ToString()).With(edit);
        if (!isFirst)
            start = Math.Min(start, _head);
        while (start > 0 && this[start - 1] != '\n')
            start--;
        if (isFirst || end >= MiddleEnd)
            end = BehindLineFeed(end);
        else
            end = MiddleEnd;
        var middle = string.Concat(
            Slice(TextSpan.Between(start, edit.Span.Start)), edit.NewText, Slice(TextSpan.Between(edit.Span.End, end)));
        return new SourceText(this, start, middle, end - Growth);
    }

    /// <summary>The span of a line without its line end.</summary>
    /// <param name="line">Line, from 0.</param>
    public TextSpan LineSpan(int line)
    {
        var start = LineStart(line);
        var end = line + 1 < LineCount ? LineStart(line + 1) : Length;
        if (end > start && this[end - 1] == '\n')
            end--;
        if (end > start && this[end - 1] == '\r')
            end--;
        return TextSpan.Between(start, end);
    }

    /// <summary>The line, from 0, on which an offset lies.</summary>
    public int LineAt(int offset)
    {
        var (low, high) = (0, LineCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (LineStart(middle) <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>Offset to position. An offset outside the text counts as its nearest end.</summary>
    public LinePosition PositionAt(int offset, PositionEncoding encoding = PositionEncoding.Utf16)
    {
        offset = Math.Clamp(offset, 0, Length);
        var line = LineAt(offset);
        var start = LineStart(line);
        var character = encoding == PositionEncoding.Utf16
            ? offset - start
            : Encoding.UTF8.GetByteCount(Slice(TextSpan.Between(start, offset)));
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
            return Length;
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

    /// <summary>The offset behind the next LF at or behind an offset, or the end of the text.</summary>
    private int BehindLineFeed(int offset)
    {
        while (offset < Length && this[offset] != '\n')
            offset++;
        return Math.Min(offset + 1, Length);
    }

    /// <summary>The units of a span that lies across seams.</summary>
    private string Join(TextSpan span) => string.Concat(
        _base.AsSpan(0, _head)[Math.Min(span.Start, _head)..Math.Min(span.End, _head)],
        _middle.AsSpan()[Within(span.Start)..Within(span.End)],
        _base.AsSpan(_tail)[Math.Max(0, span.Start - MiddleEnd)..Math.Max(0, span.End - MiddleEnd)]);

    private int Within(int offset) => Math.Clamp(offset - _head, 0, _middle.Length);

    private int LineStart(int line)
    {
        var seams = Seams;
        if (line < seams.Above)
            return _baseLineStarts.Value[line];
        line -= seams.Above;
        return line < seams.Middle.Length
            ? _head + seams.Middle[line]
            : _baseLineStarts.Value[seams.Below + line - seams.Middle.Length] + Growth;
    }

    private LineSeams FindSeams()
    {
        var starts = _baseLineStarts.Value;
        return new LineSeams(UpTo(_head), FindLineStarts(_middle, 1), UpTo(_tail));

        int UpTo(int offset)
        {
            var index = starts.BinarySearch(offset);
            return index >= 0 ? index + 1 : ~index;
        }
    }

    /// <param name="text">A text.</param>
    /// <param name="first">The first line that counts.</param>
    private static ImmutableArray<int> FindLineStarts(string text, int first)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        if (first == 0)
            starts.Add(0);
        for (var offset = 0; offset < text.Length;)
        {
            var next = text.AsSpan(offset).IndexOfAny('\r', '\n');
            if (next < 0)
                break;
            offset += next + 1;

            // CR LF is one line end, which stops behind the LF.
            if (text[offset - 1] == '\n' || offset == text.Length || text[offset] != '\n')
                starts.Add(offset);
        }

        return starts.DrainToImmutable();
    }

    /// <summary>Where the lines of a text stand.</summary>
    /// <param name="Above">How many lines of the base begin at the head's end or above.</param>
    /// <param name="Middle">Where lines begin in the middle, the line at its very start not counted.</param>
    /// <param name="Below">The first line of the base that begins behind the tail's start.</param>
    private sealed record LineSeams(int Above, ImmutableArray<int> Middle, int Below);
}
