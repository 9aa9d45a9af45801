namespace Dockstage.Core.Formats;

/// <summary>A scalar.</summary>
public sealed class YamlScalar : YamlNode
{
    /// <summary>How it is written.</summary>
    public required YamlScalarStyle Style { get; init; }

    /// <summary>What it says, escapes undone and lines folded.</summary>
    public required string Text { get; init; }

    /// <summary>Whether nothing at all is written: <c>key:</c>.</summary>
    public bool IsMissing => Style == YamlScalarStyle.Plain && Span.IsEmpty;

    /// <summary>Whether it means null. YAML 1.2.2, 10.3.2: plain and missing, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Style == YamlScalarStyle.Plain && Text is ("" or "~" or "null" or "Null" or "NULL");
}
