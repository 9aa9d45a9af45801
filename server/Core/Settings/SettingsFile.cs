using System.Collections.Immutable;
using Dockstage.Core.Formats;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Settings;

/// <summary>
/// What a settings file says: the <c>dockstage.*</c> settings without the prefix, under dotted names (<c>"codeLens.build"</c>) or nested.
/// JSON with comments and trailing commas. Whatever cannot be understood counts as not written and is a problem.
/// </summary>
public sealed class SettingsFile
{
    /// <summary>How such files are called.</summary>
    public const string FileName = ".dockstage.json";

    private SettingsFile(SettingValues values, ImmutableArray<SettingProblem> problems, ImmutableArray<JsonText> ruleCodes)
    {
        Values = values;
        Problems = problems;
        RuleCodes = ruleCodes;
    }

    /// <summary>The settings chosen.</summary>
    public SettingValues Values { get; }

    /// <summary>What cannot be understood, in the order of the text.</summary>
    public ImmutableArray<SettingProblem> Problems { get; }

    /// <summary>The rule codes that it gives a severity. Which rules there are is not known here.</summary>
    public ImmutableArray<JsonText> RuleCodes { get; }

    /// <summary>Whether a document is a settings file, by its name.</summary>
    public static bool IsNamedSo(DocumentPath path) => path.Name == FileName;

    /// <summary>Where settings for a document or folder may lie: in its folder and in those above, the nearest first.</summary>
    public static IEnumerable<DocumentPath> PlacesFor(DocumentPath path)
    {
        for (var folder = path.Parent; folder is not null; folder = folder.Parent)
            yield return folder.Resolve(FileName);
    }

    /// <summary>Reads a text.</summary>
    public static SettingsFile Read(SourceText text) => new Reading(JsonReader.Read(text)).File();

    private sealed class Reading(JsonFile json)
    {
        private const string Prefix = "dockstage.";

        private readonly ImmutableDictionary<string, JsonNode>.Builder _values = ImmutableDictionary.CreateBuilder<string, JsonNode>();
        private readonly List<SettingProblem> _problems = [];
        private readonly ImmutableArray<JsonText>.Builder _codes = ImmutableArray.CreateBuilder<JsonText>();

        public SettingsFile File()
        {
            foreach (var error in json.Errors)
                _problems.Add(new SettingProblem(error.Span, SettingProblemKind.Syntax, JsonErrorText.Of(error.Kind)));
            if (json.Root is JsonObject root)
                Members(root, group: "");
            else if (json.Root is not (null or JsonGarbage))
                Wrong(json.Root, "", MessageTable.SettingsNoObject.With());
            return new SettingsFile(
                new SettingValues(_values.ToImmutable()), [.. _problems.OrderBy(problem => problem.Span.Start)], _codes.ToImmutable());
        }

        /// <param name="parent">The object.</param>
        /// <param name="group">What stands before the names in it: empty, or a name and a dot.</param>
        private void Members(JsonObject parent, string group)
        {
            foreach (var (key, value) in parent.Members)
            {
                var name = group + key.Value;
                if (name == "$schema")
                    continue;
                if (name.StartsWith(SettingTable.RulesPrefix, StringComparison.Ordinal))
                    Severity(key, name[SettingTable.RulesPrefix.Length..], value);
                else if (SettingTable.Find(name) is { } setting)
                    Setting(key, setting, value);
                else if (SettingTable.InGroup(name).Any())
                    Group(name, value);
                else if (value is not null)
                    Unknown(key, group);
            }
        }

