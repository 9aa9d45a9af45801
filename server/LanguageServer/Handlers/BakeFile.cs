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

/// <summary>One target of the file; keys are spelled as bake spells them.</summary>
internal sealed record BakeFileTarget
{
    public required string Context { get; init; }

    public required string Dockerfile { get; init; }

    public string? Target { get; init; }

    public string[]? Tags { get; init; }

    public string[]? Platforms { get; init; }

    public Dictionary<string, string?>? Args { get; init; }

    public string[]? Secret { get; init; }

    [JsonPropertyName("no-cache")]
    public bool? NoCache { get; init; }

    public string[]? Output { get; init; }

    internal static BakeFileTarget Of(BakeTarget target) => new()
    {
        Context = target.Context,
        Dockerfile = target.Dockerfile,
        Target = target.Stage,
        Tags = target.Tag is { } tag ? [tag] : null,
        Platforms = target.Options.Platforms.IsEmpty ? null : [.. target.Options.Platforms.Select(BakeTarget.Literal)],
        Args = target.Arguments.Count == 0 ? null : target.Arguments.ToDictionary(),
        Secret = target.Options.Secrets.IsEmpty ? null : [.. target.Secrets],
        NoCache = target.Options.NoCache ? true : null,
        Output = target.Options.Output == BuildOutput.Cache ? ["type=cacheonly"] : null,
    };
}
