namespace Dockstage.Core.Formats;

/// <summary>A mapping, in the order of the text and with all its duplicates.</summary>
public sealed class YamlMapping : YamlNode
{
    private readonly List<YamlEntry> _entries = [];

    /// <summary>Whether it is written with braces.</summary>
    public bool IsFlow { get; internal init; }

    /// <summary>The entries as written; merge keys are entries too.</summary>
    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <summary>
    /// The entry of a key, merge keys followed. YAML type repository, "Merge Key": the mapping's own keys win over merged ones, an
    /// earlier merged mapping over a later. Of duplicates the last counts.
    /// </summary>
    public YamlEntry? Find(string name)
    {
        foreach (var mapping in WithMerged())
        {
            for (var i = mapping._entries.Count - 1; i >= 0; i--)
            {
                if (mapping._entries[i].Name == name)
                    return mapping._entries[i];
            }
        }

        return null;
    }

    /// <summary>What the mapping holds after merging: each key once, own keys first. Merge keys themselves are left out.</summary>
    public IEnumerable<YamlEntry> MergedEntries() => MergedEntriesByOwner().Select(found => found.Entry);

    /// <summary>The same with the mapping in which each entry is written: this one, or one that it merges.</summary>
    /// <param name="isLeftOut">Entries that are as if they were not there, so that a merged one of their key counts.</param>
    public IEnumerable<(YamlEntry Entry, YamlMapping Owner)> MergedEntriesByOwner(Func<YamlEntry, bool>? isLeftOut = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in WithMerged())
        {
            var last = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
            foreach (var entry in mapping._entries)
            {
                if (!entry.IsMerge && entry.Name is { } name && isLeftOut?.Invoke(entry) != true)
                    last[name] = entry;
            }

            foreach (var entry in mapping._entries)
            {
                if (entry.Name is { } name && last.TryGetValue(name, out var counts) && ReferenceEquals(counts, entry) && seen.Add(name))
                    yield return (entry, mapping);
            }
        }
    }

    /// <summary>The entries that are written in this mapping, or in one that it merges, and that another one of their key hides.</summary>
    public IEnumerable<(YamlEntry Entry, YamlMapping Owner)> HiddenEntriesByOwner()
    {
        var counting = MergedEntries().ToHashSet(ReferenceEqualityComparer.Instance);
        return WithMerged().SelectMany(mapping => mapping._entries.Where(entry => !entry.IsMerge && entry.Name is not null && !counting.Contains(entry))
            .Select(entry => (entry, mapping)));
    }

    internal void Add(YamlEntry entry) => _entries.Add(entry);

    /// <summary>
    /// This mapping and all that it merges, in order of precedence. Each once, and without recursion: merge keys may form cycles, long
    /// chains and "bombs".
    /// </summary>
    private IEnumerable<YamlMapping> WithMerged()
    {
        yield return this;
        if (!HasMerge)
            yield break;
        var seen = new HashSet<YamlMapping> { this };
        var waiting = new Stack<YamlNode>();
        PushMerged(waiting);
        while (waiting.TryPop(out var next))
        {
            switch (next.Resolved)
            {
                case YamlMapping mapping when seen.Add(mapping):
                    yield return mapping;
                    mapping.PushMerged(waiting);
                    break;
                // Only mappings count in a list, so a list cannot lead back to itself.
                case YamlSequence list:
                    for (var i = list.Items.Count - 1; i >= 0; i--)
                    {
                        if (list.Items[i].Resolved is YamlMapping item)
                            waiting.Push(item);
                    }

                    break;
            }
        }
    }

    private bool HasMerge => _entries.Exists(e => e.IsMerge);

    private void PushMerged(Stack<YamlNode> waiting)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            if (_entries[i].IsMerge)
                waiting.Push(_entries[i].Value);
        }
    }
}
