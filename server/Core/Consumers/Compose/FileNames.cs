using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Where a compose file names files other than Dockerfiles: <c>include</c> with all its parts, <c>extends.file</c>, <c>env_file</c>.</summary>
internal static class FileNames
{
    /// <summary>How the names of compose files end as a rule.</summary>
    public static readonly ImmutableArray<string> YamlEndings = [".yaml", ".yml"];

    /// <summary>All such words of a file, in its order, each place once.</summary>
    public static ImmutableArray<FileReference> In(Document document, ComposeProject project) => In(new ComposeSource(document, project.Folder, project.Variables));

    /// <summary>All such words of the files that a file's project takes in.</summary>
    public static ImmutableArray<FileReference> Below(Document document, ComposeProject project) =>
        [.. project.Sources.Where(source => source.Document != document).SelectMany(source => In(source)).Distinct()];

    private static ImmutableArray<FileReference> In(ComposeSource source)
    {
        var document = source.Document;
        var includes = ComposeFile.Of(document).Roots.SelectMany(root => ComposeInclude.In(root, source)).ToList();
        var services = ServiceNames.ServicesIn(document).Select(service => service.Body).ToList();
        var taken = includes.SelectMany(include => include.Paths)
            .Concat(Values(services.Select(service => (service.Find("extends")?.Value.Resolved as YamlMapping)?.Find("file")?.Value.Resolved), source));
        var variables = includes.SelectMany(include => include.VariableFiles).Concat(Values(services.SelectMany(VariableFiles), source));
        var folders = includes.Select(include => include.ProjectFolder).OfType<TextValue>();
        return
        [
            .. taken.Select(value => Of(value) with { Endings = YamlEndings })
                .Concat(variables.Select(Of))
                .Concat(folders.Select(value => Of(value) with { IsFolder = true }))
                .DistinctBy(named => named.Value.Span).OrderBy(named => named.Value.Span.Start),
        ];

        FileReference Of(TextValue value) => new(value, ComposePaths.Local(source, value), source.Folder);
    }

    private static IEnumerable<TextValue> Values(IEnumerable<YamlNode?> nodes, ComposeSource source) =>
        nodes.OfType<YamlScalar>().Where(scalar => scalar.IsMissing || !scalar.IsNull).Select(scalar => ComposeValue.Of(source, scalar));

    private static IEnumerable<YamlNode?> VariableFiles(YamlMapping service)
    {
        var given = service.Find("env_file")?.Value.Resolved;
        IEnumerable<YamlNode?> items = given is YamlSequence list ? list.Items.Select(item => item.Resolved) : [given];
        foreach (var item in items)
            yield return item is YamlMapping mapping ? mapping.Find("path")?.Value.Resolved : item;
    }
}
