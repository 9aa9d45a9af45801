using System.Collections.Immutable;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Reads the parts of a service that concern builds into the model. Only known keys are read, so that neither cycles of aliases nor "bombs"
/// of them can be met: the depth is that of Compose's schema.
/// </summary>
internal static class ComposeReader
{
    /// <summary>How the value of a key is read.</summary>
    private delegate ComposeNode? Read(YamlNode value, Context context);

    private static readonly ImmutableDictionary<string, Read> OfBake = Keys(("no-cache-filter", AnyList), ("contexts", Pairs));

    private static readonly ImmutableDictionary<string, Read> OfBuild = Keys(
        ("context", Scalar), ("dockerfile", Scalar), ("dockerfile_inline", Inline), ("target", Scalar), ("args", Arguments), ("additional_contexts", Pairs),
        ("no_cache_filter", AnyList), ("tags", AnyList),
        ("x-bake", (value, context) => Mapping(value, context, OfBake)));

    private static readonly ImmutableDictionary<string, Read> OfExtends = Keys(("service", Scalar), ("file", Scalar));

    private static readonly ImmutableDictionary<string, Read> OfService = Keys(
        ("build", (value, context) => ShortOrLong(value, context, "context", OfBuild)), ("image", Scalar),
        ("extends", (value, context) => ShortOrLong(value, context, "service", OfExtends)));

    /// <summary>The services of one YAML document, in its order.</summary>
    public static IEnumerable<ComposeService> Services(YamlMapping root, ComposeSource source)
    {
        if (root.Find("services") is not { } services || IsReset(services.Value))
            yield break;
        var context = new Context(source, []).Through(services.Value);
        if (services.Value.Resolved is not YamlMapping mapping)
            yield break;
        foreach (var (entry, owner) in mapping.MergedEntriesByOwner())
        {
            var inside = context.In(mapping, owner);
            var body = Mapping(entry.Value, inside, OfService);
            // Half-written: the name of a service without anything yet.
            yield return new ComposeService(
                entry.Name!, [new FilePlace(source.Document.Path, entry.NameSpan)], body as ComposeMapping ?? new ComposeMapping([]) { Source = source })
            {
                IsReset = body is ComposeReset,
            };
        }
    }

    /// <summary>Whether a YAML document takes all services away that earlier ones gave.</summary>
    public static bool ReplacesServices(YamlMapping root) => root.Find("services") is { } services && (IsReset(services.Value) || Replaces(services.Value));

    private static ComposeNode? Scalar(YamlNode value, Context context)
    {
        context = context.Through(value);
        return TagOf(value, context) is { } tag ? tag : value.Resolved is YamlScalar scalar ? Made(scalar, value, context) : null;
    }

    private static ComposeNode? Inline(YamlNode value, Context context) => Scalar(value, context) is ComposeScalar made && value.Resolved is YamlScalar scalar
        ? made with { Embedded = InlineText.Of(context.Source, scalar) }
        : Scalar(value, context);

    private static ComposeScalar Made(YamlScalar scalar, YamlNode value, Context context) => new(ComposeValue.Of(context.Source, scalar) with
    {
        Origins = context.Origins,
        Aliases = value is YamlAlias ? [new FilePlace(context.Source.Document.Path, value.Span)] : [],
    })
    {
        Source = context.Source,
        ReplacesBelow = context.Replaces(value),
        // Where the tag is not looked at, what bears it is a text.
        IsNull = scalar.IsNull && !(context.IgnoresTags && scalar.Tag == "!reset" && !scalar.IsMissing),
        IsMissing = scalar.IsMissing,
        WholeText = Interpolation.Read(scalar.Text, context.Source.Variables).Text,
    };

    /// <summary>A list, or a single value, which some keys allow.</summary>
    private static ComposeNode? AnyList(YamlNode value, Context context)
    {
        if (value.Resolved is not YamlSequence list)
            return Scalar(value, context);
        context = context.Through(value);
        return TagOf(value, context) is { } tag ? tag : new ComposeList([.. list.Items.Select(item => Scalar(item, context)).OfType<ComposeScalar>()])
        {
            Source = context.Source,
            ReplacesBelow = context.Replaces(value),
        };
    }

