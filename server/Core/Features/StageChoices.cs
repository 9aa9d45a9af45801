using Dockstage.Core.Semantics;

namespace Dockstage.Core.Features;

/// <summary>A stage and the text by which it is named at some place, or a name besides.</summary>
/// <param name="Text">Its name, or its index where only that is possible.</param>
/// <param name="Stage">The stage, or null for a named context.</param>
internal sealed record StageChoice(string Text, Stage? Stage);

/// <summary>Which stages may be named at a place.</summary>
internal static class StageChoices
{
    /// <summary>
    /// Inside a Dockerfile: only stages above, the nearest first, each name once. An index is offered only for stages without a name and
    /// only in COPY, the one place where BuildKit reads it as an index. COPY and mounts mean the last stage of a name, so a name that is
    /// declared again below cannot be used there.
    /// </summary>
    public static IEnumerable<StageChoice> InDockerfile(DockerfileModel model, StageReference reference)
    {
        for (var i = reference.StageIndex - 1; i >= 0; i--)
        {
            var stage = model.Stages[i];
            if (stage.Name is null)
            {
                if (reference.Kind == StageReferenceKind.CopyFrom)
                    yield return new StageChoice(stage.Label, stage);
            }
            else if (model.Means(reference, stage.Name) == i)
            {
                yield return new StageChoice(stage.Name, stage);
            }
        }
    }

    /// <summary>
    /// For the name of a context that a build is given: what the Dockerfile copies or mounts from and has no stage for, then its stages, whose place a
    /// context may take.
    /// </summary>
    public static IEnumerable<StageChoice> ForContext(DockerfileModel model) =>
        model.References.Where(reference => reference is { Kind: not StageReferenceKind.From, Meaning: ReferenceMeaning.OfImage }).Select(reference => reference.Text)
            .Distinct().Select(name => new StageChoice(name, null)).Concat(ForTarget(model));

    /// <summary>For a build's target: every named stage in file order, of several with one name the last.</summary>
    public static IEnumerable<StageChoice> ForTarget(DockerfileModel model) =>
        model.Stages.Where(s => s.Name is not null && model.FindTarget(s.Name) == s).Select(s => new StageChoice(s.Name!, s));
}
