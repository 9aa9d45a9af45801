using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Places of a compose file at which a name may be written though nothing that counts stands there: between empty brackets and commas, and a block's
/// first key that has no colon yet, so that it is still a single value; and behind <c>service:</c> at the end of a line, which to YAML is a key and to who
/// writes it the beginning of a value.
/// </summary>
internal static partial class ComposeOpenings
{
    /// <summary>Where stages may be named so: contexts that take their place, and those of which nothing is taken from the cache.</summary>
    public static ImmutableArray<StageOpening> Stages(Document document, ComposeProject project)
    {
        var source = new ComposeSource(document, project.Folder, project.Variables);
        return
        [
            .. from service in ServiceNames.ServicesIn(document)
               let build = service.Body.Find("build")?.Value.Resolved as YamlMapping
               where build is not null
               let contexts = FirstKey(source, build.Find("additional_contexts")).Concat(Gaps(source, build.Find("additional_contexts")))
               let uncached = Gaps(source, build.Find("no_cache_filter"))
               from opening in contexts.Select(value => (Value: value, IsContext: true)).Concat(uncached.Select(value => (Value: value, IsContext: false)))
               select new StageOpening(opening.Value, service.Name.Name!, opening.IsContext),
        ];
    }

    /// <summary>Where services may be named so, and all places of profiles: a profile has no place of its own to which it could lead.</summary>
    public static IEnumerable<NameReference> Names(Document document, ComposeProject project)
    {
        var source = new ComposeSource(document, project.Folder, project.Variables);
        var services = project.Services.Select(service => service.Name).ToImmutableArray();
        var profiles = new Lazy<ImmutableArray<TextValue>>(() => Profiles(project));
        foreach (var value in Begun(document))
        {
            var own = ServiceNames.ServicesIn(document).Select(service => service.Name).LastOrDefault(name => name.NameSpan.Start < value.Span.Start)?.Name;
            yield return new NameReference(value, [], own is null ? services : services.Remove(own));
        }

        foreach (var (name, service) in ServiceNames.ServicesIn(document))
        {
            foreach (var value in FirstKey(source, service.Find("depends_on")).Concat(Gaps(source, service.Find("depends_on"))))
                yield return new NameReference(value, [], services.Remove(name.Name!));
            if (service.Find("profiles") is not { } entry)
                continue;
            var written = Items(entry).Select(item => ComposeValue.Of(source, item)).ToList();
            foreach (var value in written.Concat(Gaps(source, entry)))
            {
                var others = profiles.Value.Where(other => other.Place != value.Place).Select(other => other.Text);
                yield return new NameReference(value, [], [.. others.Except(written.Where(other => other != value).Select(other => other.Text))]);
            }
        }
    }

    /// <summary>All places at which services of a project are put into a profile, by its name.</summary>
    private static ImmutableArray<TextValue> Profiles(ComposeProject project) =>
    [
        .. from source in project.Sources
           from service in ServiceNames.ServicesIn(source.Document)
           from item in service.Body.Find("profiles") is { } entry ? Items(entry) : []
           let value = ComposeValue.Of(source, item)
           where value is { IsDynamic: false, Text.Length: > 0 }
           orderby value.Text
           select value,
    ];

    private static IEnumerable<YamlScalar> Items(YamlEntry entry) =>
        entry.Value.Resolved is YamlSequence list ? list.Items.Select(item => item.Resolved).OfType<YamlScalar>().Where(item => item.IsMissing || !item.IsNull) : [];

    /// <summary>A single value on a line below its key, where a mapping belongs.</summary>
    private static IEnumerable<TextValue> FirstKey(ComposeSource source, YamlEntry? entry) =>
        entry is { Value: YamlScalar { IsMissing: false, Style: not (YamlScalarStyle.Literal or YamlScalarStyle.Folded) } scalar }
        && source.Document.Text.LineAt(scalar.Span.Start) > source.Document.Text.LineAt(entry.Key.Span.End)
            ? [ComposeValue.Of(source, scalar)]
            : [];

    private static IEnumerable<TextValue> Begun(Document document) =>
        BegunService().Matches(document.Text.ToString()).Select(match => TextSpan.At(match.Index + match.Length))
            .Select(end => new TextValue { File = document.Path, Span = end, Reach = end, Text = "" });

    [GeneratedRegex("(?<=[:=-][ \\t]*[\"']?)service:(?=[\"']?[ \\t]*[\\r\\n]|[\"']?[ \\t]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex BegunService();

    private static IEnumerable<TextValue> Gaps(ComposeSource source, YamlEntry? entry) =>
        entry?.Value.Resolved is { } node
            ? YamlGaps.In(source.Document.Text, node).Select(gap => new TextValue { File = source.Document.Path, Span = TextSpan.At(gap.Start), Reach = gap, Text = "" })
            : [];
}