    private static ComposeNode? Mapping(YamlNode value, Context context, ImmutableDictionary<string, Read> keys)
    {
        context = context.Through(value);
        if (TagOf(value, context) is { } tag)
            return tag;
        if (value.Resolved is not YamlMapping mapping)
            return null;
        var entries = ImmutableArray.CreateBuilder<ComposeEntry>();
        foreach (var (entry, inside, replaces) in EntriesOf(mapping, context))
        {
            if (keys.TryGetValue(entry.Name!, out var read) && read(entry.Value, inside) is { } found)
                entries.Add(new ComposeEntry(Key(entry, inside), replaces ? found with { ReplacesBelow = true } : found));
        }

        return new ComposeMapping(entries.ToImmutable()) { Source = context.Source, ReplacesBelow = context.Replaces(value) };
    }

    /// <summary>A single value where a mapping may stand: it is the value of one of its keys.</summary>
    private static ComposeNode? ShortOrLong(YamlNode value, Context context, string key, ImmutableDictionary<string, Read> keys)
    {
        if (value.Resolved is not YamlScalar scalar || TagOf(value, context) is not null)
            return Mapping(value, context, keys);
        // `build:` is no build, but `extends:` is a place at which a name may be written.
        if (scalar.IsNull && (key == "context" || !scalar.IsMissing))
            return null;
        context = context.Through(value);
        var given = Made(scalar, value, context);
        return new ComposeMapping([new ComposeEntry(given.Value with { Text = key, IsComputed = false, IsDynamic = false }, given with { ReplacesBelow = false })])
        {
            Source = context.Source,
            ReplacesBelow = given.ReplacesBelow,
        };
    }

    /// <summary>A mapping of names, or a list of <c>NAME=VALUE</c>. Compose: keys are never interpolated while the items of a list are.</summary>
    private static ComposeNode? Pairs(YamlNode value, Context context)
    {
        context = context.Through(value);
        if (TagOf(value, context) is { } tag)
            return tag;
        var entries = ImmutableArray.CreateBuilder<ComposeEntry>();
        var hidden = ImmutableArray.CreateBuilder<TextValue>();
        switch (value.Resolved)
        {
            case YamlMapping mapping:
                foreach (var (entry, inside, replaces) in EntriesOf(mapping, context))
                {
                    if (entry.Name is { Length: > 0 } && Scalar(entry.Value, inside) is { } given)
                        entries.Add(new ComposeEntry(Key(entry, inside), replaces ? given with { ReplacesBelow = true } : given));
                }

                hidden.AddRange(mapping.HiddenEntriesByOwner().Select(found => Key(found.Entry, context.In(mapping, found.Owner))));
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    if (item.Resolved is not YamlScalar scalar || Pair(scalar, context) is not { } pair)
                        continue;
                    hidden.AddRange(entries.Where(entry => entry.Name == pair.Name).Select(entry => entry.Key));
                    entries.RemoveAll(entry => entry.Name == pair.Name);
                    entries.Add(pair);
                }

                break;
            default:
                return null;
        }

