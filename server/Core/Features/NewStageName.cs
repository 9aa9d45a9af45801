using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Features;

/// <summary>Whether a text can be the new name of a stage.</summary>
internal static class NewStageName
{
    /// <summary>
    /// Why not, or null. BuildKit checks twice: the name against its own grammar, then as the name of a context, for which it must be a
    /// valid image name. On top of that, the new name must not change what any other word of the file means.
    /// </summary>
    public static LocalizedText? RefusalOf(string newName, DockerfileModel model, Stage stage)
    {
        if (StageName.Normalize(newName) is not { } name)
            return MessageTable.RenameInvalidName.With(newName);
        if (StageName.ErrorOf(name) is not null)
            return MessageTable.RenameInvalidContextName.With(newName);
        if (name == stage.Name)
            return null;
        if (name is "scratch" or "context")
            return MessageTable.RenameReservedName.With(newName);
        if (model.Stages.Any(other => other.Index != stage.Index && other.Name == name))
            return MessageTable.RenameTakenName.With(newName);
        return IsImageHere(name, model, stage) ? MessageTable.RenameImageName.With(newName) : null;
    }

    /// <summary>
    /// Whether a word of the file means an image that a stage of the name would hide: a base below the stage (its own, and those above, see
    /// only what stands above them), and COPY and mounts anywhere.
    /// </summary>
    private static bool IsImageHere(string name, DockerfileModel model, Stage stage) =>
        model.Stages.Any(other => other.Index > stage.Index && other.Base is StageBase.OnImage image && image.Reference == name)
        || model.References.Any(reference =>
            reference.Stage is null
            && reference.Kind != StageReferenceKind.From
            && reference.Text.Equals(name, StringComparison.OrdinalIgnoreCase));
}
