namespace Dockstage.Core.Text;

/// <summary>A range of UTF-16 code units in a text: <see cref="Start"/> inclusive, <see cref="End"/> exclusive, both counted from 0.</summary>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="Length">Number of units; 0 for a place between two units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset behind the last unit.</summary>
    public int End => Start + Length;

    /// <summary>Whether the span holds no unit.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The span between two offsets.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The empty span at an offset.</summary>
    public static TextSpan At(int offset) => new(offset, 0);

    /// <summary>
    /// Whether a cursor at <paramref name="offset"/> touches the span. A cursor stands between units, so both ends count: behind
    /// the last letter of a word one still is at the word.
    /// </summary>
    public bool Touches(int offset) => offset >= Start && offset <= End;

    /// <summary>Whether the whole of <paramref name="other"/> lies inside.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>The same span, moved.</summary>
    public TextSpan Shift(int by) => new(Start + by, Length);
}
