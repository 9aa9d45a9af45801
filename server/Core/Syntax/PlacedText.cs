using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>
/// A text read out of an instruction with something left out — line continuations, quotes, escapes — in which every unit still knows
/// where it is written. An <em>index</em> counts units of <see cref="Text"/>; an <em>offset</em> counts units from the instruction's start.
/// </summary>
public sealed class PlacedText
{
    private readonly ImmutableArray<Run> _runs;
    private readonly int _end;

    private PlacedText(string text, ImmutableArray<Run> runs, int end)
    {
        Text = text;
        _runs = runs;
        _end = end;
    }

    /// <summary>What is left.</summary>
    public string Text { get; }

    /// <summary>
    /// From its first unit to its last, whatever was left out between them included; empty at its place for an empty text.
    /// </summary>
    public TextSpan Span => SpanOf(0, Text.Length);

    /// <summary>The text of a region without its gaps.</summary>
    /// <param name="source">The text in which offsets count.</param>
    /// <param name="region">What to read of it.</param>
    /// <param name="gaps">What to leave out, in order, inside the region.</param>
    public static PlacedText Without(ReadOnlySpan<char> source, TextSpan region, ImmutableArray<TextSpan> gaps)
    {
        if (gaps.IsEmpty)
            return InOnePiece(source[region.Start..region.End].ToString(), region.Start);
        var builder = new Builder(region.Start);
        var start = region.Start;
        foreach (var gap in gaps)
        {
            builder.Add(source[start..gap.Start], start);
            start = gap.End;
        }

        // What a gap at the end leaves open goes on before the gap, where the cursor is.
        if (start < region.End)
            builder.Add(source[start..region.End], start);
        return builder.Build();
    }

    /// <summary>
    /// The offset at which the unit of an index is written; for the index behind the last unit, where a further one would be.
    /// </summary>
    public int OffsetAt(int index)
    {
        if (index >= Text.Length)
            return _end;
        var run = _runs[RunAt(index)];
        return run.Offset + index - run.Index;
    }

    /// <summary>Where a part is written; an empty one right behind the unit before it.</summary>
    public TextSpan SpanOf(int index, int length) =>
        length == 0 ? TextSpan.At(PlaceAt(index)) : TextSpan.Between(OffsetAt(index), OffsetAt(index + length - 1) + 1);

    /// <summary>A part of it.</summary>
    public PlacedText Slice(int index, int length)
    {
        if (length == 0)
            return InOnePiece("", PlaceAt(index));
        if (_runs.Length == 1)
            return InOnePiece(Text.Substring(index, length), OffsetAt(index));
        var builder = new Builder(OffsetAt(index));
        builder.Add(this, index, length);
        return builder.Build();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The run in which the unit of an index is written.</summary>
    private int RunAt(int index)
    {
        var (low, high) = (0, _runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].Index <= index)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static PlacedText InOnePiece(string text, int offset) => new(text, [new Run(0, offset)], offset + text.Length);

    private int PlaceAt(int index) => index == 0 || index >= Text.Length ? OffsetAt(index) : OffsetAt(index - 1) + 1;

    /// <summary>Units written one behind the other.</summary>
    private readonly record struct Run(int Index, int Offset);

    /// <summary>Puts a text together from pieces in the order in which they are written.</summary>
    /// <param name="place">Offset at which the text would be written if no piece is added.</param>
    internal sealed class Builder(int place)
    {
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<Run>.Builder _runs = ImmutableArray.CreateBuilder<Run>();
        private int _end = place;
        private int _unitsEnd = -1;

        /// <summary>Adds units written at an offset. An empty piece only says where the text goes on.</summary>
        public void Add(ReadOnlySpan<char> units, int offset)
        {
            _end = offset + units.Length;
            if (units.IsEmpty)
                return;
            if (offset != _unitsEnd)
                _runs.Add(new Run(_text.Length, offset));
            _text.Append(units);
            _unitsEnd = _end;
        }

        /// <summary>Adds a part of another text.</summary>
        public void Add(PlacedText source, int index, int length)
        {
            if (length == 0)
            {
                Add([], source.PlaceAt(index));
                return;
            }

            var end = index + length;
            for (var run = source.RunAt(index); run < source._runs.Length && source._runs[run].Index < end; run++)
            {
                var runEnd = run + 1 < source._runs.Length ? source._runs[run + 1].Index : source.Text.Length;
                var from = Math.Max(index, source._runs[run].Index);
                var to = Math.Min(end, runEnd);
                Add(source.Text.AsSpan(from, to - from), source._runs[run].Offset + from - source._runs[run].Index);
            }
        }

        public PlacedText Build() => new(_text.ToString(), _runs.ToImmutable(), _end);
    }
}
