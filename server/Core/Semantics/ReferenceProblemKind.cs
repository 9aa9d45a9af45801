namespace Dockstage.Core.Semantics;

/// <summary>Why a text that should name a stage, an image or a context names nothing.</summary>
public enum ReferenceProblemKind
{
    /// <summary>Nothing is written yet.</summary>
    Missing,

    /// <summary>A base that is empty when its variables are replaced.</summary>
    Blank,

    /// <summary>Quotes or variables that BuildKit cannot read.</summary>
    Expansion,

    /// <summary>A variable, or anything else to be expanded, where nothing is: in COPY and mounts.</summary>
    Variable,

    /// <summary>The index of no stage.</summary>
    Index,

    /// <summary>No stage has the name, and it is no reference to an image either.</summary>
    ImageReference,

    /// <summary>A mount of a secret, which takes nothing from anywhere.</summary>
    SecretMount,
}
