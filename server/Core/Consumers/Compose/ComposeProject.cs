using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>What Compose makes of a set of files: <c>docker compose config</c>, with the place of every value.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Services">The services of all files, those of disabled profiles too.</param>
/// <param name="Files">All compose files that were read for it.</param>
internal sealed record ComposeProject(string Name, ImmutableArray<ComposeService> Services, ImmutableArray<Document> Files)
{
    /// <summary>Reads a set of files with all that they take in. Never fails: what cannot be read is left out, and what needs it is partial.</summary>
    public static ComposeProject Load(ComposeSet set, IDocumentSource documents)
    {
        var variables = ComposeVariables.None.WithWeaker(set.Shell);
        if (set.VariableFiles is { } given)
            variables = variables.WithWeaker(DotEnv.Read(given.Select(path => documents.Find(path).Document).OfType<Document>(), variables));
        foreach (var folder in set.VariableFiles is null ? set.VariableFolders : [])
        {
            if (documents.Find(folder.Resolve(ComposeFileVariable.FileName)).Document is { } file)
                variables = variables.WithWeaker(DotEnv.Read([file], variables));
        }

        var name = ProjectName.Of(set, variables);
        variables = variables.WithStronger(new Dictionary<string, ComposeVariable> { ["COMPOSE_PROJECT_NAME"] = new(name) });
        var loader = new ComposeLoader(documents);
        var services = loader.Load(set.Files, set.Folder, variables);
        return new ComposeProject(name, [.. services.Values], loader.Files) { Folder = set.Folder, Variables = variables, Sources = loader.Sources };
    }

    /// <summary>The project directory, or null for documents without folders.</summary>
    public required DocumentPath? Folder { get; init; }

    /// <summary>The variables that count in its own files.</summary>
    public required ComposeVariables Variables { get; init; }

    /// <summary>The files that were read for it, each in the ways in which it was.</summary>
    public ImmutableArray<ComposeSource> Sources { get; init; } = [];

    /// <summary>A service, or null.</summary>
    public ComposeService? Find(string name) => Services.FirstOrDefault(service => service.Name == name);
}
