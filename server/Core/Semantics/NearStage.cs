using System.Buffers;

namespace Dockstage.Core.Semantics;

/// <summary>
/// Finds the stage that was surely meant by a name that is none. Any name may be an image, so this is careful: hadolint's users complain of every
/// image, named context and untagged name that is taken for a mistake.
/// </summary>
/// <param name="model">The Dockerfile.</param>
public sealed class NearStage(DockerfileModel model)
{
    private const int MostChanges = 2;

    private static readonly SearchValues<char> NameUnits = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly Lazy<HashSet<string>> _images = new(() => [.. model.Stages.Select(ImageOf).OfType<string>()]);

    /// <summary>
    /// The stage that a reference of a certain stage was meant for, or null. The text must be taken for an image and say nothing of an image: no
    /// registry, tag or digest, no official image of Docker Hub, no image that the file builds on. The stage must stand above, where COPY and
    /// mounts reach it, and its name must be near: two changes as in BuildKit's own suggestions, but at most half of the letters.
    /// </summary>
    /// <param name="binding">The reference where it acts.</param>
    public Stage? Of(StageBinding binding)
    {
        var text = binding.Reference.Text;
        if (binding.Meaning is not ReferenceMeaning.OfImage
            || text.AsSpan().ContainsAnyExcept(NameUnits)
            || ReferenceResolver.IndexOf(text) is not null
            || OfficialImages.Contains(text)
            || _images.Value.Contains(text))
        {
            return null;
        }

        var reachable = model.Stages.Where(stage => stage.Index < binding.User.Index && stage.Name is not null && model.FindTarget(stage.Name)?.Index == stage.Index);
        return Spelling.Nearest(text, reachable.Select(stage => stage.Name!)) is { } near
            && Spelling.Distance(text, near) <= Math.Min(MostChanges, Math.Min(text.Length, near.Length) / 2)
                ? model.FindTarget(near)
                : null;
    }

    /// <summary>The repository of the image on which a stage is built, whatever the tag; null when it is built on none.</summary>
    private static string? ImageOf(Stage stage) => stage.Base is StageBase.OnImage image && ImageReference.Read(image.Reference, out _) is { } reference
        ? (reference with { Tag = null, Digest = null }).Familiar
        : null;
}
