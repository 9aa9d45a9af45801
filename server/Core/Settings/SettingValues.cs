using System.Collections.Immutable;
using Dockstage.Core.Formats;

namespace Dockstage.Core.Settings;

/// <summary>Settings that somebody chose: values of the right kind by name. Each rule's severity is a setting of its own, <c>rules.Code</c>.</summary>
public sealed class SettingValues
{
    private readonly ImmutableDictionary<string, JsonNode> _values;

    internal SettingValues(ImmutableDictionary<string, JsonNode> values) => _values = values;

    /// <summary>Nothing was chosen.</summary>
    public static SettingValues None { get; } = new(ImmutableDictionary<string, JsonNode>.Empty);

    /// <summary>The severities by rule code, as words.</summary>
    public IEnumerable<KeyValuePair<string, string>> Severities =>
        from value in _values
        where value.Key.StartsWith(SettingTable.RulesPrefix, StringComparison.Ordinal) && value.Value is JsonText
        select KeyValuePair.Create(value.Key[SettingTable.RulesPrefix.Length..], ((JsonText)value.Value).Value);

    /// <summary>The value of a flag, or null when it was not chosen.</summary>
    public bool? Flag(string name) => (_values.GetValueOrDefault(name) as JsonFlag)?.Value;

    /// <summary>The value of a text or choice, or null when it was not chosen.</summary>
    public string? Text(string name) => (_values.GetValueOrDefault(name) as JsonText)?.Value;

    /// <summary>The value of a list, or null when it was not chosen. Items of a wrong kind are left out.</summary>
    public ImmutableArray<string>? Texts(string name) =>
        _values.GetValueOrDefault(name) is JsonArray array ? [.. array.Items.OfType<JsonText>().Select(item => item.Value)] : null;

    /// <summary>These values, and for what was not chosen here those of <paramref name="others"/>: key by key.</summary>
    public SettingValues Over(SettingValues others) =>
        others._values.IsEmpty ? this : new SettingValues(others._values.SetItems(_values));
}
