using System.Collections.Immutable;

namespace Dockstage.Core.Settings;

/// <summary>
/// The list of all settings. <c>schemas/dockstage.schema.json</c> is made from it, and a test checks that package.json contributes the same.
/// </summary>
public static class SettingTable
{
    /// <summary>What <c>rules</c> and a rule's name have between them.</summary>
    public const string RulesPrefix = "rules.";

    /// <summary>All of them, in the order in which people read about them.</summary>
    public static ImmutableArray<KnownSetting> All { get; } =
    [
        new("rules", SettingKind.Severities) { Choices = ["off", "hint", "info", "warning", "error"] },
        new("codeLens.build", SettingKind.Flag),
        new("codeLens.references", SettingKind.Flag),
        new("codeLens.consumers", SettingKind.Flag),
        new("codeLens.status", SettingKind.Flag),
        new("codeLens.graph", SettingKind.Flag),
        new("dockerfile.generalFeatures", SettingKind.Choice) { Choices = ["auto", "on", "off"] },
        new("engine", SettingKind.Choice) { Choices = ["auto", "docker", "podman", "nerdctl"] },
        new("builder", SettingKind.Text),
        new("build.tag", SettingKind.Text),
        new("build.extraArgs", SettingKind.Texts),
        new("files.exclude", SettingKind.Texts),
        new("server.path", SettingKind.Text) { IsOfEditor = true },
        new("trace.server", SettingKind.Choice) { Choices = ["messages", "verbose"], IsOfEditor = true },
    ];

    /// <summary>The setting of this name, or null.</summary>
    public static KnownSetting? Find(string name) => All.FirstOrDefault(setting => setting.Name == name);

    /// <summary>The settings whose names go on behind <c>name.</c>; none when it is no group.</summary>
    public static IEnumerable<KnownSetting> InGroup(string name) =>
        All.Where(setting => setting.Name.Length > name.Length
            && setting.Name.StartsWith(name, StringComparison.Ordinal) && setting.Name[name.Length] == '.');
}
