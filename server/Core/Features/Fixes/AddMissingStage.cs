using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Adds the stage that a target names to the Dockerfile, on the base of the last stage. It comes above the last stage, not below: the last
/// one is what a build without a target builds, and that must stay so.
/// </summary>
public sealed class AddMissingStage : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is TargetNotFound;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Target is not { Target: { Literal: { } value } } target
            || request.Snapshot.Resolve(target) is not ResolvedDockerfile.Found { Model: var model } found
            || model.DefaultStage is not { BaseText.Length: > 0, Base: not StageBase.Unresolved } last
            || NewStageName.RefusalOf(value.Text, model, last with { Index = -1, Name = null }) is not null)
        {
            yield break;
        }

        var place = NewLine.PlaceOf(model, last);
        var from = ((Instruction)model.Syntax.Items[place]).Parts;
        var keyword = NewLine.Keyword("FROM", from);
        var line = $"{keyword} {last.BaseText} {NewLine.Keyword("AS", from)} {value.Text.ToLowerInvariant()}";
        yield return new CodeFix(
            MessageTable.FixAddStage.With(value.Text, found.Path.SeenFrom(value.File)),
            () => FixChange.Of([(found.Path, NewLine.Above(model, place, line, ""))]));
    }
}
