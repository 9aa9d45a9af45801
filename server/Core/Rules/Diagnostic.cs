using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>A finding in one document.</summary>
public sealed record Diagnostic
{
    /// <summary>The rule that found it.</summary>
    public required IRule Rule { get; init; }

    /// <summary>The rule's code: a name of the contract, such as <c>TargetNotFound</c>.</summary>
    public string Code => Rule.Code;

    /// <summary>How grave it is, settings applied.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The words at fault.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is wrong and what can be done.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>Places elsewhere that explain it.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>What surely was meant in place of the words at fault, or null.</summary>
    public string? Replacement { get; init; }

    /// <summary>How the words are shown.</summary>
    public FindingTag Tag { get; init; }
}
