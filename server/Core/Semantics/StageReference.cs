using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>A text inside a Dockerfile that names, or may name, a stage; resolved or not.</summary>
public sealed record StageReference
{
    /// <summary>The kind of place.</summary>
    public required StageReferenceKind Kind { get; init; }

    /// <summary>Where the name stands, without quotes; empty where nothing has been written yet (<c>COPY --from=</c>).</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// Where a cursor counts as standing at this place; contains <see cref="Span"/> and the blanks in which a name may be begun.
    /// </summary>
    public required TextSpan Reach { get; init; }

    /// <summary>The name as written.</summary>
    public required string Text { get; init; }

    /// <summary>Index of the stage in which it stands (for FROM: the stage that it begins).</summary>
    public required int StageIndex { get; init; }

    /// <summary>Whether it stands under ONBUILD and so is resolved only in the stages built on this one.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>What it stands for.</summary>
    public required ReferenceMeaning Meaning { get; init; }

    /// <summary>The stage that it names, or null: an image, a named context, nothing, or an error.</summary>
    public Stage? Stage => (Meaning as ReferenceMeaning.OfStage)?.Stage;

    /// <summary>For a mount: its <c>type</c> in lower case, or null when none is given (BuildKit: <c>bind</c>).</summary>
    public string? MountType { get; init; }

    /// <summary>For a mount: where it is mounted, as written (<c>target</c>, <c>dst</c>, <c>destination</c>); empty when it does not say.</summary>
    public string MountTarget { get; init; } = "";
}
