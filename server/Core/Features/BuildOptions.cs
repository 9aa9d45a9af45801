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

/// <summary>Where the result of a build goes.</summary>
public enum BuildOutput
{
    /// <summary>Into the engine's own store of images, so that it can be run.</summary>
    Load,

    /// <summary>To the registry that its name says.</summary>
    Push,

    /// <summary>Nowhere but the builder's cache.</summary>
    Cache,
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

    /// <summary>The whole name for the image of this one build, in place of <see cref="TagTemplate"/>; empty for none, null to follow the template.</summary>
    public string? Tag { get; init; }

    /// <summary>The platforms to build for; none means the builder's own.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];

    /// <summary>The platform that the environment names for whatever names none (<c>DOCKER_DEFAULT_PLATFORM</c>), or null. Only a run of several has to be told.</summary>
    public string? DefaultPlatform { get; init; }

    /// <summary>Build arguments, each <c>NAME=value</c>, or <c>NAME</c> alone to take the value from the environment.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Secrets as the engines spell them: <c>id=NAME,src=FILE</c> or <c>id=NAME,env=VARIABLE</c>. Their values are never seen here.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Whether every step is run, whatever is cached.</summary>
    public bool NoCache { get; init; }

    /// <summary>Where the result goes. Only buildx pushes by itself.</summary>
    public BuildOutput Output { get; init; } = BuildOutput.Load;

    /// <summary>How buildx tells of its progress (<c>rawjson</c>), or null for its own choice. It stands in the arguments, not in the text for people.</summary>
    public string? Progress { get; init; }

    /// <summary>
    /// Whether the engine only checks the Dockerfile (<c>--call=check,format=json</c>, buildx 0.15 and later) and builds nothing: no image is named.
    /// </summary>
    public bool ChecksOnly { get; init; }

    /// <summary>The shell for which the command is written out.</summary>
    public Shell Shell { get; init; } = Shell.Sh;
}
