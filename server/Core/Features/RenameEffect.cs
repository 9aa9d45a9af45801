using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>What edits of names would do to a Dockerfile besides renaming.</summary>
internal static class RenameEffect
{
    /// <summary>
    /// The first word that names a stage or an image and would mean another one after the edits, or null. Such words there are where a
    /// variable gives its value to several FROMs, and where <c>TARGETSTAGE</c> (the name of the stage that is built) selects a base.
    /// </summary>
    /// <param name="model">The Dockerfile.</param>
    /// <param name="edits">The edits of it; they do not overlap.</param>
    public static string? FirstChangedWord(DockerfileModel model, IEnumerable<TextEdit> edits)
    {
        var text = edits.OrderByDescending(edit => edit.Span.Start).Aggregate(model.Text, (before, edit) => before.With(edit));
        var after = DockerfileModel.Parse(text);
        foreach (var (old, now) in model.Stages.Zip(after.Stages))
        {
            if (!old.Base.Equals(now.Base))
                return old.BaseText;
        }

        foreach (var (old, now) in model.References.Zip(after.References))
        {
            if (StageMentions.StageOf(model, old)?.Index != StageMentions.StageOf(after, now)?.Index)
                return old.Text;
        }

        return null;
    }
}
