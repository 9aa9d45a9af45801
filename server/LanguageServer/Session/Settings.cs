using System.Collections.Immutable;
using Dockstage.Core.Features;
using Dockstage.Core.Rules;
using Dockstage.Core.Settings;
using Dockstage.LanguageServer.Files;

namespace Dockstage.LanguageServer.Session;

/// <summary>The user's <c>dockstage.*</c> settings, as far as the server needs them.</summary>
public sealed record Settings
{
    /// <summary>What holds when the user set nothing.</summary>
    public static Settings Default { get; } = new();

    /// <summary>What was chosen, as it was written.</summary>
    public SettingValues Values { get; private init; } = SettingValues.None;

    /// <summary><c>rules</c>.</summary>
    public RuleSettings Rules { get; init; } = RuleSettings.Default;

    /// <summary><c>engine</c>: auto, docker, podman or nerdctl.</summary>
    public string Engine { get; init; } = "auto";

    /// <summary><c>builder</c>, or null.</summary>
    public string? Builder { get; init; }

    /// <summary><c>build.tag</c>.</summary>
    public string BuildTag { get; init; } = "${folder}:${stage}";

    /// <summary><c>build.extraArgs</c>.</summary>
    public ImmutableArray<string> BuildExtraArguments { get; init; } = [];

    /// <summary>What these settings say about builds.</summary>
    public BuildOptions BuildOptions => new()
    {
        Engine = EngineOf(Engine),
        TagTemplate = BuildTag,
        ExtraArguments = BuildExtraArguments,
        Builder = Builder,
        Shell = OperatingSystem.IsWindows() ? Shell.PowerShell : Shell.Sh,
    };

    /// <summary>
    /// <c>dockerfile.generalFeatures</c>: whether what other extensions for Dockerfiles offer too is offered. "auto" is true: only a client
    /// knows its other extensions, and one that finds some says "off".
    /// </summary>
    public bool GeneralFeatures { get; init; } = true;

    /// <summary><c>codeLens.*</c>.</summary>
    public LensChoice Lenses { get; init; } = LensChoice.All;

    /// <summary><c>files.exclude</c>.</summary>
    public ExcludeGlobs Exclude { get; init; } = ExcludeGlobs.None;

    /// <summary>The settings that were chosen, and for the rest what holds without.</summary>
    public static Settings From(SettingValues values) => new()
    {
        Values = values,
        Rules = RulesOf(values),
        Engine = values.Text("engine") ?? Default.Engine,
        Builder = values.Text("builder") is { Length: > 0 } builder ? builder : null,
        BuildTag = values.Text("build.tag") is { Length: > 0 } tag ? tag : Default.BuildTag,
        BuildExtraArguments = values.Texts("build.extraArgs") ?? [],
        GeneralFeatures = values.Text("dockerfile.generalFeatures") != "off",
        Lenses = new LensChoice
        {
            Build = values.Flag("codeLens.build") ?? true,
            References = values.Flag("codeLens.references") ?? true,
            Consumers = values.Flag("codeLens.consumers") ?? true,
            Status = values.Flag("codeLens.status") ?? true,
            Graph = values.Flag("codeLens.graph") ?? true,
        },
        Exclude = ExcludeGlobs.From(values.Texts("files.exclude") ?? []),
    };

    /// <summary>
    /// The engine of a name. The server starts nothing, so it cannot find out which engine "auto" is: the client that can says so.
    /// </summary>
    public static Engine EngineOf(string name) => name switch
    {
        "docker" => Core.Features.Engine.Docker,
        "podman" => Core.Features.Engine.Podman,
        "nerdctl" => Core.Features.Engine.Nerdctl,
        _ => Core.Features.Engine.Buildx,
    };

    private static RuleSettings RulesOf(SettingValues values)
    {
        var severities = ImmutableDictionary.CreateBuilder<string, Severity>();
        foreach (var (code, word) in values.Severities)
            severities[code] = SeverityOf(word);
        return severities.Count == 0 ? RuleSettings.Default : new RuleSettings(severities.ToImmutable());
    }

    private static Severity SeverityOf(string word) => word switch
    {
        "off" => Severity.Off,
        "hint" => Severity.Hint,
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        _ => Severity.Error,
    };
}
