using System.Globalization;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// BuildKit's own advice for <c>COPY --from=$IMAGE</c>: <em>define a new stage with FROM using ARG from global scope as a workaround</em>. The
/// stage comes above the first one that uses it, every same reference then names it, and the indexes of the stages that move are raised.
/// </summary>
public sealed class AddStageForVariable : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule.Code == "VariableInFrom";

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Dockerfile is not { } model
            || request.Reference is not { IsTrigger: false, Kind: StageReferenceKind.CopyFrom or StageReferenceKind.MountFrom } reference
            || !reference.Text.Contains('$')
            || reference.Text.Any(" \t'\"\\`".Contains))
        {
            yield break;
        }

        var same = model.References.Where(other => other.Text == reference.Text && other is { IsTrigger: false, Kind: not StageReferenceKind.From }).ToList();
        var user = model.Stages[same.Min(other => other.StageIndex)];
        if (ArgLines(model, user, reference) is not { } args)
            yield break;
        var name = StageNameProposal.ForNew(model, reference.Text);
        yield return new CodeFix(
            MessageTable.FixStageForVariable.With(name), () => request.Change(EditsOf(model, user, reference.Text, name, args, same)))
        {
            IsPreferred = true,
        };
    }

    private static IEnumerable<TextEdit> EditsOf(
        DockerfileModel model, Stage user, string image, string name, List<string> args, List<StageReference> uses)
    {
        var place = NewLine.PlaceOf(model, user);
        var from = ((Instruction)model.Syntax.Items[place]).Parts;
        string[] stage = [$"{NewLine.Keyword("FROM", from)} {image} {NewLine.Keyword("AS", from)} {name}", ""];
        if (args.Count == 0 || user.Index == 0)
        {
            yield return NewLine.Above(model, place, args.Concat(stage));
        }
        else
        {
            yield return GlobalArg.Insert(model, args);
            yield return NewLine.Above(model, place, stage);
        }

        foreach (var use in uses)
            yield return new TextEdit(use.Span, name);
        foreach (var other in model.References)
        {
            if (other.Kind == StageReferenceKind.CopyFrom
                && int.TryParse(other.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && StageMentions.StageOf(model, other) is { } moved
                && moved.Index >= user.Index)
            {
                yield return new TextEdit(other.Span, (index + 1).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The ARG lines that FROM needs and that are not there yet; null when the value of a variable cannot be had there.</summary>
    private static List<string>? ArgLines(DockerfileModel model, Stage user, StageReference reference)
    {
        var lines = new List<string>();
        var first = NewLine.PlaceOf(model, user);
        var end = model.Syntax.IndexAt(reference.Span.Start);
        foreach (var name in VariableNames.In(reference.Text).Distinct().Where(name => !model.GlobalArgs.IsDeclared(name)))
        {
            if (GlobalArg.LineFor(model, name, first, end) is not { } line)
                return null;
            lines.Add(line);
        }

        return lines;
    }
}
