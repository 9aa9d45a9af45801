using Dockstage.Core.Text;

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
    /// <summary>
    /// Whether what is needed is there when it is needed. BuildKit runs stages in file order: the needed one must stand above its user, or
    /// be given by a named context. What a stage gets through ONBUILD may be itself, because it is checked later than circles are.
    /// </summary>
    public bool IsInOrder =>
        Needed.Index < User.Index
        || Needed.ReplacedBy is not null
        || (Kind == BuildReasonKind.Onbuild && Needed.Index == User.Index);

    /// <summary>BuildKit's text for one that is not in order, when its user is to be run.</summary>
    public string OrderText => Reference.Kind == StageReferenceKind.MountFrom
        ? $"cannot mount from stage {QuotedText.Of(Reference.Text)} to {QuotedText.Of(Reference.MountTarget)}, "
            + "stage needs to be defined before current command"
        : $"cannot copy from stage {QuotedText.Of(Reference.Text)}, "
            + $"it needs to be defined before current stage {QuotedText.Of(User.LogName)}";
}
