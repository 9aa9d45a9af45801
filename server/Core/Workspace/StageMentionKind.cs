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

    /// <summary>In the description of a consumer's build: its target, a context in the stage's place, a stage that is not to be cached.</summary>
    Target,

    /// <summary>The same, but put together from variables, so that the name stands nowhere as a whole.</summary>
    ComputedTarget,
}
