using System.Collections.Immutable;
using System.Text.Json;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Messages;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// Reads settings from what a client sends. People write settings by hand and every client sends them its own way: a value of a wrong
/// kind is reported and counts as not set, an unknown setting is the client's own business.
/// </summary>
internal sealed class SettingsReader
{
    private static readonly ImmutableArray<string> Engines = ["auto", "docker", "podman", "nerdctl"];
    private static readonly ImmutableArray<string> GeneralFeatures = ["auto", "on", "off"];
    private readonly List<LocalizedText> _problems = [];

    /// <summary>What could not be understood in the last call of <see cref="Read"/>.</summary>
    public IReadOnlyList<LocalizedText> Problems => _problems;

    /// <summary>Reads the object behind the section <c>dockstage</c>; null and other kinds of values are no settings.</summary>
    public Settings Read(JsonElement section)
    {
        _problems.Clear();
        if (section.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return Settings.Default;
        if (section.ValueKind != JsonValueKind.Object)
        {
            _problems.Add(HostMessages.InvalidSetting.With("dockstage"));
            return Settings.Default;
        }

        var defaults = Settings.Default;
        return new Settings
        {
            Rules = ReadRules(section),
            Engine = Choice(section, "engine", Engines, defaults.Engine),
            Builder = Text(section, "builder") is { Length: > 0 } builder ? builder : null,
            BuildTag = Text(section, "build.tag") is { Length: > 0 } tag ? tag : defaults.BuildTag,
            BuildExtraArguments = Texts(section, "build.extraArgs"),
            GeneralFeatures = Choice(section, "dockerfile.generalFeatures", GeneralFeatures, "auto") != "off",
            Lenses = new LensChoice
            {
                Build = Flag(section, "codeLens.build") ?? true,
                References = Flag(section, "codeLens.references") ?? true,
                Consumers = Flag(section, "codeLens.consumers") ?? true,
                Status = Flag(section, "codeLens.status") ?? true,
            },
            Exclude = ExcludeGlobs.From(Texts(section, "files.exclude")),
        };
    }

    private RuleSettings ReadRules(JsonElement section)
    {
        if (Find(section, "rules", JsonValueKind.Object) is not { } rules)
            return RuleSettings.Default;
        var severities = ImmutableDictionary.CreateBuilder<string, Severity>();
        foreach (var rule in rules.EnumerateObject())
        {
            if (rule.Value.ValueKind == JsonValueKind.String && SeverityOf(rule.Value.GetString()!) is { } severity)
                severities[rule.Name] = severity;
            else
                _problems.Add(HostMessages.InvalidSetting.With($"dockstage.rules.{rule.Name}"));
        }

        return new RuleSettings(severities.ToImmutable());
    }

    private static Severity? SeverityOf(string word) => word switch
    {
        "off" => Severity.Off,
        "hint" => Severity.Hint,
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        "error" => Severity.Error,
        _ => null,
    };

    /// <summary>One of several words.</summary>
    private string Choice(JsonElement section, string name, ImmutableArray<string> words, string otherwise)
    {
        var word = Text(section, name) ?? otherwise;
        if (words.Contains(word))
            return word;
        _problems.Add(HostMessages.InvalidSetting.With($"dockstage.{name}"));
        return otherwise;
    }

    private string? Text(JsonElement section, string name) => Find(section, name, JsonValueKind.String)?.GetString();

    private bool? Flag(JsonElement section, string name) => Find(section, name, JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    private ImmutableArray<string> Texts(JsonElement section, string name)
    {
        if (Find(section, name, JsonValueKind.Array) is not { } array)
            return [];
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
                texts.Add(item.GetString()!);
            else
                _problems.Add(HostMessages.InvalidSetting.With($"dockstage.{name}"));
        }

        return texts.ToImmutable();
    }

    /// <summary>A value of one of these kinds, under its dotted name or nested, as VS Code sends it.</summary>
    private JsonElement? Find(JsonElement section, string name, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!section.TryGetProperty(name, out var value))
        {
            value = section;
            foreach (var part in name.Split('.'))
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value))
                    return null;
            }
        }

        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (kinds.Contains(value.ValueKind))
            return value;
        _problems.Add(HostMessages.InvalidSetting.With($"dockstage.{name}"));
        return null;
    }
}
