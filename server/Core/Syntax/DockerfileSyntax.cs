using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>A whole Dockerfile as pieces in file order; joined, their texts are the file again.</summary>
public sealed class DockerfileSyntax
{
    private readonly ImmutableArray<int> _starts;

    private DockerfileSyntax(
        ImmutableArray<DockerfileItem> items, ImmutableArray<int> starts, ImmutableArray<int> froms, ImmutableArray<int> unclosed)
    {
        Items = items;
        _starts = starts;
        Froms = froms;
        Unclosed = unclosed;
    }

    /// <summary>The pieces.</summary>
    public ImmutableArray<DockerfileItem> Items { get; }

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
        .. Items.SelectMany((item, index) => item.AllErrors.Select(error => error with { Span = error.Span.Shift(_starts[index]) })),
    ];

    /// <summary>The places in <see cref="Items"/> of instructions that miss the closing line of a heredoc, in order.</summary>
    internal ImmutableArray<int> Unclosed { get; }

    /// <summary>The offset in the file at which a piece begins.</summary>
    /// <param name="index">The piece's place in <see cref="Items"/>.</param>
    public int StartOf(int index) => _starts[index];

    /// <summary>
    /// The place in <see cref="Items"/> of the piece to which an offset belongs, that is the one behind it where two meet; the last one
    /// for the end of the file, −1 in an empty file.
    /// </summary>
    public int IndexAt(int offset)
    {
        var index = _starts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

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

        /// <summary>Adds one piece.</summary>
        public void Add(DockerfileItem item)
        {
            if (item is Instruction { Keyword: InstructionKeyword.From })
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
            var (move, shift) = (_items.Count - first, End - other._starts[first]);
            _items.AddRange(other.Items.AsSpan()[first..end]);
            if (shift == 0)
            {
                _starts.AddRange(other._starts.AsSpan()[first..end]);
            }
            else
            {
                foreach (var start in other._starts.AsSpan()[first..end])
                    _starts.Add(start + shift);
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
