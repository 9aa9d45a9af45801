using System.Collections.Immutable;

namespace Dockstage.Core.Consumers;

/// <summary>
/// A build in full: all that decides what is made, each value as it counts (variables replaced, paths where the tool found them). A consumer's own
/// tool tells it, see <see cref="IStageConsumer.Told"/>; the shape is that of one target of <c>docker buildx bake</c>, whose words the names follow.
/// Every text is what it says: nothing in it is a template.
/// </summary>
public sealed record ToldBuild
{
    /// <summary>The consumer's own name for it.</summary>
    public required string Name { get; init; }

    /// <summary>The build context: a folder or a URL; null for the folder of the file.</summary>
    public required string? Context { get; init; }

    /// <summary>The Dockerfile, relative to the context or absolute; null for the default name, or where it is given as text.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The text of the Dockerfile, or null where it is a file.</summary>
    public string? InlineDockerfile { get; init; }

    /// <summary>The stage, or null for the default one.</summary>
    public string? Stage { get; init; }

    /// <summary>Named contexts.</summary>
    public ImmutableArray<ToldContext> Contexts { get; init; } = [];

    /// <summary>Build arguments; a value is null where it comes from the environment.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Arguments { get; init; } = [];

    /// <summary>Labels of the image.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Labels { get; init; } = [];

    /// <summary>The image's names.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The platforms to build for; none for the builder's own.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];

    /// <summary>Where cached results are taken from.</summary>
    public ImmutableArray<string> CacheFrom { get; init; } = [];

    /// <summary>Where results are cached besides.</summary>
    public ImmutableArray<string> CacheTo { get; init; } = [];

    /// <summary>Secrets, <c>id=NAME,src=FILE</c> or <c>id=NAME,env=VARIABLE</c>.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>SSH agents and keys, <c>ID=PATH</c>.</summary>
    public ImmutableArray<string> Ssh { get; init; } = [];

    /// <summary>Whether every step is run, whatever is cached.</summary>
    public bool NoCache { get; init; }

    /// <summary>Stages of which nothing is taken from the cache.</summary>
    public ImmutableArray<string> UncachedStages { get; init; } = [];

    /// <summary>Whether base images are looked for anew.</summary>
    public bool Pull { get; init; }

    /// <summary>The network of RUN instructions, or null for the builder's own choice.</summary>
    public string? Network { get; init; }

    /// <summary>The size of <c>/dev/shm</c>, or null.</summary>
    public string? SharedMemory { get; init; }

    /// <summary>Limits, <c>NAME=N</c> or <c>NAME=SOFT:HARD</c>.</summary>
    public ImmutableArray<string> Limits { get; init; } = [];

    /// <summary>Names in <c>/etc/hosts</c>, with their addresses, separated by commas.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Hosts { get; init; } = [];

    /// <summary>What the build is allowed beyond what every build is, such as <c>security.insecure</c>.</summary>
    public ImmutableArray<string> Entitlements { get; init; } = [];

    /// <summary>Whether the tool grants <c>security.insecure</c> by itself when it builds this.</summary>
    public bool IsPrivileged { get; init; }

    /// <summary>Attestations, <c>type=sbom</c>.</summary>
    public ImmutableArray<string> Attestations { get; init; } = [];

    /// <summary>Variables of secrets whose value the tool takes from a file of its own, so that nobody else has it (Compose: <c>.env</c>).</summary>
    public ImmutableArray<string> HiddenVariables { get; init; } = [];
}

/// <summary>A named context of a build.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">A folder or URL; the name of another build of the same file where <paramref name="IsBuild"/>.</param>
/// <param name="IsBuild">Whether it is what another build makes.</param>
public sealed record ToldContext(string Name, string Value, bool IsBuild);