        return new ComposeMapping(entries.ToImmutable())
        {
            Source = context.Source,
            ReplacesBelow = context.Replaces(value),
            HiddenKeys = hidden.ToImmutable(),
            TakesNull = true,
            IsList = value.Resolved is YamlSequence,
        };
    }

    /// <summary>Pairs, of which the values of a mapping may be numbers: Compose hands on the number, not how it is written.</summary>
    private static ComposeNode? Arguments(YamlNode value, Context context) => Pairs(value, context) is not ComposeMapping pairs || value.Resolved is not YamlMapping written
        ? Pairs(value, context)
        : pairs with
        {
            Entries =
            [
                .. pairs.Entries.Select(entry =>
                    entry.Value is ComposeScalar given && (written.Find(entry.Name)?.Value.Resolved as YamlScalar) is { } scalar && PlainValue.Of(scalar) is { } text
                        ? entry with { Value = given with { Value = given.Value with { Text = text }, WholeText = text } }
                        : entry),
            ],
        };

    private static ComposeEntry? Pair(YamlScalar item, Context context)
    {
        var text = ComposeValue.TextOf(item);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (text.Length == 0)
            return null;
        var key = ComposeValue.Part(context.Source, item, 0, equals < 0 ? text.Length : equals) with { Origins = context.Origins };
        var value = ComposeValue.Part(context.Source, item, equals < 0 ? text.Length : equals + 1, equals < 0 ? 0 : text.Length - equals - 1);
        return new ComposeEntry(key, new ComposeScalar(value with { Origins = context.Origins })
        {
            Source = context.Source,
            IsNull = equals < 0,
            WholeText = value.Text,
        });
    }

    private static TextValue Key(YamlEntry entry, Context context) => new()
    {
        File = context.Source.Document.Path,
        Span = entry.NameSpan,
        Reach = entry.NameSpan,
        Text = entry.Name!,
        Origins = context.Origins,
    };

    /// <summary>
    /// The entries of a mapping with what it merges. Compose takes an entry tagged <c>!reset</c> out of its mapping, so that a merged one of
    /// its key counts; what lies below is taken away all the same.
    /// </summary>
    private static IEnumerable<(YamlEntry Entry, Context Inside, bool Replaces)> EntriesOf(YamlMapping mapping, Context context)
    {
        var reset = mapping.MergedEntriesByOwner().Where(found => !context.IgnoresTags && IsReset(found.Entry.Value)).ToDictionary(found => found.Entry.Name!);
        foreach (var (entry, owner) in mapping.MergedEntriesByOwner(reset.Count == 0 ? null : entry => IsReset(entry.Value)))
            yield return (entry, context.In(mapping, owner), reset.Remove(entry.Name!));
        foreach (var (entry, owner) in reset.Values)
            yield return (entry, context.In(mapping, owner), false);
    }

    /// <summary>Both tags act through an alias too.</summary>
    private static ComposeReset? TagOf(YamlNode value, Context context) =>
        !context.IgnoresTags && IsReset(value) ? new ComposeReset { Source = context.Source } : null;

    private static bool IsReset(YamlNode value) => value.Tag == "!reset" || value.Resolved?.Tag == "!reset";

    private static bool Replaces(YamlNode value) => value.Tag == "!override" || value.Resolved?.Tag == "!override";

    private static ImmutableDictionary<string, Read> Keys(params ReadOnlySpan<(string Name, Read Read)> keys)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Read>(StringComparer.Ordinal);
        foreach (var (name, read) in keys)
            all[name] = read;
        return all.ToImmutable();
    }

    /// <summary>Where reading stands.</summary>
    /// <param name="Source">The file.</param>
    /// <param name="Origins">The anchors by which one came there.</param>
    private readonly record struct Context(ComposeSource Source, ImmutableArray<ValueOrigin> Origins)
    {
        /// <summary>Whether it stands inside something tagged <c>!override</c>, where Compose looks at no further tags.</summary>
        public bool IgnoresTags { get; init; }

        /// <summary>Into a value, behind an alias if it is one.</summary>
        public Context Through(YamlNode value)
        {
            var origins = value is YamlAlias { Name: var name } ? Origins.Add(new ValueOrigin.Anchor(name)) : Origins;
            return this with { Origins = origins, IgnoresTags = IgnoresTags || (value.Resolved is not YamlScalar && ComposeReader.Replaces(value)), Outer = IgnoresTags };
        }

        /// <summary>Whether a value takes the place of what lies below.</summary>
        public bool Replaces(YamlNode value) => !Outer && ComposeReader.Replaces(value);

        /// <summary>The same for what stands around the value.</summary>
        private bool Outer { get; init; }

        /// <summary>At an entry of a mapping that may be written in one that the mapping merges.</summary>
        public Context In(YamlMapping mapping, YamlMapping owner) =>
            !ReferenceEquals(mapping, owner) && owner.Anchor is { } name ? this with { Origins = Origins.Add(new ValueOrigin.Anchor(name)) } : this;
    }
}
