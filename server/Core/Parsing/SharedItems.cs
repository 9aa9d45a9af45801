namespace Dockstage.Core.Parsing;

/// <summary>How many pieces an edited file has in common with the file before the edit: the very same objects.</summary>
/// <param name="Above">Pieces at the top.</param>
/// <param name="Below">Pieces at the bottom; no piece is counted twice.</param>
public readonly record struct SharedItems(int Above, int Below);
