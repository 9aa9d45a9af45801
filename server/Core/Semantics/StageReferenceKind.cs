namespace Dockstage.Core.Semantics;

/// <summary>The places inside a Dockerfile that can name a stage.</summary>
public enum StageReferenceKind
{
    /// <summary><c>FROM name</c>: exact lower case, only stages above, never an index.</summary>
    From,

    /// <summary><c>COPY --from=name</c>: any letter case, the last stage of that name, or an index.</summary>
    CopyFrom,

    /// <summary><c>RUN --mount=…,from=name</c>: any letter case, the last stage of that name, never an index.</summary>
    MountFrom,
}
