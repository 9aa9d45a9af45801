using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Where a compose file names services: <c>extends</c>, <c>depends_on</c>, and <c>service:NAME</c> in <c>additional_contexts</c>, <c>network_mode</c>,
/// <c>ipc</c> and <c>pid</c>.
/// </summary>
internal sealed class ServiceNames
{
    private const string Prefix = "service:";

    private readonly ComposeSource _source;
    private readonly ComposeProject _project;
    private readonly IDocumentSource _documents;
    private readonly ImmutableArray<string> _services;
    private readonly List<NameReference> _found = [];

    private ServiceNames(ComposeSource source, ComposeProject project, IDocumentSource documents)
    {
        _source = source;
        _project = project;
        _documents = documents;
        _services = [.. project.Services.Select(service => service.Name)];
    }

    /// <summary>All such words of a file, in its order.</summary>
    public static ImmutableArray<NameReference> In(Document document, ComposeProject project, IDocumentSource documents)
    {
        var names = new ServiceNames(new ComposeSource(document, project.Folder, project.Variables), project, documents);
        foreach (var (name, service) in ServicesIn(document))
            names.Add(name, service);
        return [.. names._found.DistinctBy(found => found.Value.Span).OrderBy(found => found.Value.Span.Start)];
    }

    /// <summary>The services of a file, as they are written: name and body.</summary>
    internal static IEnumerable<(YamlEntry Name, YamlMapping Body)> ServicesIn(Document document)
    {
        foreach (var root in ComposeFile.Of(document).Roots)
        {
            if (root.Find("services")?.Value.Resolved is not YamlMapping services)
                continue;
            foreach (var entry in services.MergedEntries())
            {
                if (entry.Value.Resolved is YamlMapping body)
                    yield return (entry, body);
            }
        }
    }

    private void Add(YamlEntry name, YamlMapping service)
    {
        var others = _services.Remove(name.Name!);
        Extends(service.Find("extends")?.Value.Resolved, others);
        switch (service.Find("depends_on")?.Value.Resolved)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.MergedEntries())
                    Add(entry.Key.Resolved, 0, others);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                    Add(item.Resolved, 0, others);
                break;
        }

        foreach (var key in (ReadOnlySpan<string>)["network_mode", "ipc", "pid"])
            Prefixed(service.Find(key)?.Value.Resolved, 0, others);
        switch ((service.Find("build")?.Value.Resolved as YamlMapping)?.Find("additional_contexts")?.Value.Resolved)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.MergedEntries())
                    Prefixed(entry.Value.Resolved, 0, others);
                break;
            case YamlSequence list:
                foreach (var item in list.Items.Select(item => item.Resolved).OfType<YamlScalar>())
                    Prefixed(item, ComposeValue.TextOf(item).IndexOf('=', StringComparison.Ordinal) + 1, others);
                break;
        }
    }

    private void Extends(YamlNode? extends, ImmutableArray<string> others)
    {
        if (extends is not YamlMapping mapping)
        {
            Add(extends, 0, others);
            return;
        }

        if (mapping.Find("file")?.Value.Resolved is not YamlScalar { IsNull: false } file)
        {
            Add(mapping.Find("service")?.Value.Resolved, 0, others);
            return;
        }

        // The services of that file alone: Compose follows none of its includes then.
        var path = ComposePaths.Local(_source, ComposeValue.Of(_source, file));
        var there = path is null || _documents.Find(path).Document is not { } document ? [] : ServicesIn(document).Select(service => service.Name).ToList();
        Add(
            mapping.Find("service")?.Value.Resolved, 0, [.. there.Select(service => service.Name!).Distinct()],
            name => [.. there.Where(service => service.Name == name).Select(service => new FilePlace(path!, service.NameSpan))]);
    }

    private void Prefixed(YamlNode? node, int start, ImmutableArray<string> others)
    {
        if (node is YamlScalar scalar && ComposeValue.TextOf(scalar).AsSpan(start).StartsWith(Prefix))
            Add(scalar, start + Prefix.Length, others);
    }

    private void Add(YamlNode? node, int start, ImmutableArray<string> choices, Func<string, ImmutableArray<FilePlace>>? placesOf = null)
    {
        if (node is not YamlScalar scalar || (scalar.IsNull && !scalar.IsMissing))
            return;
        var value = start == 0 ? ComposeValue.Of(_source, scalar) : ComposeValue.Part(_source, scalar, start, ComposeValue.TextOf(scalar).Length - start);
        var places = value is { IsDynamic: true } or { Text: "" } ? [] : (placesOf ?? PlacesOf)(value.Text);
        _found.Add(new NameReference(value, places, choices));
    }

    private ImmutableArray<FilePlace> PlacesOf(string name) =>
        _project.Find(name) is { } service ? [.. service.NamePlaces.OrderBy(place => place.File.Equals(_source.Document.Path) ? 0 : 1)] : [];
}
