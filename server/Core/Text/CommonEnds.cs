namespace Dockstage.Core.Text;

/// <summary>What two texts share: so many UTF-16 units at their starts, and so many at their ends that the two never overlap.</summary>
/// <param name="Start">Units shared at the starts.</param>
/// <param name="End">Units shared at the ends.</param>
public readonly record struct CommonEnds(int Start, int End)
{
    private const int Block = 1024;

    /// <summary>Compares two texts.</summary>
    public static CommonEnds Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var start = a.CommonPrefixLength(b);
        return new CommonEnds(start, CommonSuffixLength(a[start..], b[start..]));
    }

    /// <summary>Whole blocks first, because those are compared by many units at once.</summary>
    private static int CommonSuffixLength(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var shortest = Math.Min(a.Length, b.Length);
        var length = 0;
        while (length + Block <= shortest
            && a.Slice(a.Length - length - Block, Block).SequenceEqual(b.Slice(b.Length - length - Block, Block)))
            length += Block;
        while (length < shortest && a[^(length + 1)] == b[^(length + 1)])
            length++;
        return length;
    }
}
