using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>A whole Dockerfile as pieces in file order; joined, their texts are the file again.</summary>
public sealed class DockerfileSyntax
{
    private readonly ImmutableArray<int> _starts;

    // As with the text, a keystroke must not copy a whole file: below the seam, starts are moved by so much.
    private readonly ImmutableArray<int> _middleStarts = [];
    private readonly int _move;

    private DockerfileSyntax(
        ImmutableArray<DockerfileItem> items, ImmutableArray<int> starts, ImmutableArray<int> froms, ImmutableArray<int> unclosed)
    {
        Items = new DockerfileItems(items);
        _starts = starts;
        Froms = froms;
        Unclosed = unclosed;
    }

    private DockerfileSyntax(DockerfileItems items, ImmutableArray<int> starts, ImmutableArray<int> middleStarts, int move, ImmutableArray<int> froms)
    {
        Items = items;
        _starts = starts;
        _middleStarts = middleStarts;
        _move = move;
        Froms = froms;
        Unclosed = [];
    }

    /// <summary>The pieces.</summary>
    public DockerfileItems Items { get; }

    /// <summary>The places of the FROM instructions in <see cref="Items"/>, in order.</summary>
    public ImmutableArray<int> Froms { get; }

    /// <summary>The escape character for the whole file.</summary>
    public required char Escape { get; init; }

    /// <summary>The image of the front end that is to read the file (<c># syntax=</c>), or null when it does not say.</summary>
    public string? FrontEnd { get; init; }

    /// <summary>The options for BuildKit's linter (<c># check=</c>), or null.</summary>
    public string? CheckOptions { get; init; }

    /// <summary>
    /// The errors of all pieces, with spans in the file, in order. Asking reads the content of every instruction that has not been asked
    /// for it yet.
    /// </summary>
    public ImmutableArray<SyntaxError> Errors =>
    [
        .. Items.SelectMany((item, index) => item.AllErrors.Select(error => error with { Span = error.Span.Shift(StartOf(index)) })),
    ];

    /// <summary>The places in <see cref="Items"/> of instructions that miss the closing line of a heredoc, in order.</summary>
    internal ImmutableArray<int> Unclosed { get; }

    /// <summary>The offset in the file at which a piece begins.</summary>
    /// <param name="index">The piece's place in <see cref="Items"/>.</param>
    public int StartOf(int index) =>
        index < Items.Head ? _starts[index]
        : index < Items.MiddleEnd ? _middleStarts[index - Items.Head]
        : _starts[index - Items.Growth] + _move;

