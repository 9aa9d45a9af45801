using System.Collections.Immutable;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// How one value is laid over another (compose-go, override): mappings by key, lists one behind the other, of single values the upper
/// counts, null leaves what lies below. Tags first: <c>!reset</c> takes away, <c>!override</c> takes the place of.
/// </summary>
internal static class MergeRules
{
    /// <summary>Lays a value over another. Null stands for a key that is not there.</summary>
    /// <param name="below">What is there; its tags have had their effect.</param>
    /// <param name="over">What comes over it.</param>
    /// <param name="keepsTags">
    /// Whether the result will be laid over something else in turn: what a service takes by <c>extends</c>, and a file by <c>include</c>, lies below
    /// it, and its tags reach further down still.
    /// </param>
    public static ComposeNode? Merge(ComposeNode? below, ComposeNode? over, bool keepsTags)
    {
        if (over is null)
            return below;
        if (below is null || over is ComposeReset || over.ReplacesBelow)
            return keepsTags ? over : WithoutTags(over);
        switch (below, over)
        {
            case (ComposeMapping lower, ComposeMapping upper):
                return Merge(lower, upper, keepsTags);
            case (ComposeList lower, ComposeList upper):
                return lower with { Items = lower.Items.AddRange(upper.Items) };
            case (_, ComposeScalar { IsNull: true } upper):
                return below is ComposeScalar scalar ? scalar with { Hidden = [upper, .. upper.Hidden, .. scalar.Hidden] } : below;
            case (ComposeScalar lower, ComposeScalar upper):
                return upper with { Hidden = [.. upper.Hidden, lower with { Hidden = [] }, .. lower.Hidden] };
            default:
                return keepsTags ? over : WithoutTags(over);
        }
    }

    /// <summary>A value whose tags have had their effect; null for one that is only a tag.</summary>
    public static ComposeNode? WithoutTags(ComposeNode? node) => node switch
    {
        ComposeReset => null,
        ComposeMapping mapping => mapping with
        {
            ReplacesBelow = false,
            Entries = WithoutTags(mapping.Entries),
            HiddenKeys = [.. mapping.HiddenKeys, .. mapping.Entries.Where(entry => entry.Value is ComposeReset).Select(entry => entry.Key)],
        },
        ComposeList list => list with { ReplacesBelow = false, Items = [.. list.Items.Select(WithoutTags).OfType<ComposeNode>()] },
        _ => node is { ReplacesBelow: true } ? node with { ReplacesBelow = false } : node,
    };

    private static ComposeMapping Merge(ComposeMapping below, ComposeMapping over, bool keepsTags)
    {
        var entries = ImmutableArray.CreateBuilder<ComposeEntry>();
        var hidden = below.HiddenKeys.AddRange(over.HiddenKeys).ToBuilder();
        var upper = over.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        foreach (var entry in over.Entries)
        {
            var lower = below.Find(entry.Name);
            if (below.IsList && lower is not null && entry.Value is ComposeReset)
            {
                entries.Add(entry with { Value = lower });
                continue;
            }

            hidden.AddRange(below.Entries.Where(other => other.Name == entry.Name).Select(other => other.Key));
            var value = over.TakesNull && entry.Value is ComposeScalar { IsNull: true } ? entry.Value : Merge(lower, entry.Value, keepsTags);
            if (value is not null)
                entries.Add(entry with { Value = value });
            else
                hidden.Add(entry.Key);
        }

        entries.AddRange(below.Entries.Where(entry => !upper.ContainsKey(entry.Name)));
        // Two that are merged are a list of pairs from then on.
        return over with { Entries = entries.ToImmutable(), HiddenKeys = hidden.ToImmutable(), IsList = over.TakesNull };
    }

    private static ImmutableArray<ComposeEntry> WithoutTags(ImmutableArray<ComposeEntry> entries)
    {
        var kept = ImmutableArray.CreateBuilder<ComposeEntry>(entries.Length);
        foreach (var entry in entries)
        {
            if (WithoutTags(entry.Value) is { } value)
                kept.Add(ReferenceEquals(value, entry.Value) ? entry : entry with { Value = value });
        }

        return kept.ToImmutable();
    }
}
