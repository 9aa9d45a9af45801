using System.Collections.Immutable;

namespace Dockstage.Core.Tests.Golden;

/// <summary>What a build of one target ran.</summary>
/// <param name="Target">The target; empty for none.</param>
/// <param name="Runs">The indexes of the stages of which the engine ran a step, ascending.</param>
/// <param name="Error">Why the build failed, or null.</param>
internal sealed record GoldenPlan(string Target, ImmutableArray<int> Runs, string? Error);
