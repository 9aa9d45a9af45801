namespace Dockstage.Core.Semantics;

/// <summary>Why a build runs a stage.</summary>
public enum BuildReasonKind
{
    /// <summary>It is the one asked for.</summary>
    Target,

    /// <summary>Another stage is built on it: <c>FROM name</c>.</summary>
    From,

    /// <summary>Another stage copies from it: <c>COPY --from=name</c>.</summary>
    Copy,

    /// <summary>Another stage mounts it: <c>RUN --mount=from=name</c>.</summary>
    Mount,

    /// <summary>Another stage copies from it or mounts it in an ONBUILD instruction that it gets from its base stage.</summary>
    Onbuild,
}
