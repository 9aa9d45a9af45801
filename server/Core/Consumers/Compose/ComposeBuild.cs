using System.Collections.Immutable;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>The parts of a service's <c>build</c> that choose a stage, where they are written; null where they are not.</summary>
internal sealed record ComposeBuild
{
    /// <summary>Longer chains of <c>extends</c> are left open: every service follows its own, so cost is chain times services.</summary>
    private const int MaxExtends = 100;

    /// <summary>Where the key <c>build</c> stands.</summary>
    public required TextSpan KeySpan { get; init; }

    /// <summary><c>context</c>, or the whole short form.</summary>
    public YamlScalar? Context { get; init; }

    /// <summary><c>dockerfile</c>.</summary>
    public YamlScalar? Dockerfile { get; init; }

    /// <summary><c>dockerfile_inline</c>.</summary>
    public YamlEntry? Inline { get; init; }

    /// <summary><c>target</c>.</summary>
    public YamlScalar? Target { get; init; }

    /// <summary>The values of <c>additional_contexts</c> that count together, the one that wins first.</summary>
    public ImmutableArray<YamlNode> Contexts { get; init; } = [];

    /// <summary>Whether the contexts that lie below are dropped: Compose's <c>!override</c> and <c>!reset</c>.</summary>
    public bool ReplacesContexts { get; init; }

    /// <summary>Whether a part that is not given comes from a place that was not read, so that its default must not be assumed.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether it takes nothing from what lies below: Compose's <c>!override</c>.</summary>
    public bool IsReplacement { get; init; }

    /// <summary>The build of a service, or null when it has none. <c>extends</c> is followed within the file.</summary>
    public static ComposeBuild? OfService(IReadOnlyDictionary<string, YamlEntry> services, YamlEntry service)
    {
        if (Own(service) is not { } build)
            return null;
        var seen = new HashSet<string>(StringComparer.Ordinal) { service.Name! };
        while (Value(service, "extends") is { } extends)
        {
            var isHere = (extends as YamlMapping)?.Find("file") is null;
            var name = ((extends as YamlMapping)?.Find("service")?.Value.Resolved ?? extends) as YamlScalar;
            if (!isHere || name is null || seen.Count > MaxExtends || !services.TryGetValue(name.Text, out var next))
                return build with { IsPartial = true };
            if (!seen.Add(name.Text))
                break;
            service = next;
            if (Own(service) is { } below && !build.IsReplacement)
                build = build.Over(below) with { Target = build.Target ?? below.Target };
        }

        return build;
    }

    /// <summary>This build laid over another. The target stays this one's own: each <c>target</c> is told of where it is written.</summary>
    public ComposeBuild Over(ComposeBuild below) => IsReplacement ? this : this with
    {
        Context = Context ?? below.Context,
        Dockerfile = Dockerfile ?? (Inline is null ? below.Dockerfile : null),
        Inline = Inline ?? (Dockerfile is null ? below.Inline : null),
        Contexts = ReplacesContexts ? Contexts : [.. Contexts, .. below.Contexts],
        ReplacesContexts = ReplacesContexts || below.ReplacesContexts,
        IsPartial = IsPartial || below.IsPartial,
    };

    private static ComposeBuild? Own(YamlEntry service)
    {
        if ((service.Value.Resolved as YamlMapping)?.Find("build") is not { } entry)
            return null;
        switch (Given(entry))
        {
            case YamlScalar { IsNull: false } context:
                return new ComposeBuild { KeySpan = entry.NameSpan, Context = context, IsReplacement = context.Tag == "!override" };
            case YamlMapping build:
                return new ComposeBuild
                {
                    KeySpan = entry.NameSpan,
                    IsReplacement = entry.Value.Tag == "!override" || build.Tag == "!override",
                    Context = Given(build.Find("context")) as YamlScalar,
                    Dockerfile = Given(build.Find("dockerfile")) as YamlScalar,
                    Inline = build.Find("dockerfile_inline") is { } inline && Given(inline) is YamlScalar { IsNull: false } ? inline : null,
                    Target = Given(build.Find("target")) as YamlScalar,
                    Contexts = Given(build.Find("additional_contexts")) is { } contexts ? [contexts] : [],
                    ReplacesContexts = TagOf(build.Find("additional_contexts")) is "!override" or "!reset",
                };
            default:
                return null;
        }
    }

    private static YamlNode? Value(YamlEntry service, string key) => Given((service.Value.Resolved as YamlMapping)?.Find(key));

    /// <summary>The value of an entry. Compose: one tagged <c>!reset</c> counts as not given, whatever it says.</summary>
    internal static YamlNode? Given(YamlEntry? entry) =>
        entry is null || entry.Value.Tag == "!reset" || entry.Value.Resolved?.Tag == "!reset" ? null : entry.Value.Resolved;

    /// <summary>The tag of a value or of what its alias stands for.</summary>
    private static string? TagOf(YamlEntry? entry) => entry?.Value.Tag ?? entry?.Value.Resolved?.Tag;
}
