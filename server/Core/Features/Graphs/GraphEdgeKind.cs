namespace Dockstage.Core.Features.Graphs;

/// <summary>How one node of a <see cref="BuildGraph"/> needs another.</summary>
public enum GraphEdgeKind
{
    /// <summary>It is built on it: <c>FROM</c>.</summary>
    From,

    /// <summary>It copies from it: <c>COPY --from</c>.</summary>
    Copy,

    /// <summary>It mounts it: <c>RUN --mount=from</c>.</summary>
    Mount,

    /// <summary>It copies from it or mounts it because its base says so with ONBUILD.</summary>
    Onbuild,

    /// <summary>A consumer asks for it to be built.</summary>
    Builds,
}
