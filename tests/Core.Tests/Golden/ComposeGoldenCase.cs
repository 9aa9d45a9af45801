using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Golden;

/// <summary>
/// A compose set-up of the corpus, as documents in memory below <see cref="Root"/>, with what Compose said about it. Every
/// message is Compose's own.
/// </summary>
internal sealed class ComposeGoldenCase : IDocumentSource
{
    private static readonly string[] NoInput = ["case.json", "facts.json"];

    private readonly HashSet<string> _folders = [];

    private ComposeGoldenCase(string name, string folder)
    {
        Name = name;
        Files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !NoInput.Contains(path))
            .ToImmutableSortedDictionary(
                path => path,
                path => new Document(Root.Resolve(path), SourceText.From(TextOf(Path.Combine(folder, path)))),
                StringComparer.Ordinal);
        foreach (var file in Files.Values)
        {
            for (var above = file.Path.Parent; above is not null && _folders.Add(above.Path); above = above.Parent)
            {
            }
        }

        var call = File.Exists(Path.Combine(folder, "case.json")) ? Read(Path.Combine(folder, "case.json")) : new JsonObject();
        Arguments = Strings(call["arguments"]);
        Environment = Map(call["environment"]);
        Folder = Root.Resolve((string?)call["folder"] ?? ".");
        Profiles = call["profiles"] is { } profiles ? Strings(profiles) : null;

        var facts = Read(Path.Combine(folder, "facts.json"));
        Error = (string?)facts["error"];
        Warnings = Strings(facts["warnings"]);
        ProjectName = (string?)facts["name"];
        Services = facts["services"] is JsonObject services ? [.. services.Select(entry => ServiceOf(entry.Key, entry.Value!))] : null;
    }

    /// <summary>The folder in which the set-up lies.</summary>
    public static DocumentPath Root { get; } = DocumentPath.FromUri("file:///case");

    /// <summary><c>TOPIC/CASE</c>.</summary>
    public string Name { get; }

    /// <summary>Every file of the set-up, by its path below <see cref="Root"/>, byte order marks and line ends included.</summary>
    public ImmutableSortedDictionary<string, Document> Files { get; }

    /// <summary>The arguments of the call: <c>-f FILE</c>, <c>--project-directory FOLDER</c>, …</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>The environment of the call.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; }

    /// <summary>The folder in which the call was made.</summary>
    public DocumentPath Folder { get; }

    /// <summary>The profiles that were active; null for all.</summary>
    public ImmutableArray<string>? Profiles { get; }

    /// <summary>Why Compose refuses the set-up, or null.</summary>
    public string? Error { get; }

    /// <summary>What Compose warns of, sorted.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>The project's name; null when the set-up is refused.</summary>
    public string? ProjectName { get; }

    /// <summary>The services that are enabled, by name; null when the set-up is refused.</summary>
    public ImmutableArray<ComposeGoldenService>? Services { get; }

    /// <summary>Reads one.</summary>
    /// <param name="root">The corpus folder.</param>
    /// <param name="name">The path below it.</param>
    public static ComposeGoldenCase Read(string root, string name) => new(name, Path.Combine(root, name));

    /// <summary>The values of an argument, such as the files of <c>-f</c>.</summary>
    public IEnumerable<string> ValuesOf(string argument) =>
        Arguments.Zip(Arguments.Skip(1)).Where(pair => pair.First == argument).Select(pair => pair.Second);

    /// <inheritdoc/>
    public DocumentState Find(DocumentPath path)
    {
        if (_folders.Contains(path.Path))
            return DocumentState.Unreadable;
        return path.IsWithin(Root) && Files.TryGetValue(path.RelativeTo(Root), out var document)
            ? document.Text.ToString().Contains('\0', StringComparison.Ordinal) ? DocumentState.Unreadable : DocumentState.Known(document)
            : DocumentState.Absent;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    // File.ReadAllText would take the byte order mark away, which the host leaves to no one either but in UTF-16.
    private static string TextOf(string path) => File.ReadAllBytes(path) switch
    {
        [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
        [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
        var text => new UTF8Encoding().GetString(text),
    };

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    private static ComposeGoldenService ServiceOf(string name, JsonNode service) => new(
        name,
        service["build"] is { } build ? BuildOf(build) : null,
        (string?)service["image"],
        Strings(service["profiles"]),
        [.. Map(service["depends_on"]).Keys]);

    private static ComposeGoldenBuild BuildOf(JsonNode build) => new(
        (string?)build["context"],
        (string?)build["dockerfile"],
        (string?)build["dockerfilePath"],
        (string?)build["dockerfile_inline"],
        (string?)build["target"],
        Map(build["additional_contexts"]),
        Map(build["args"]),
        Strings(build["no_cache_filter"]),
        Strings(build["tags"]),
        Strings(build["platforms"]));

    private static ImmutableArray<string> Strings(JsonNode? list) =>
        list is null ? [] : [.. list.AsArray().Select(item => (string)item!)];

    private static ImmutableSortedDictionary<string, string> Map(JsonNode? map) => (map?.AsObject() ?? []).ToImmutableSortedDictionary(
        entry => entry.Key, entry => entry.Value is JsonValue value ? (string)value! : "", StringComparer.Ordinal);
}
