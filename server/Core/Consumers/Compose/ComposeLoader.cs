using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Compose's way from files to services (compose-go, loader): of each YAML document of each file, first what it includes, then what its services
/// extend, then all that is laid over what the earlier ones gave.
/// </summary>
internal sealed class ComposeLoader(IDocumentSource documents)
{
    /// <summary>Files read for one project, each as often as it is taken in; what is beyond is left out.</summary>
    private const int MaxFiles = 1_000;

    /// <summary>Projects included in one another.</summary>
    private const int MaxIncludes = 50;

    /// <summary>Services in a chain of <c>extends</c>; the rest of a longer one is not followed.</summary>
    private const int MaxExtends = 100;

    private readonly Dictionary<(DocumentPath, ComposeVariables), ComposeServices> _extended = [];
    private readonly HashSet<Document> _files = [];
    private readonly List<ComposeSource> _sources = [];
    private int _reads;

    /// <summary>All files that were read.</summary>
    public ImmutableArray<Document> Files => [.. _files];

    /// <summary>The files in the ways in which they were read.</summary>
    public ImmutableArray<ComposeSource> Sources => [.. _sources];

    /// <summary>The services of files that are laid over each other.</summary>
    public ComposeServices Load(ImmutableArray<Document> files, DocumentPath? folder, ComposeVariables variables) => Load(files, folder, variables, []);

    private ComposeServices Load(ImmutableArray<Document> files, DocumentPath? folder, ComposeVariables variables, ImmutableArray<DocumentPath> within)
    {
        var services = new ComposeServices();
        foreach (var file in files)
            Lay(new ComposeSource(file, folder, variables), services, within.Add(file.Path));
        return services;
    }

    private void Lay(ComposeSource source, ComposeServices services, ImmutableArray<DocumentPath> within)
    {
        if (!Enter(source))
            return;
        foreach (var root in ComposeFile.Of(source.Document).Roots)
        {
            var own = new ComposeServices();
            foreach (var service in ComposeReader.Services(root, source))
                own.Add(service);
            foreach (var include in ComposeInclude.In(root, source))
                Include(include, source, own, within);
            if (ComposeReader.ReplacesServices(root))
                services.Clear();
            foreach (var service in own.Values.ToList())
                services.Lay(Extend(own, service.Name, []));
        }
    }

    private bool Enter(ComposeSource source)
    {
        _files.Add(source.Document);
        _sources.Add(source);
        return _reads++ < MaxFiles;
    }

    private void Include(ComposeInclude include, ComposeSource source, ComposeServices own, ImmutableArray<DocumentPath> within)
    {
        if (within.Length > MaxIncludes || FilesOf(include.Paths, source) is not [var main, ..] files || within.Contains(main.Path))
            return;
        var folder = include.ProjectFolder is { } given ? ComposePaths.Local(source, given) : main.Path.Parent;
        if (folder is null)
            return;
        var found = include.VariableFiles.IsEmpty
            ? new[] { documents.Find(folder.Resolve(".env")).Document }.OfType<Document>()
            : FilesOf(include.VariableFiles.RemoveAll(path => path.Text == "/dev/null"), source);
        var variables = source.Variables.WithWeaker(DotEnv.Read(found, source.Variables));
        foreach (var service in Load(files, folder, variables, within).Values)
            own.PutBelow(WithContext(service, new ComposeSource(main, folder, variables)));
    }

    /// <summary>The documents at some paths; none when one of them cannot be told or read, which is an error for Compose.</summary>
    private ImmutableArray<Document> FilesOf(ImmutableArray<TextValue> paths, ComposeSource source)
    {
        var files = ImmutableArray.CreateBuilder<Document>();
        foreach (var path in paths)
        {
            if (ComposePaths.Local(source, path) is not { } place || documents.Find(place).Document is not { } file)
                return [];
            files.Add(file);
        }

        return files.ToImmutable();
    }

    /// <summary>An included project's defaults are filled in before anything is laid over it: its context is its own folder.</summary>
    private static ComposeService WithContext(ComposeService service, ComposeSource source)
    {
        if (service.Build is not { } build || build.Scalar("context") is not null)
            return service;
        var key = service.Body.Entries.First(entry => entry.Name == "build").Key;
        var folder = new ComposeScalar(key with { Text = "." }) { Source = source, WholeText = ".", IsDefault = true };
        var filled = build with { Entries = [.. build.Entries.Where(entry => entry.Name != "context"), new ComposeEntry(key with { Text = "context" }, folder)] };
        return service with { Body = service.Body.With("build", filled) };
    }

    /// <summary>A service with what it extends. Circles end where they close; for Compose they are errors.</summary>
    private ComposeService Extend(ComposeServices services, string name, ImmutableArray<(ComposeServices, string)> chain)
    {
        var service = services.Find(name)!;
        if (services.IsExtended(name) || service.Body.Find("extends") is not ComposeMapping extends)
            return service;
        var (target, file) = (extends.Scalar("service"), extends.Scalar("file"));
        var own = service with { Body = service.Body.Without("extends") };
        if (target is null || chain.Contains((services, name)))
            return own;
        var others = file is null ? services : OthersIn(file);
        if (target.Value.IsDynamic || others?.Find(target.Value.Text) is null || chain.Length >= MaxExtends)
            return own with { IsPartial = true };
        var below = Extend(others, target.Value.Text, chain.Add((services, name)));
        // A tag of the service itself is for earlier files: it does not part the service from what it extends.
        var extended = (own with { Body = own.Body with { ReplacesBelow = false } }).Over(below.AsBase(), keepsTags: true);
        extended = extended with { Body = extended.Body with { ReplacesBelow = own.Body.ReplacesBelow } };
        services.SetExtended(extended);
        return extended;
    }

    /// <summary>The services of another file, as it says them: it includes nothing then. Paths in it are relative to its own folder.</summary>
    private ComposeServices? OthersIn(ComposeScalar file)
    {
        var variables = file.Source.Variables;
        if (ComposePaths.Local(file.Source, file.Value) is not { } path || documents.Find(path).Document is not { } document)
            return null;
        if (_extended.TryGetValue((path, variables), out var known))
            return known;
        var services = new ComposeServices();
        _extended[(path, variables)] = services;
        var source = new ComposeSource(document, path.Parent, variables);
        if (!Enter(source))
            return services;
        foreach (var root in ComposeFile.Of(document).Roots)
        {
            if (ComposeReader.ReplacesServices(root))
                services.Clear();
            foreach (var service in ComposeReader.Services(root, source))
                services.Lay(service);
        }

        return services;
    }
}
