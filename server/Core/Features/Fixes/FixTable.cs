using System.Collections.Immutable;

namespace Dockstage.Core.Features.Fixes;

/// <summary>The list of all fixes.</summary>
public static class FixTable
{
    /// <summary>All of them, in the order in which they are offered for one finding.</summary>
    public static ImmutableArray<IFix> All { get; } =
    [
        // Other words in the same place
        new UseSuggestion(),
        new LowerCaseStage(),
        new LowerCaseBase(),
        new UseStageName(),
        new UseKeyValueFormat(),
        new UseLabelForMaintainer(),
        new UseJsonForm(),

        // Less
        new RemoveEmptyContinuation(),
        new RemoveTargetPlatform(),
        new RemoveUnusedContext(),
        new UseDefaultTarget(),

        // More
        new DeclareArgInStage(),
        new DeclareArgAboveFrom(),
        new AddStageForVariable(),
        new AddMissingStage(),
        new CreateDockerfile(),

        // Nothing
        new SkipRule(),
    ];
}
