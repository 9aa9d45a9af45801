using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dockstage.Core.Features;
using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>A bake definition as bake's JSON form has it. See https://docs.docker.com/build/bake/reference/.</summary>
internal sealed record BakeFile
{
    /// <summary>The targets by their names.</summary>
    public required Dictionary<string, BakeFileTarget> Target { get; init; }

    /// <summary>The text of the file.</summary>
    public static string Of(BakeDefinition definition)
    {
        var file = new BakeFile { Target = definition.Targets.ToDictionary(target => target.Name, BakeFileTarget.Of, StringComparer.Ordinal) };
        return JsonSerializer.Serialize(file, OwnJson.Default.BakeFile);
    }
}

/// <summary>One target of the file; keys are spelled as bake spells them. Every text in it, keys too, is a template to bake: see <see cref="BakeTarget.Literal"/>.</summary>
internal sealed record BakeFileTarget
{
    public required string? Context { get; init; }

    public Dictionary<string, string?>? Contexts { get; init; }

    public string? Dockerfile { get; init; }

    [JsonPropertyName("dockerfile-inline")]
    public string? DockerfileInline { get; init; }

    public string? Target { get; init; }

    public Dictionary<string, string?>? Args { get; init; }

    public Dictionary<string, string?>? Labels { get; init; }

    public string[]? Tags { get; init; }

    public string[]? Platforms { get; init; }

    [JsonPropertyName("cache-from")]
    public string[]? CacheFrom { get; init; }

    [JsonPropertyName("cache-to")]
    public string[]? CacheTo { get; init; }

    public string[]? Secret { get; init; }

    public string[]? Ssh { get; init; }

    [JsonPropertyName("no-cache")]
    public bool? NoCache { get; init; }

    [JsonPropertyName("no-cache-filter")]
    public string[]? NoCacheFilter { get; init; }

    public bool? Pull { get; init; }

    public string? Network { get; init; }

    [JsonPropertyName("shm-size")]
    public string? ShmSize { get; init; }

    public string[]? Ulimits { get; init; }

    [JsonPropertyName("extra-hosts")]
    public Dictionary<string, string?>? ExtraHosts { get; init; }

    public string[]? Entitlements { get; init; }

    public string[]? Attest { get; init; }

    public required string[] Output { get; init; }

    internal static BakeFileTarget Of(BakeTarget target)
    {
        var build = target.Build;
        return new BakeFileTarget
        {
            Context = Text(build.Context),
            Contexts = Map(build.Contexts.Select(context => KeyValuePair.Create(context.Name, (string?)((context.IsBuild ? "target:" : "") + context.Value)))),
            Dockerfile = Text(build.Dockerfile),
            DockerfileInline = Text(build.InlineDockerfile),
            Target = Text(build.Stage),
            Args = Map(build.Arguments),
            Labels = Map(build.Labels),
            Tags = List(build.Tags),
            Platforms = List(build.Platforms),
            CacheFrom = List(build.CacheFrom),
            CacheTo = List(build.CacheTo),
            Secret = List(build.Secrets),
            Ssh = List(build.Ssh),
            NoCache = build.NoCache ? true : null,
            NoCacheFilter = List(build.UncachedStages),
            Pull = build.Pull ? true : null,
            Network = Text(build.Network),
            ShmSize = Text(build.SharedMemory),
            Ulimits = List(build.Limits),
            ExtraHosts = Map(build.Hosts),
            Entitlements = List(build.Entitlements),
            Attest = List(build.Attestations),
            Output = [target.Output],
        };
    }

    private static string? Text(string? text) => text is null ? null : BakeTarget.Literal(text);

    private static string[]? List(ImmutableArray<string> texts) => texts.IsEmpty ? null : [.. texts.Select(BakeTarget.Literal)];

    /// <summary>A value that is null is taken from the environment.</summary>
    private static Dictionary<string, string?>? Map(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        var map = pairs.ToDictionary(pair => BakeTarget.Literal(pair.Key), pair => Text(pair.Value), StringComparer.Ordinal);
        return map.Count == 0 ? null : map;
    }
}
