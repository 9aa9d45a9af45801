namespace Dockstage.Core.Semantics;

/// <summary>One reason for which a build runs a stage.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">
/// Where in the file it is written: the FROM of the target, else the name of the stage in the place that needs it.
/// </param>
public sealed record BuildReason(BuildReasonKind Kind, int Offset);
