using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>One <c>key=value</c> of an ENV, LABEL or ARG. Offsets count from the instruction's start.</summary>
/// <param name="Span">All of it.</param>
/// <param name="Key">The key, quotes and escapes kept.</param>
/// <param name="Value">The value, quotes and escapes kept; empty for <c>key=</c>; null for an ARG without default.</param>
public sealed record Assignment(TextSpan Span, PlacedText Key, PlacedText? Value)
{
    /// <summary>Whether it is written the old way, <c>ENV key value</c>: one to an instruction, the value being all that follows.</summary>
    public bool IsLegacy { get; init; }
}
