namespace Dockstage.Core.Formats;

/// <summary>A sequence.</summary>
public sealed class YamlSequence : YamlNode
{
    private readonly List<YamlNode> _items = [];

    /// <summary>Whether it is written with brackets.</summary>
    public bool IsFlow { get; internal init; }

    /// <summary>Its items in order.</summary>
    public IReadOnlyList<YamlNode> Items => _items;

    internal void Add(YamlNode item) => _items.Add(item);
}
