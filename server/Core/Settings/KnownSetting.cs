using System.Collections.Immutable;

namespace Dockstage.Core.Settings;

/// <summary>One of the <c>dockstage.*</c> settings.</summary>
/// <param name="Name">Without the prefix: <c>build.tag</c>.</param>
/// <param name="Kind">Which values it takes.</param>
public sealed record KnownSetting(string Name, SettingKind Kind)
{
    /// <summary>The words of a choice, or the severities.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether it concerns the editor and not the files: nobody's <c>.dockstage.json</c> may set it.</summary>
    public bool IsOfEditor { get; init; }
}
