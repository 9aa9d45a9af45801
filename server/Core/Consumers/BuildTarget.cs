using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>What a consumer asks to be built: context + Dockerfile + target stage, and where each of them is written.</summary>
public sealed record BuildTarget
{
    /// <summary>The file that says so.</summary>
    public required DocumentPath File { get; init; }

    /// <summary>The kind of file: <see cref="IStageConsumer.Name"/>.</summary>
    public required string Consumer { get; init; }

    /// <summary>The consumer's own name for it (compose: the service), or null where it has none.</summary>
    public required string? Name { get; init; }

    /// <summary>Where that name stands, or the build itself where it has none.</summary>
    public required TextSpan NameSpan { get; init; }

    /// <summary>The build context.</summary>
    public required BuildContext Context { get; init; }

    /// <summary>The Dockerfile.</summary>
    public required DockerfileChoice Dockerfile { get; init; }

    /// <summary>
    /// The contexts that it is given besides its own (<c>additional_contexts</c>), each name once, those of the file itself first.
    /// </summary>
    public ImmutableArray<ContextName> Contexts { get; init; } = [];

    /// <summary>The stage asked for, or null when none is named and the default (the last) stage is built.</summary>
    public TextValue? Target { get; init; }

    /// <summary>How the stage asked for is found.</summary>
    public TargetNaming Naming { get; init; } = TargetNaming.BuildKit;

    /// <summary>The names that the file gives to the image that is made (compose: <c>image</c> and <c>tags</c>), as far as they are written.</summary>
    public ImmutableArray<TextValue> Images { get; init; } = [];

    /// <summary>
    /// Whether it takes something from a place that was not read (compose: <c>extends</c> with <c>file</c>), so that it may have a target or
    /// contexts that are not known.
    /// </summary>
    public bool IsPartial { get; init; }
}
