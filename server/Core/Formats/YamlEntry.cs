using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>One <c>key: value</c> of a mapping.</summary>
/// <param name="Key">The key; nearly always a scalar.</param>
/// <param name="Value">The value. Where nothing is written it is an empty plain scalar that stands right behind the colon.</param>
public sealed record YamlEntry(YamlNode Key, YamlNode Value)
{
    /// <summary>Whether the value is of the merge key. YAML type repository: <c>&lt;&lt;</c>.</summary>
    public bool IsMerge => Key is YamlScalar { Style: YamlScalarStyle.Plain, Text: "<<" };

    /// <summary>The key's text, or null for a key that is no scalar.</summary>
    public string? Name => (Key.Resolved as YamlScalar)?.Text;

    /// <summary>Where the key stands, without quotes.</summary>
    public TextSpan NameSpan => Key.Span;
}
