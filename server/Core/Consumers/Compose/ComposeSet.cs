using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Files that Compose merges into one project.</summary>
/// <param name="Files">The files, each laid over those before it.</param>
/// <param name="Folder">The project directory, to which paths in all of them are relative: that of the first file.</param>
internal sealed record ComposeSet(ImmutableArray<Document> Files, DocumentPath? Folder)
{
    /// <summary>compose-go, cli/options.go: what <c>docker compose</c> looks for, in this order.</summary>
    private static readonly ImmutableArray<string> BaseNames =
        ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>What it then lays over that file, from the same folder, in this order.</summary>
    private static readonly ImmutableArray<string> OverrideNames =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>
    /// Folders whose <c>.env</c> counts for variables, the strongest first: the one in which <c>docker compose</c> runs, and the project directory.
    /// </summary>
    public ImmutableArray<DocumentPath> VariableFolders { get; init; } = Folder is null ? [] : [Folder];

    /// <summary>Files of variables that count instead of <c>.env</c> (<c>--env-file</c>), a later one over an earlier; null for none.</summary>
    public ImmutableArray<DocumentPath>? VariableFiles { get; init; }

    /// <summary>Variables of the shell, which beat all others. The server knows none.</summary>
    public IReadOnlyDictionary<string, ComposeVariable> Shell { get; init; } = new Dictionary<string, ComposeVariable>();

    /// <summary>The project's name where it is given (<c>-p</c>), else null.</summary>
    public string? Name { get; init; }

    /// <summary>Whether nothing says that these files belong together but their names.</summary>
    public bool IsSupposed { get; init; }

    /// <summary>A file by itself: <c>docker compose -f FILE</c>.</summary>
    public static ComposeSet Alone(Document document) => new([document], document.Path.Parent);

    /// <summary>
    /// The files with which a file is merged, or null when it is taken alone: those of <c>COMPOSE_FILE</c> in <c>.env</c>; else the base file of the
    /// folder and the override file that Compose finds by itself; else, for a file with an infix (<c>compose.dev.yaml</c>), the base file,
    /// over which such a file is laid by <c>-f BASE -f FILE</c> as a rule. <c>COMPOSE_FILE</c> may name one file alone.
    /// </summary>
    public static ComposeSet? Merged(Document document, IDocumentSource documents)
    {
        if (document.Path.Parent is not { } folder)
            return null;
        foreach (var place in new[] { folder, folder.Parent }.Concat(documents.NamersOf(document.Path).Select(env => env.Path.Parent)).OfType<DocumentPath>().Distinct())
        {
            if (Named(place, documents) is { } named && named.Files.Contains(document))
                return named;
        }

        if (!ComposeConsumer.HasComposeName(document.Path) || FirstOf(BaseNames, folder, documents) is not { } below)
            return null;
        if (!IsBase(document.Path))
        {
            var isSupposed = !OverrideNames.Contains(document.Path.Name, StringComparer.OrdinalIgnoreCase);
            // What includes the base file has all of it by itself, and is not laid over it as well.
            return isSupposed && Includes(document, below) ? null : new ComposeSet([below, document], folder) { IsSupposed = isSupposed };
        }

        return below == document && Named(folder, documents) is null && FirstOf(OverrideNames, folder, documents) is { } over
            ? new ComposeSet([below, over], folder)
            : null;
    }

    /// <summary>
    /// Folders that may be a file's project directory as well: one with the name of an override (<c>docker-compose.override.yml</c>, <c>compose.tests.yaml</c>)
    /// in a folder without a base file is meant to be laid over one of another folder, as a rule one above (<c>-f ../compose.yaml -f compose.tests.yaml</c>), and then
    /// its paths count from there. So is any file that Compose refuses by itself (or with the base file of its folder), because something is named that is not there. The nearest
    /// first; none for other files.
    /// </summary>
    /// <param name="document">The file.</param>
    /// <param name="documents">Other documents.</param>
    /// <param name="isTakenAsItIs">Whether Compose takes what begins with the base file of its folder, which is looked at only where the name does not tell.</param>
    public static IEnumerable<DocumentPath> FoldersAbove(Document document, IDocumentSource documents, Func<bool> isTakenAsItIs)
    {
        if (document.Path.Parent is not { } folder || !ComposeConsumer.HasComposeName(document.Path))
            yield break;
        if ((IsBase(document.Path) || FirstOf(BaseNames, folder, documents) is not null) && isTakenAsItIs())
            yield break;
        for (var above = folder.Parent; above is not null; above = above.Parent)
            yield return above;
    }

    /// <summary>What <c>docker compose</c> runs on in a folder: the files of <c>COMPOSE_FILE</c>, else the base file with its override; null for none.</summary>
    public static ComposeSet? Found(DocumentPath folder, IDocumentSource documents)
    {
        if (Named(folder, documents) is { } named)
            return named;
        for (var place = folder; place is not null; place = place.Parent)
        {
            if (FirstOf(BaseNames, place, documents) is not { } below)
                continue;
            var over = FirstOf(OverrideNames, place, documents);
            return new ComposeSet(over is null ? [below] : [below, over], place) { VariableFolders = [.. new[] { folder, place }.Distinct()] };
        }

        return null;
    }

    /// <summary>Whether a file is only ever laid over another, so that what it says alone is of no interest.</summary>
    public bool IsOnlyLaidOver(Document document) => Files[0] != document && !(IsBase(document.Path) && document.Path.Parent is { } own && own.Equals(Folder));

    /// <summary>The files of <c>COMPOSE_FILE</c>, as far as a <c>.env</c> says so; null when there is none or one of them cannot be read.</summary>
    private static ComposeSet? Named(DocumentPath folder, IDocumentSource documents)
    {
        if (documents.Find(folder.Resolve(ComposeFileVariable.FileName)).Document is not { } env)
            return null;
        var files = ImmutableArray.CreateBuilder<Document>();
        foreach (var path in ComposeFileVariable.In(env).Files.Select(file => file.File).OfType<DocumentPath>())
        {
            if (documents.Find(path).Document is not { } file)
                return null;
            files.Add(file);
        }

        if (files.Count == 0)
            return null;
        var home = files[0].Path.Parent;
        return new ComposeSet(files.ToImmutable(), home) { VariableFolders = [.. new[] { folder, home }.OfType<DocumentPath>().Distinct()] };
    }

    private static bool Includes(Document document, Document other)
    {
        var source = new ComposeSource(document, document.Path.Parent, ComposeVariables.None);
        return ComposeFile.Of(document).Roots.SelectMany(root => ComposeInclude.In(root, source)).SelectMany(include => include.Paths)
            .Any(path => other.Path.Equals(ComposePaths.Local(source, path)));
    }

    private static bool IsBase(DocumentPath path) => BaseNames.Contains(path.Name, StringComparer.OrdinalIgnoreCase);

    private static Document? FirstOf(ImmutableArray<string> names, DocumentPath folder, IDocumentSource documents)
    {
        foreach (var name in names)
        {
            if (documents.Find(folder.Resolve(name)).Document is { } found)
                return found;
        }

        return null;
    }
}
