using System.Collections.Immutable;

namespace Dockstage.Core.Rules;

/// <summary>The severities that a user has chosen: <c>dockstage.rules</c>.</summary>
/// <param name="Severities">By rule code; a rule that is not there keeps its own.</param>
public sealed record RuleSettings(ImmutableDictionary<string, Severity> Severities)
{
    /// <summary>Every rule as it comes.</summary>
    public static RuleSettings Default { get; } = new(ImmutableDictionary<string, Severity>.Empty);

    /// <summary>The severity of a rule's findings.</summary>
    public Severity Of(IRule rule) => Severities.GetValueOrDefault(rule.Code, rule.DefaultSeverity);

    /// <summary>Whether the user chose it.</summary>
    public bool Chooses(IRule rule) => Severities.ContainsKey(rule.Code);
}
