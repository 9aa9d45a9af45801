using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Golden;

/// <summary>
/// Most set-ups have no Dockerfiles, for Compose reads none. These are Dockerfiles for their builds, so that every name of a stage in them means one.
/// </summary>
internal static class ComposeGoldenStages
{
    /// <summary>
    /// The Dockerfiles that the builds of a set-up look for and that are not there; each declares the stages that they name, each built on the one
    /// before it.
    /// </summary>
    public static IEnumerable<Document> Missing(ComposeGoldenCase one)
    {
        var named =
            from service in one.Services ?? []
            let build = service.Build
            where build is { Context: ['/', ..], DockerfilePath: not null }
            let path = ComposeGoldenCase.Root.Resolve(build!.Context!).Resolve(build.DockerfilePath!)
            where path.IsWithin(ComposeGoldenCase.Root) && one.Find(path).IsAbsent
            from name in build.NoCacheFilter.Concat(build.Contexts.Keys).Prepend(build.Target)
            group name by path;
        foreach (var file in named)
        {
            var names = file.OfType<string>().Select(name => name.ToLowerInvariant()).Where(IsStageName).Distinct().Order(StringComparer.Ordinal).ToList();
            var lines = names.SelectMany((name, index) => (string[])[$"FROM {(index == 0 ? "busybox" : names[index - 1])} AS {name}", $"COPY --from={names[0]} /a /b"]);
            yield return new Document(file.Key, SourceText.From(string.Concat(lines.Append("FROM busybox AS last").Select(line => line + "\n"))));
        }
    }

    private static bool IsStageName(string name) =>
        name is not ("" or "scratch" or "context" or "last") && char.IsAsciiLetterLower(name[0]) && name.All(unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit is '-' or '_' or '.')
        && char.IsAsciiLetterOrDigit(name[^1]);
}
