using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Targets;

/// <summary>A stage as a row of the tree of build targets.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="CanBeTarget">Whether a build can ask for it.</param>
/// <param name="IsDefault">Whether a build without a target builds it.</param>
/// <param name="Runs">How many stages a build of it runs; null where there are too many to count for each.</param>
/// <param name="BuiltBy">The builds that ask for it.</param>
public sealed record StageTarget(Stage Stage, bool CanBeTarget, bool IsDefault, int? Runs, ImmutableArray<BuildTarget> BuiltBy)
{
    /// <summary>The stages of a Dockerfile in file order; none for a document that is none. A half-written FROM is no stage yet.</summary>
    public static ImmutableArray<StageTarget> In(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        if (snapshot.StagesIn(path) is not { } model)
            return [];
        var builders = snapshot.BuildTargetsOf(path).ToLookup(build => build.Target is { IsDynamic: true } ? null : model.FindTarget(build.Target?.Text ?? "")?.Index);
        var isCounted = model.Stages.Length <= Limits.PlannedStages;
        return
        [
            .. from stage in model.Stages
               where stage.BaseText.Length > 0
               select new StageTarget(
                   stage,
                   model.CanBeTarget(stage),
                   stage.Index == model.Stages.Length - 1,
                   isCounted ? model.PlanFor(stage).Runs.Length : null,
                   [.. builders[stage.Index]]),
        ];
    }
}
