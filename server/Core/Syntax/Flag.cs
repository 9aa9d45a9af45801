using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary><c>--name=value</c> between keyword and arguments. Offsets count from the instruction's start.</summary>
public sealed record Flag
{
    /// <summary>The whole word, quotes included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The name without its dashes; letter case counts.</summary>
    public required PlacedText Name { get; init; }

    /// <summary>The value, quotes and escapes removed; empty for <c>--name=</c>, null for <c>--name</c>.</summary>
    public required PlacedText? Value { get; init; }

    /// <summary>The parts of a comma-separated value (<c>--mount</c>); empty for other flags.</summary>
    public ImmutableArray<FlagOption> Options { get; init; } = [];
}
