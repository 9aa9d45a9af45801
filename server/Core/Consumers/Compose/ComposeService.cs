using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>A service of the model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NamePlaces">Where it stands, the strongest file first.</param>
/// <param name="Body">What it says.</param>
internal sealed record ComposeService(string Name, ImmutableArray<FilePlace> NamePlaces, ComposeMapping Body)
{
    /// <summary>Whether it takes something from a place that was not read, so that no default may be assumed.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether it is tagged <c>!reset</c>: it takes away what lies below, and is no service.</summary>
    public bool IsReset { get; init; }

    /// <summary>Its build, or null.</summary>
    public ComposeMapping? Build => Body.Find("build") as ComposeMapping;

    /// <summary>
    /// What another service takes from this one by <c>extends</c>. Tags have had their effect; what a value hides concerns this service alone.
    /// </summary>
    public ComposeService AsBase() => this with
    {
        NamePlaces = [],
        Body = (ComposeMapping)WithoutHidden(MergeRules.WithoutTags(Body)!),
    };

    /// <summary>The service laid over another of the same name.</summary>
    public ComposeService Over(ComposeService? below, bool keepsTags)
    {
        var body = MergeRules.Merge(below?.Body, Body, keepsTags) as ComposeMapping;
        return this with
        {
            NamePlaces = below is null ? NamePlaces : [.. NamePlaces, .. below.NamePlaces],
            Body = body ?? new ComposeMapping([]) { Source = Body.Source },
            IsPartial = IsPartial || below is { IsPartial: true },
        };
    }

    /// <summary>The service as Compose holds it after each YAML document: <c>additional_contexts</c> is a mapping then, <c>args</c> is what it was.</summary>
    public ComposeService InCanonicalForm() => Build is { } build && build.Find("additional_contexts") is ComposeMapping { IsList: true } contexts
        ? this with { Body = Body.With("build", build.With("additional_contexts", contexts with { IsList = false })) }
        : this;

    private static ComposeNode WithoutHidden(ComposeNode node) => node switch
    {
        ComposeMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = WithoutHidden(entry.Value) })] },
        ComposeScalar { Hidden.IsEmpty: false } scalar => scalar with { Hidden = [] },
        _ => node,
    };
}
