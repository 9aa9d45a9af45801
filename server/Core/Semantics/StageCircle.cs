using System.Collections.Immutable;

namespace Dockstage.Core.Semantics;

/// <summary>A circle of COPY and mounts, for which BuildKit refuses every build of the file.</summary>
/// <param name="Named">The stage that BuildKit's message names: the first in the file from which the circle can be reached.</param>
/// <param name="Edges">The circle: each edge begins where the one before it ends, and the first where the last ends.</param>
public sealed record StageCircle(Stage Named, ImmutableArray<StageEdge> Edges)
{
    /// <summary>BuildKit's text.</summary>
    public string BuildKitText => $"circular dependency detected on stage: {Named.LogName}";
}