        private void Setting(JsonText key, KnownSetting setting, JsonNode? value)
        {
            if (setting.IsOfEditor)
            {
                _problems.Add(new SettingProblem(key.Content, SettingProblemKind.OfEditor, MessageTable.SettingOfEditor.With(setting.Name)));
                return;
            }

            switch (setting.Kind, value)
            {
                case (_, null or JsonGarbage):
                    break;
                case (SettingKind.Severities, JsonObject rules):
                    Members(rules, SettingTable.RulesPrefix);
                    break;
                case (SettingKind.Flag, JsonFlag):
                case (SettingKind.Text, JsonText):
                    _values[setting.Name] = value;
                    break;
                case (SettingKind.Choice, JsonText word) when setting.Choices.Contains(word.Value):
                    _values[setting.Name] = value;
                    break;
                case (SettingKind.Choice, _):
                    WrongChoice(value, setting.Name, setting.Choices);
                    break;
                case (SettingKind.Texts, JsonArray array):
                    _values[setting.Name] = value;
                    foreach (var item in array.Items.Where(item => item is not (JsonText or JsonGarbage)))
                        Wrong(item, setting.Name, MessageTable.SettingWantsTexts.With(setting.Name));
                    break;
                default:
                    Wrong(value, setting.Name, WantedBy(setting));
                    break;
            }
        }

        private void Severity(JsonText key, string code, JsonNode? value)
        {
            _codes.Add(CodeIn(key, code));
            var severities = SettingTable.Find("rules")!.Choices;
            if (value is JsonText word && severities.Contains(word.Value))
                _values[SettingTable.RulesPrefix + code] = value;
            else if (value is not (null or JsonGarbage))
                WrongChoice(value, SettingTable.RulesPrefix + code, severities);
        }

        /// <summary>The code alone, of a key that may be <c>rules.Code</c>; with escapes in it, the whole key.</summary>
        private static JsonText CodeIn(JsonText key, string code)
        {
            var isPlain = key.Content.Length == key.Value.Length;
            var content = isPlain ? TextSpan.Between(key.Content.End - code.Length, key.Content.End) : key.Content;
            return new JsonText(key.Span, content, code);
        }

        private void Group(string name, JsonNode? value)
        {
            if (value is JsonObject members)
                Members(members, name + ".");
            else if (value is not (null or JsonGarbage))
                Wrong(value, name, MessageTable.SettingWantsObject.With(name));
        }

        private void Unknown(JsonText key, string group)
        {
            var known = group.Length == 0 ? SettingTable.All : SettingTable.InGroup(group[..^1]);
            var names = known.Where(setting => !setting.IsOfEditor).Select(setting => setting.Name[group.Length..]).ToList();
            var bare = key.Value.StartsWith(Prefix, StringComparison.Ordinal) ? key.Value[Prefix.Length..] : key.Value;
            var near = names.Contains(bare) ? bare : NearName.Of(bare, [.. names.Concat(names.Select(FirstPart)).Distinct()]);
            _problems.Add(new SettingProblem(
                key.Content,
                SettingProblemKind.UnknownSetting,
                near is null ? MessageTable.SettingUnknown.With(group + key.Value) : MessageTable.SettingUnknownSuggest.With(group + key.Value, group + near))
            {
                Name = group + key.Value,
                Replacement = near,
            });
        }

        private void WrongChoice(JsonNode value, string name, ImmutableArray<string> choices)
        {
            var near = value is JsonText word ? NearName.Of(word.Value, choices) : null;
            var (span, replacement) = value is JsonText text && near is not null ? (text.Content, near) : (value.Span, null);
            Wrong(value, name, MessageTable.SettingWantsChoice.With(name, string.Join(", ", choices)), span, replacement);
        }

        private void Wrong(JsonNode value, string name, LocalizedText message, TextSpan? span = null, string? replacement = null)
        {
            var kind = value is JsonNull ? SettingProblemKind.Null : SettingProblemKind.WrongValue;
            _problems.Add(new SettingProblem(span ?? value.Span, kind, message) { Name = name, Replacement = replacement });
        }

        private static string FirstPart(string name) => name.Split('.')[0];

        private static LocalizedText WantedBy(KnownSetting setting) => setting.Kind switch
        {
            SettingKind.Flag => MessageTable.SettingWantsFlag.With(setting.Name),
            SettingKind.Text => MessageTable.SettingWantsText.With(setting.Name),
            SettingKind.Severities => MessageTable.SettingWantsObject.With(setting.Name),
            _ => MessageTable.SettingWantsTexts.With(setting.Name),
        };
    }
}
