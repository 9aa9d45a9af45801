namespace Dockstage.Core.Formats;

/// <summary>An alias: <c>*name</c>.</summary>
public sealed class YamlAlias : YamlNode
{
    /// <summary>The name without the asterisk.</summary>
    public required string Name { get; init; }

    /// <summary>The node whose anchor has this name, the nearest above; null when there is none.</summary>
    public required YamlNode? Target { get; init; }

    /// <inheritdoc/>
    public override YamlNode? Resolved => Target;
}
