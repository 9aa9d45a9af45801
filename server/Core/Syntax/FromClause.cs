using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>What FROM says: <c>base [AS name]</c>. Offsets count from the instruction's start.</summary>
public sealed record FromClause
{
    /// <summary>The base as written, quotes kept; empty, at the place where it would stand, when it is missing.</summary>
    public required PlacedText Base { get; init; }

    /// <summary>
    /// The base and the blanks before it, up to but not touching the word before; to the end of the line when the base is missing. Null
    /// where no base can be written, because no blank separates it from the word before.
    /// </summary>
    public required TextSpan? BaseReach { get; init; }

    /// <summary>The word <c>AS</c>, or null.</summary>
    public TextSpan? AsSpan { get; init; }

    /// <summary>The name behind <c>AS</c> as written, or null.</summary>
    public PlacedText? Name { get; init; }
}
