using Dockstage.Core.Documents;
using Dockstage.Core.Formats;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Whether Compose takes a file without those over which it may be laid (compose-go, <c>checkConsistency</c>): each of its services has something
/// to run, and whatever it names is there. One service at fault is enough for Compose to refuse them all.
/// </summary>
internal static class LoneFile
{
    /// <summary>What services name and the top of the file says.</summary>
    private static readonly string[] Declared = ["networks", "secrets", "configs", "models"];

    private static readonly string[] Links = ["links", "volumes_from"];

    /// <summary>Whether Compose takes it, as far as it can be known; a variable's value may say anything.</summary>
    /// <param name="document">The file.</param>
    /// <param name="alone">What it says by itself.</param>
    /// <param name="documents">Other documents.</param>
    public static bool IsComplete(Document document, ComposeProject alone, IDocumentSource documents) =>
        alone.Services.All(service => !service.IsPartial && HasSomethingToRun(service))
        && ServiceNames.In(document, alone, documents).All(named => named.Value.IsDynamic || !named.Places.IsEmpty)
        && ServiceNames.ServicesIn(document).All(service => LinksIn(service.Body).All(name => alone.Find(name) is not null))
        && ServiceNames.ServicesIn(document).SelectMany(service => NamesIn(service.Body)).All(named => IsDeclared(document, named.Key, named.Name));

    private static bool HasSomethingToRun(ComposeService service) => service.Build is not null || service.Body.Find("image") is ComposeScalar { IsNull: false }
        || service.Body.Find("provider") is not null;

    /// <summary>Services that are named with something behind a colon.</summary>
    private static IEnumerable<string> LinksIn(YamlMapping service) =>
        from key in Links
        from item in ItemsOf(service.Find(key)?.Value.Resolved)
        let text = (item as YamlScalar)?.Text
        where text is not null && !text.Contains('$') && !text.StartsWith("container:", StringComparison.Ordinal)
        select text.Split(':')[0];

    private static IEnumerable<(string Key, string Name)> NamesIn(YamlMapping service)
    {
        foreach (var key in Declared)
        {
            foreach (var name in NamesIn(service, key))
                yield return (key, name);
        }

        foreach (var name in NamesIn(service.Find("build")?.Value.Resolved as YamlMapping, "secrets"))
            yield return ("secrets", name);
        foreach (var name in ItemsOf(service.Find("volumes")?.Value.Resolved).Select(VolumeOf).OfType<string>())
            yield return ("volumes", name);
    }

    /// <summary>The volume that an item names; null for a folder and for one without a name. A single letter before the colon is a drive.</summary>
    private static string? VolumeOf(YamlNode item) => item switch
    {
        YamlMapping mapping when (mapping.Find("type")?.Value.Resolved as YamlScalar)?.Text == "volume" => (mapping.Find("source")?.Value.Resolved as YamlScalar)?.Text,
        YamlScalar { Text: var text } when text.IndexOf(':', StringComparison.Ordinal) is > 1 and var end && text[0] is not ('.' or '/' or '~' or '\\') => text[..end],
        _ => null,
    };

    private static IEnumerable<string> NamesIn(YamlMapping? owner, string key) => owner?.Find(key)?.Value.Resolved switch
    {
        YamlMapping mapping => mapping.MergedEntries().Select(entry => entry.Name!),
        var list => ItemsOf(list).Select(item => item is YamlMapping mapping ? mapping.Find("source")?.Value.Resolved : item).OfType<YamlScalar>().Select(name => name.Text),
    };

    private static IEnumerable<YamlNode> ItemsOf(YamlNode? node) => node is YamlSequence list ? list.Items.Select(item => item.Resolved).OfType<YamlNode>() : [];

    private static bool IsDeclared(Document document, string key, string name) =>
        name.Contains('$') || (key == "networks" && name == "default")
        || ComposeFile.Of(document).Roots.Any(root => (root.Find(key)?.Value.Resolved as YamlMapping)?.MergedEntries().Any(entry => entry.Name == name) == true);
}
