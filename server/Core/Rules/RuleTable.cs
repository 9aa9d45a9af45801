using System.Collections.Immutable;

namespace Dockstage.Core.Rules;

/// <summary>The list of all rules.</summary>
public static class RuleTable
{
    /// <summary>All of them, in the order of their findings.</summary>
    public static ImmutableArray<IRule> All { get; } =
    [
        new TargetNotFound(),
        new DockerfileNotFound(),
    ];
}
