namespace Dockstage.Core.Parsing;

/// <summary>A part of the line that a grammar reads.</summary>
/// <param name="Index">Index of its first unit.</param>
/// <param name="Length">Number of units.</param>
internal readonly record struct Piece(int Index, int Length)
{
    /// <summary>Index behind its last unit.</summary>
    public int End => Index + Length;
}
