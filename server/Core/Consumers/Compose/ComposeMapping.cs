using System.Collections.Immutable;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>A mapping, or a list of <c>NAME=VALUE</c> where Compose takes the one for the other.</summary>
/// <param name="Entries">Its entries, each name once.</param>
internal sealed record ComposeMapping(ImmutableArray<ComposeEntry> Entries) : ComposeNode
{
    /// <summary>
    /// Whether an entry without a value counts as one. Compose merges <c>args</c> as a list of pairs, so that a later <c>NAME</c> beats an earlier
    /// <c>NAME=VALUE</c>; in other mappings null leaves what lies below.
    /// </summary>
    public bool TakesNull { get; init; }

    /// <summary>Whether Compose holds it as a list of pairs at this time, in which <c>!reset</c> of a name finds nothing.</summary>
    public bool IsList { get; init; }

    /// <summary>
    /// Keys that are written but have no entry, because another of their name counts or a tag took them away. Whoever renames the one must rename
    /// these too: else they would come forth, or take nothing away any more.
    /// </summary>
    public ImmutableArray<TextValue> HiddenKeys { get; init; } = [];

    /// <summary>The value of a key, or null.</summary>
    public ComposeNode? Find(string name)
    {
        foreach (var entry in Entries)
        {
            if (entry.Name == name)
                return entry.Value;
        }

        return null;
    }

    /// <summary>The mapping with another value of a key that it has.</summary>
    public ComposeMapping With(string name, ComposeNode value) =>
        this with { Entries = [.. Entries.Select(entry => entry.Name == name ? entry with { Value = value } : entry)] };

    /// <summary>The mapping without a key.</summary>
    public ComposeMapping Without(string name) => this with { Entries = Entries.RemoveAll(entry => entry.Name == name) };

    /// <summary>The value of a key that is a single value other than null.</summary>
    public ComposeScalar? Scalar(string name) => Find(name) is ComposeScalar { IsNull: false } scalar ? scalar : null;
}

/// <summary>One <c>key: value</c>.</summary>
/// <param name="Key">The key, where it stands.</param>
/// <param name="Value">The value.</param>
internal sealed record ComposeEntry(TextValue Key, ComposeNode Value)
{
    /// <summary>The key's text.</summary>
    public string Name => Key.Text;
}
