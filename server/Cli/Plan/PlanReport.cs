using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;

namespace Dockstage.Cli.Plan;

/// <summary>What a build does, before it is written in any format.</summary>
/// <param name="Shown">The path of the Dockerfile as people read it.</param>
/// <param name="Model">The Dockerfile as that build understands it.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Language">The reader's language.</param>
internal sealed record PlanReport(string Shown, DockerfileModel Model, BuildPlan Plan, Language Language)
{
    /// <summary>Why BuildKit refuses the build; empty where another front end than Docker's may understand the file otherwise.</summary>
    public ImmutableArray<string> Refusals =>
        Model.UsesForeignFrontend ? [] : [.. Plan.Refusals.Select(refusal => refusal.BuildKitText).Distinct()];

    /// <summary>The line of an offset, from 1.</summary>
    public int LineOf(int offset) => Model.Text.LineAt(offset) + 1;

    /// <summary>The stage in which a reason is written.</summary>
    public Stage StageOf(BuildReason reason) => Model.Stages.Last(stage => stage.Span.Start <= reason.Offset);
}
