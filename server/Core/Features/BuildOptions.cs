using System.Collections.Immutable;

namespace Dockstage.Core.Features;

/// <summary>A program that builds Dockerfiles.</summary>
public enum Engine
{
    /// <summary><c>docker buildx build</c>.</summary>
    Buildx,

    /// <summary><c>docker build</c> with BuildKit switched on.</summary>
    Docker,

    /// <summary><c>podman build</c>.</summary>
    Podman,

    /// <summary><c>nerdctl build</c>.</summary>
    Nerdctl,
}

/// <summary>What a user has chosen for builds.</summary>
public sealed record BuildOptions
{
    /// <summary>The engine.</summary>
    public Engine Engine { get; init; } = Engine.Buildx;

    /// <summary>
    /// Name for the image, with <c>${folder}</c> (the context's folder) and <c>${stage}</c>; empty for none. Setting <c>dockstage.build.tag</c>.
    /// </summary>
    public string TagTemplate { get; init; } = "${folder}:${stage}";

    /// <summary>More arguments, put before the context: setting <c>dockstage.build.extraArgs</c>.</summary>
    public ImmutableArray<string> ExtraArguments { get; init; } = [];

    /// <summary>The buildx builder to use, or null for the current one: setting <c>dockstage.builder</c>.</summary>
    public string? Builder { get; init; }

    /// <summary>The shell for which the command is written out.</summary>
    public Shell Shell { get; init; } = Shell.Sh;
}
