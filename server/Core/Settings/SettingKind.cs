namespace Dockstage.Core.Settings;

/// <summary>Which values a setting takes.</summary>
public enum SettingKind
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A text.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>An object from rule codes to severities.</summary>
    Severities,
}
