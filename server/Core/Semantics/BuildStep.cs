using System.Collections.Immutable;

namespace Dockstage.Core.Semantics;

/// <summary>A stage that a build runs.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Reasons">Why; at least one, the target first and then in the order of the stages that need it.</param>
public sealed record BuildStep(Stage Stage, ImmutableArray<BuildReason> Reasons);
