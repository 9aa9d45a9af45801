using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>
/// A use of a variable in a word that BuildKit expands: <c>$name</c> or <c>${name…}</c>. There is none behind an escape character nor
/// between single quotes. Offsets count from the instruction's start.
/// </summary>
public sealed record VariableReference
{
    /// <summary>From the dollar sign to the closing brace, or to where a half-written one ends.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The name: letters, digits and <c>_</c>, or digits, or one of <c>@ * # ? - $ !</c>; empty where it is still missing.</summary>
    public required PlacedText Name { get; init; }

    /// <summary>What is to be done with the value.</summary>
    public VariableOperator Operator { get; init; }

    /// <summary>
    /// What stands behind the operator, quotes and escapes kept: the default, the message, the pattern. Null without operator.
    /// </summary>
    public PlacedText? Word { get; init; }

    /// <summary>What takes the place of a match, quotes and escapes kept; null for operators other than <c>/</c> and <c>//</c>.</summary>
    public PlacedText? Replacement { get; init; }

    /// <summary>The references in <see cref="Word"/> and <see cref="Replacement"/>, in order.</summary>
    public ImmutableArray<VariableReference> Nested { get; init; } = [];

    /// <summary>This one and all that are nested in it, in the order in which they begin.</summary>
    public IEnumerable<VariableReference> WithNested() => Nested.SelectMany(nested => nested.WithNested()).Prepend(this);
}
