using System.Globalization;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Names a stage where its index stands: in <c>COPY --from=0</c>, where it works, and in mounts and targets, where BuildKit takes it for
/// something else. A stage without a name gets one, and every index of it becomes that name.
/// </summary>
public sealed class UseStageName : IFix
{
    private static readonly string[] Codes = ["NumericStageReference", "NumericMountSource", "NumericTarget"];

    /// <inheritdoc/>
    public bool IsFor(IRule rule) => Codes.Contains(rule.Code);

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (PlaceOf(request) is not { } place)
            yield break;
        var (dockerfile, model, stage) = (place.Dockerfile, place.Model, place.Stage);
        if (stage.Name is { } name)
        {
            // Of several stages with one name the last is meant.
            if (model.FindTarget(name)?.Index != stage.Index)
                yield break;
            yield return new CodeFix(MessageTable.FixUseStageName.With(name), () => request.Change(EditOf(request, name)))
            {
                IsPreferred = true,
                IsSafeForAll = place.IsWhatIsBuiltNow,
            };
        }
        else if (FromOf(model, stage) is { From.AsSpan: null } from && from.Arguments.Text == from.From.Base.Text)
        {
            var proposal = StageNameProposal.For(model, stage);
            yield return new CodeFix(
                MessageTable.FixNameStage.With(stage.Label, proposal), () => NameStage(request, dockerfile, model, stage, from, proposal))
            {
                IsPreferred = true,
            };
        }
    }

    private static FixChange NameStage(
        FixRequest request, DocumentPath dockerfile, DockerfileModel model, Stage stage, InstructionParts from, string name)
    {
        var declaration = new TextEdit(TextSpan.At(stage.BaseSpan.End), $" {NewLine.Keyword("AS", from)} {name}");
        var uses = StageMentions.Of(request.Snapshot, dockerfile, model, stage)
            .Where(mention => mention.Kind == StageMentionKind.CopyFrom)
            .Select(mention => (mention.File, new TextEdit(mention.Span, name)));
        return FixChange.Of(uses.Prepend((dockerfile, declaration)).Append((request.Path, EditOf(request, name))));
    }

    private static TextEdit EditOf(FixRequest request, string name) => request.Target is { Target: { } value }
        ? request.Rewrite(value, name)
        : new TextEdit(request.Reference!.Span, name);

    private static InstructionParts? FromOf(DockerfileModel model, Stage stage) =>
        ((Instruction)model.Syntax.Items[NewLine.PlaceOf(model, stage)]).Parts;

    private static Place? PlaceOf(FixRequest request)
    {
        if (request.Target is { Target: { } value } target)
        {
            return request.Snapshot.Resolve(target) is ResolvedDockerfile.Found found && StageAt(found.Model, value.Text) is { } built
                ? new Place(found.Path, found.Model, built, IsWhatIsBuiltNow: false)
                : null;
        }

        if (request.Dockerfile is not { } model || request.Reference is not { } reference)
            return null;
        if (reference.Kind == StageReferenceKind.CopyFrom)
            return StageMentions.StageOf(model, reference) is { } copied ? new Place(request.Path, model, copied, IsWhatIsBuiltNow: true) : null;
        return !reference.IsTrigger && StageAt(model, reference.Text) is { } mounted && mounted.Index < reference.StageIndex
            ? new Place(request.Path, model, mounted, IsWhatIsBuiltNow: false)
            : null;
    }

    private static Stage? StageAt(DockerfileModel model, string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < model.Stages.Length ? model.Stages[at] : null;

    /// <summary>The stage of an index.</summary>
    /// <param name="Dockerfile">Where it is declared.</param>
    /// <param name="Model">What stands there.</param>
    /// <param name="Stage">The stage.</param>
    /// <param name="IsWhatIsBuiltNow">Whether the index already means it.</param>
    private sealed record Place(DocumentPath Dockerfile, DockerfileModel Model, Stage Stage, bool IsWhatIsBuiltNow);
}
