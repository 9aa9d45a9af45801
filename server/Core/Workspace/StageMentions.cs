using System.Diagnostics;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// From a stage to every place that names it. References, highlights, rename and lenses all ask here, so that they cannot disagree.
/// </summary>
public static class StageMentions
{
    /// <summary>
    /// The mentions of all stages of a Dockerfile: its own in file order (declarations before what refers to them), then those of the
    /// consumers by file and place. A place that several builds share (an anchor, a service that others extend) comes once.
    /// </summary>
    public static IEnumerable<StageMention> In(WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model) =>
        Inside(dockerfile, model).Concat(Outside(snapshot, dockerfile, model).DistinctBy(mention => (mention.File, mention.Span)));

    /// <summary>The mentions of one stage, in the same order.</summary>
    public static IEnumerable<StageMention> Of(WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model, Stage stage) =>
        In(snapshot, dockerfile, model).Where(mention => mention.Stage.Index == stage.Index);

    /// <summary>
    /// The stage that a reference means, or null. One under ONBUILD means what it means in the stages of the file that are built on its
    /// own; without such a stage it means nothing here.
    /// </summary>
    internal static Stage? StageOf(DockerfileModel model, StageReference reference) => reference.IsTrigger
        ? model.Graph.Edges.FirstOrDefault(edge => edge.Kind == BuildReasonKind.Onbuild && edge.Reference.Span == reference.Span)?.Needed
        : reference.Stage;

    private static IEnumerable<StageMention> Inside(DocumentPath dockerfile, DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            var span = stage.NameSpan ?? stage.BaseSpan;
            yield return new StageMention(stage, dockerfile, span, StageMentionKind.Declaration, stage.Name ?? stage.BaseText);
        }

        var defaults = new HashSet<int>();
        foreach (var reference in model.References)
        {
            if (StageOf(model, reference) is not { } stage)
                continue;
            var literal = VariableLiteral.Of(model, reference);
            if (literal is { } fallback && fallback.Start >= reference.Span.Start)
            {
                yield return new StageMention(stage, dockerfile, fallback, KindOf(reference), stage.Name!);
                continue;
            }

            yield return new StageMention(stage, dockerfile, reference.Span, KindOf(reference), reference.Text);
            if (literal is { } argDefault && defaults.Add(argDefault.Start))
                yield return new StageMention(stage, dockerfile, argDefault, StageMentionKind.ArgDefault, stage.Name!);
        }
    }

    private static IEnumerable<StageMention> Outside(WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model)
    {
        foreach (var target in snapshot.BuildTargetsOf(dockerfile))
        {
            foreach (var value in target.StageValues)
            {
                foreach (var literal in value.Literals)
                {
                    if (literal.Text.Length > 0 && model.FindTarget(literal.Text) is { } stage)
                        yield return new StageMention(stage, literal.File, literal.Span, StageMentionKind.Target, literal.Text);
                }

                if (value is { IsComputed: true, IsDynamic: false, Literal: null, Text.Length: > 0 } && model.FindTarget(value.Text) is { } meant)
                    yield return new StageMention(meant, value.File, value.Span, StageMentionKind.ComputedTarget, value.Text);
            }
        }
    }

    private static StageMentionKind KindOf(StageReference reference) => reference.Kind switch
    {
        StageReferenceKind.From => StageMentionKind.From,
        StageReferenceKind.CopyFrom => StageMentionKind.CopyFrom,
        StageReferenceKind.MountFrom => StageMentionKind.MountFrom,
        _ => throw new UnreachableException(),
    };
}
