using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>A file or folder that gets another path.</summary>
/// <param name="Old">Its path now.</param>
/// <param name="New">Its path then.</param>
public sealed record FileMove(DocumentPath Old, DocumentPath New)
{
    /// <summary>
    /// Where a file or folder will be. LSP names a folder without what is in it, so the nearest folder that moves takes it along.
    /// </summary>
    public static DocumentPath After(ImmutableArray<FileMove> moves, DocumentPath path) =>
        moves.Where(move => path.IsWithin(move.Old)).MaxBy(move => move.Old.Path.Length) is not { } nearest ? path
            : path.RelativeTo(nearest.Old) is "." ? nearest.New
            : nearest.New.Resolve(path.RelativeTo(nearest.Old));
}
