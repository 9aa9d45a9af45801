using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// <c>base [AS name]</c>. BuildKit: words are separated by blanks only, quotes do not group, one word or three. Any other number is
/// an error there; here it still gives what can be told.
/// </summary>
internal static class FromGrammar
{
    /// <summary>Reads the arguments of a FROM.</summary>
    /// <param name="arguments">At the first argument, ending with the last.</param>
    /// <param name="line">The whole line, blanks at its end included.</param>
    /// <param name="headEnd">Index behind keyword and flags.</param>
    public static FromClause Read(LogicalLineInput arguments, PlacedText line, int headEnd)
    {
        Piece[] words = [.. WordGrammar.Blanked(arguments).Value];
        var isBaseMissing = words.Length == 0 || (words.Length == 2 && IsAs(line, words[0]));
        if (isBaseMissing)
            words = [new Piece(Math.Min(headEnd + 1, line.Text.Length), 0), .. words];
        var hasAs = words.Length > 1 && IsAs(line, words[1]);
        return new FromClause
        {
            Base = line.Slice(words[0].Index, words[0].Length),
            BaseReach = isBaseMissing
                ? ReachOfMissing(line, headEnd, hasAs ? words[1] : null)
                : TextSpan.Between(line.OffsetAt(headEnd) + (words[0].Index > headEnd ? 1 : 0), line.SpanOf(words[0].Index, words[0].Length).End),
            AsSpan = hasAs ? line.SpanOf(words[1].Index, words[1].Length) : null,
            Name = hasAs && words.Length > 2 ? line.Slice(words[2].Index, words[2].Length) : null,
        };
    }

    private static bool IsAs(PlacedText line, Piece word) =>
        line.Text.AsSpan(word.Index, word.Length).Equals("as", StringComparison.OrdinalIgnoreCase);

    private static TextSpan? ReachOfMissing(PlacedText line, int headEnd, Piece? asWord)
    {
        if (headEnd == line.Text.Length)
            return null;
        var start = line.OffsetAt(headEnd) + 1;

        // A name begun right before AS would grow together with it.
        var end = asWord is { } word ? line.OffsetAt(word.Index) - 1 : line.OffsetAt(line.Text.Length);
        return start <= end ? TextSpan.Between(start, end) : null;
    }
}
