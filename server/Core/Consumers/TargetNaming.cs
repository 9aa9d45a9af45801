namespace Dockstage.Core.Consumers;

/// <summary>How the tool that builds a target finds the stage that is asked for.</summary>
public sealed record TargetNaming
{
    /// <summary>BuildKit, and whatever hands the name over to it: letter case does not count, an index is no name.</summary>
    public static TargetNaming BuildKit { get; } = new();

    /// <summary>
    /// Whether the name must be written as behind AS. The devcontainer CLI reads FROM lines itself and compares so (dockerfileUtils.ts), podman and
    /// buildah too (openshift/imagebuilder).
    /// </summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Whether a number is the index of a stage (podman and buildah).</summary>
    public bool AllowsIndex { get; init; }
}
