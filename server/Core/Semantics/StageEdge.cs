namespace Dockstage.Core.Semantics;

/// <summary>That one stage needs another.</summary>
/// <param name="User">The stage that needs.</param>
/// <param name="Needed">The stage that is needed.</param>
/// <param name="Kind">How; never <see cref="BuildReasonKind.Target"/>.</param>
/// <param name="Reference">
/// Where it is written: in <paramref name="User"/>, but for <see cref="BuildReasonKind.Onbuild"/> in the stage that it is built on.
/// </param>
public sealed record StageEdge(Stage User, Stage Needed, BuildReasonKind Kind, StageReference Reference)
{
    /// <summary>Whether the needed stage stands above its user. BuildKit refuses to build a stage that needs itself or one below.</summary>
    public bool IsInOrder => Needed.Index < User.Index;
}
