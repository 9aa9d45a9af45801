namespace Dockstage.Core.Workspace;

/// <summary>The kinds of places that name a stage.</summary>
public enum StageMentionKind
{
    /// <summary>Behind AS, where the stage gets its name.</summary>
    Declaration,

    /// <summary>The base of another stage.</summary>
    From,

    /// <summary>The default of an ARG through which a FROM means the stage.</summary>
    ArgDefault,

    /// <summary><c>COPY --from</c>: a name or an index.</summary>
    CopyFrom,

    /// <summary><c>from</c> of a mount.</summary>
    MountFrom,

    /// <summary>The target of a build in a consumer's file.</summary>
    Target,
}
