using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Writes the name of a stage in small letters wherever it is named, also in <c>FROM Build</c>, which does not find the stage until then.
/// BuildKit compares names in any letter case everywhere else, so that nothing else changes.
/// </summary>
public sealed class LowerCaseStage : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is StageNameCasing;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Dockerfile is not { } model || model.DeclarationAt(request.Span.Start) is not { Name: { } name } stage)
            yield break;
        yield return new CodeFix(MessageTable.FixLowerCaseStage.With(name), () => ChangeOf(request, model, stage, name))
        {
            IsPreferred = true,
            IsSafeForAll = true,
        };
    }

    private static FixChange ChangeOf(FixRequest request, DockerfileModel model, Stage stage, string name)
    {
        var edits = new List<(DocumentPath, TextEdit)> { (request.Path, new TextEdit(request.Span, name)) };
        foreach (var mention in StageMentions.Of(request.Snapshot, request.Path, model, stage))
        {
            if (mention.Text == name || !mention.Text.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            if ((mention.Kind == StageMentionKind.Target ? ValueEdit.Of(request.Snapshot, mention.Place, mention.Text, name) : new TextEdit(mention.Span, name)) is { } edit)
                edits.Add((mention.File, edit));
        }

        foreach (var other in model.Stages.Where(other => LowerCaseBase.MeantBy(model, other)?.Index == stage.Index))
            edits.Add((request.Path, new TextEdit(other.BaseSpan, name)));
        return FixChange.Of(edits);
    }
}
