using System.Text.Json;
using Dockstage.Core.Messages;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Messages;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// Reads settings from what a client sends, as a <c>.dockstage.json</c> is read. People write settings by hand and every client sends them
/// its own way: a value of a wrong kind is reported and counts as not set, an unknown setting is the client's own business.
/// </summary>
internal static class SettingsReader
{
    /// <summary>Reads the object behind the section <c>dockstage</c>; null and other kinds of values are no settings.</summary>
    /// <param name="section">The section.</param>
    /// <param name="problems">What could not be understood.</param>
    public static SettingValues Read(JsonElement section, out IReadOnlyList<LocalizedText> problems)
    {
        problems = [];
        if (section.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return SettingValues.None;
        var file = SettingsFile.Read(SourceText.From(section.GetRawText()));
        problems =
        [
            .. file.Problems.Where(problem => problem.Kind == SettingProblemKind.WrongValue)
                .Select(problem => problem.Name is { Length: > 0 } name ? $"dockstage.{name}" : "dockstage").Distinct()
                .Select(name => HostMessages.InvalidSetting.With(name)),
        ];
        return file.Values;
    }
}
