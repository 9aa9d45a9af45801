using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Consumers.Compose;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Golden;

/// <summary>What Dockstage makes of a set-up that is called as the facts tell: files, folder, variables.</summary>
internal static class ComposeGoldenProject
{
    /// <summary>The project, and the set of files that it is made from; null when the call names files that cannot be read.</summary>
    public static (ComposeSet Set, ComposeProject Project)? Of(ComposeGoldenCase one) =>
        SetOf(one) is { } set ? (set, ComposeProject.Load(set, one)) : null;

    /// <summary>The builds of all services.</summary>
    public static ImmutableArray<BuildTarget> BuildsOf(ComposeGoldenCase one) => Of(one) is var (set, project)
        ? [.. project.Services.Select(service => ComposeTargets.Of(service, set.Files[0], set)).OfType<BuildTarget>()]
        : [];

    private static ComposeSet? SetOf(ComposeGoldenCase one)
    {
        var shell = one.Environment.ToDictionary(entry => entry.Key, entry => new ComposeVariable(entry.Value));
        var home = one.ValuesOf("--project-directory").LastOrDefault() is { } given ? one.Folder.Resolve(given) : null;
        var named = one.ValuesOf("-f").Concat(one.ValuesOf("--file")).ToList();
        if (named.Count == 0 && shell.TryGetValue("COMPOSE_FILE", out var list))
            named = [.. list.Text.Split(shell.GetValueOrDefault("COMPOSE_PATH_SEPARATOR")?.Text ?? ":")];
        var files = named.Select(name => one.Find(one.Folder.Resolve(name)).Document).ToList();
        if (files.Contains(null))
            return null;
        var set = files.Count > 0
            ? new ComposeSet([.. files.OfType<Document>()], files[0]!.Path.Parent)
            : ComposeSet.Found(one.Folder, one);
        var variableFiles = one.ValuesOf("--env-file").ToList();
        if (variableFiles.Count == 0 && shell.TryGetValue("COMPOSE_ENV_FILES", out var listed))
            variableFiles = [.. listed.Text.Split(',')];
        return set is null ? null : set with
        {
            Folder = home ?? set.Folder,
            VariableFolders = home is null ? set.VariableFolders : [home],
            Shell = shell,
            Name = one.ValuesOf("-p").Concat(one.ValuesOf("--project-name")).LastOrDefault(),
            VariableFiles = variableFiles.Count > 0 ? [.. variableFiles.Select(file => one.Folder.Resolve(file))]
                : shell.GetValueOrDefault("COMPOSE_DISABLE_ENV_FILE")?.Text is "1" or "true" ? ImmutableArray<DocumentPath>.Empty
                : null,
        };
    }
}
