using System.Collections.Immutable;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Parsing;

/// <summary>A word of the line that a grammar reads.</summary>
/// <param name="Index">Index of its first unit.</param>
/// <param name="End">Index behind its last unit.</param>
/// <param name="Pieces">What counts of it, in order; an empty piece says where a quoted text begins or ends.</param>
internal readonly record struct Word(int Index, int End, ImmutableArray<Piece> Pieces)
{
    /// <summary>What counts of it.</summary>
    public PlacedText In(PlacedText line)
    {
        var builder = new PlacedText.Builder(line.SpanOf(Index, 0).Start);
        foreach (var piece in Pieces)
            builder.Add(line, piece.Index, piece.Length);
        return builder.Build();
    }
}
