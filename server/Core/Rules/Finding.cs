using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>What a rule has found, before settings decide how grave it is.</summary>
/// <param name="Span">The words at fault.</param>
/// <param name="Message">What is wrong and what can be done.</param>
public sealed record Finding(TextSpan Span, LocalizedText Message)
{
    /// <summary>Places elsewhere that explain it.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>What surely was meant in place of the words at fault, or null: the did-you-mean.</summary>
    public string? Replacement { get; init; }

    /// <summary>How the words are shown.</summary>
    public FindingTag Tag { get; init; }
}
