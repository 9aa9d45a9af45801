using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>A finding in one document.</summary>
public sealed record Diagnostic
{
    /// <summary>The rule's code: a name of the contract, such as <c>TargetNotFound</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How grave it is, settings applied.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The words at fault.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is wrong and what can be done.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>Places elsewhere that explain it.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];
}
