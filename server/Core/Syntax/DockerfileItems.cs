using System.Collections;
using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>
/// The pieces of a file in order, and never changed. After edits near to each other they are those of an earlier file with some replaced
/// in the middle, so that a keystroke in a file of many thousand pieces copies a few.
/// </summary>
public sealed class DockerfileItems : IReadOnlyList<DockerfileItem>
{
    /// <summary>Most pieces that are kept apart before all are put into one array again.</summary>
    private const int LongestMiddle = 256;

    // The pieces are _base[..Head], _middle, _base[_tail..].
    private readonly ImmutableArray<DockerfileItem> _base;
    private readonly ImmutableArray<DockerfileItem> _middle;
    private readonly int _tail;

    internal DockerfileItems(ImmutableArray<DockerfileItem> items)
        : this(items, items.Length, [], items.Length)
    {
    }

    private DockerfileItems(ImmutableArray<DockerfileItem> items, int head, ImmutableArray<DockerfileItem> middle, int tail) =>
        (_base, Head, _middle, _tail) = (items, head, middle, tail);

    /// <summary>How many there are.</summary>
    public int Length => _base.Length + Growth;

    /// <inheritdoc/>
    int IReadOnlyCollection<DockerfileItem>.Count => Length;

    /// <summary>The place of the first piece of the middle.</summary>
    internal int Head { get; }

    /// <summary>The place behind the last piece of the middle.</summary>
    internal int MiddleEnd => Head + _middle.Length;

    /// <summary>How many more pieces there are than in the earlier file.</summary>
    internal int Growth => Head + _middle.Length - _tail;

    /// <summary>The piece at a place.</summary>
    public DockerfileItem this[int place] =>
        place < Head ? _base[place] : place < MiddleEnd ? _middle[place - Head] : _base[place - Growth];

    /// <inheritdoc/>
    public IEnumerator<DockerfileItem> GetEnumerator()
    {
        for (var place = 0; place < Length; place++)
            yield return this[place];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>With some pieces replaced, or null when these are too far from those that were replaced before.</summary>
    internal DockerfileItems? With(int first, int end, IReadOnlyList<DockerfileItem> pieces)
    {
        var isFirst = Head == _base.Length && _middle.IsEmpty;
        var (head, tail) = isFirst ? (first, end) : (Math.Min(first, Head), Math.Max(end, MiddleEnd));
        if (tail - head + pieces.Count > LongestMiddle)
            return null;
        var middle = ImmutableArray.CreateBuilder<DockerfileItem>(tail - head + pieces.Count);
        for (var place = head; place < first; place++)
            middle.Add(this[place]);
        middle.AddRange(pieces);
        for (var place = end; place < tail; place++)
            middle.Add(this[place]);
        return new DockerfileItems(_base, head, middle.DrainToImmutable(), tail - Growth);
    }
}