    /// <summary>
    /// The place in <see cref="Items"/> of the piece to which an offset belongs, that is the one behind it where two meet; the last one
    /// for the end of the file, −1 in an empty file.
    /// </summary>
    public int IndexAt(int offset)
    {
        var (low, high) = (0, Items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (StartOf(middle) <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>
    /// The file with some of its pieces replaced by others. There are no directives among them, and no heredoc in the whole file misses
    /// its closing line.
    /// </summary>
    /// <param name="first">The place of the first piece that is replaced.</param>
    /// <param name="end">The place behind the last.</param>
    /// <param name="pieces">What comes in their place.</param>
    internal DockerfileSyntax With(int first, int end, Builder pieces)
    {
        var items = Items.With(first, end, pieces.Items);
        if (items is null)
        {
            var all = new Builder(Items.Length + pieces.Items.Count);
            all.Add(this, 0, first);
            foreach (var item in pieces.Items)
                all.Add(item);
            if (end < Items.Length)
                all.Add(this, end, Items.Length);
            return all.Build(Escape, FrontEnd, CheckOptions);
        }

        var starts = ImmutableArray.CreateBuilder<int>(items.MiddleEnd - items.Head);
        var at = items.Head == 0 ? 0 : StartOf(items.Head - 1) + Items[items.Head - 1].Text.Length;
        for (var index = items.Head; index < items.MiddleEnd; index++)
        {
            starts.Add(at);
            at += items[index].Text.Length;
        }

        var move = items.MiddleEnd < items.Length ? at - _starts[items.MiddleEnd - items.Growth] : 0;
        return new DockerfileSyntax(items, _starts, starts.DrainToImmutable(), move, FromsAfter(first, end, pieces.Items))
        {
            Escape = Escape,
            FrontEnd = FrontEnd,
            CheckOptions = CheckOptions,
        };
    }

    private ImmutableArray<int> FromsAfter(int first, int end, IReadOnlyList<DockerfileItem> pieces)
    {
        var (above, below) = (CountOfFromsAbove(first), CountOfFromsAbove(end));
        var move = pieces.Count - (end - first);
        var isSame = move == 0 && above == below;
        for (var i = 0; isSame && i < pieces.Count; i++)
            isSame = !IsFrom(pieces[i]);
        if (isSame)
            return Froms;
        var froms = ImmutableArray.CreateBuilder<int>(Froms.Length + pieces.Count);
        froms.AddRange(Froms.AsSpan()[..above]);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (IsFrom(pieces[i]))
                froms.Add(first + i);
        }

        foreach (var place in Froms.AsSpan()[below..])
            froms.Add(place + move);
        return froms.DrainToImmutable();
    }

    private int CountOfFromsAbove(int place)
    {
        var index = Froms.BinarySearch(place);
        return index >= 0 ? index : ~index;
    }

    private static bool IsFrom(DockerfileItem item) => item is Instruction { Keyword: InstructionKeyword.From };

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Items);

    /// <summary>Puts a file together from its pieces, new ones and those of another file.</summary>
    /// <param name="capacity">About how many there will be.</param>
    internal sealed class Builder(int capacity)
    {
        private readonly ImmutableArray<DockerfileItem>.Builder _items = ImmutableArray.CreateBuilder<DockerfileItem>(capacity);
        private readonly ImmutableArray<int>.Builder _starts = ImmutableArray.CreateBuilder<int>(capacity);
        private readonly ImmutableArray<int>.Builder _froms = ImmutableArray.CreateBuilder<int>();
        private readonly ImmutableArray<int>.Builder _unclosed = ImmutableArray.CreateBuilder<int>();

        /// <summary>Offset behind the last piece.</summary>
        public int End { get; private set; }

        /// <summary>The pieces so far.</summary>
        public IReadOnlyList<DockerfileItem> Items => _items;

        /// <summary>Whether one of them misses the closing line of a heredoc.</summary>
        public bool HasUnclosed => _unclosed.Count > 0;

        /// <summary>Adds one piece.</summary>
        public void Add(DockerfileItem item)
        {
            if (IsFrom(item))
                _froms.Add(_items.Count);
            if (item is Instruction { HasUnclosedHeredoc: true })
                _unclosed.Add(_items.Count);
            _items.Add(item);
            _starts.Add(End);
            End += item.Text.Length;
        }

        /// <summary>Adds the pieces of another file from one place up to, but not including, another.</summary>
        public void Add(DockerfileSyntax other, int first, int end)
        {
            var (move, shift) = (_items.Count - first, End - other.StartOf(first));
            for (var i = first; i < end; i++)
            {
                _items.Add(other.Items[i]);
                _starts.Add(other.StartOf(i) + shift);
            }

            AddPlaces(_froms, other.Froms, first, end, move);
            AddPlaces(_unclosed, other.Unclosed, first, end, move);
            End = _starts[^1] + _items[^1].Text.Length;
        }

        /// <summary>The file.</summary>
        public DockerfileSyntax Build(char escape, string? frontEnd, string? checkOptions) => new(
            _items.DrainToImmutable(), _starts.DrainToImmutable(), _froms.DrainToImmutable(), _unclosed.DrainToImmutable())
        {
            Escape = escape,
            FrontEnd = frontEnd,
            CheckOptions = checkOptions,
        };

        private static void AddPlaces(ImmutableArray<int>.Builder places, ImmutableArray<int> others, int first, int end, int move)
        {
            foreach (var place in others)
            {
                if (place >= first && place < end)
                    places.Add(place + move);
            }
        }
    }
}
