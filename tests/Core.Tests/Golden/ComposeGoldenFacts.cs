using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockstage.Core.Tests.Golden;

/// <summary>
/// The compose corpus under <c>tests/fixtures/compose-golden</c>: small set-ups, and beside each what a real Compose made of it.
/// <c>node scripts/golden/makeCompose.mjs</c> makes the facts.
/// </summary>
internal static class ComposeGoldenFacts
{
    private static readonly string Root = FindRoot();

    private static readonly Lazy<ImmutableArray<ComposeGoldenCase>> Cases = new(() =>
    [
        .. Directory.GetDirectories(Root)
            .SelectMany(topic => Directory.GetDirectories(topic))
            .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .Select(name => ComposeGoldenCase.Read(Root, name)),
    ]);

    /// <summary>Every set-up, by name.</summary>
    public static ImmutableArray<ComposeGoldenCase> All => Cases.Value;

    /// <summary>Where that Compose's version differs from what Dockstage follows: these stay.</summary>
    public static ImmutableArray<GoldenException> Exceptions { get; } = Read("exceptions.json");

    /// <summary>Where Dockstage is wrong today: each is to be removed together with its cause.</summary>
    public static ImmutableArray<GoldenException> Mismatches { get; } = Read("mismatches.json");

    /// <summary>
    /// Compares every set-up, and answers what differs, one line each. A set-up on one of the lists must differ, so that neither holds
    /// what is not needed.
    /// </summary>
    /// <param name="facts">Which facts are compared; the lists tell them apart by this.</param>
    /// <param name="compare">How: the differences in one set-up.</param>
    public static IReadOnlyList<string> Differences(string facts, Func<ComposeGoldenCase, IEnumerable<string>> compare)
    {
        var listed = Exceptions.Concat(Mismatches).Where(entry => entry.Facts == facts).Select(entry => entry.File).ToHashSet();
        return [.. All.SelectMany(one => Compare(one, [.. compare(one)]))];

        IEnumerable<string> Compare(ComposeGoldenCase one, List<string> differences) => listed.Contains(one.Name)
            ? differences.Count > 0 ? [] : [$"{one}: is listed for its {facts}, but agrees"]
            : differences.Select(difference => $"{one}: {difference}");
    }

    private static ImmutableArray<GoldenException> Read(string name) =>
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(Root, name)))!.AsArray()
            .Select(entry => new GoldenException((string)entry!["case"]!, (string)entry["facts"]!, (string)entry["reason"]!)),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LanguageServer.sln")))
                return Path.Combine(folder.FullName, "tests", "fixtures", "compose-golden");
        }

        throw new DirectoryNotFoundException("no repository above " + AppContext.BaseDirectory);
    }
}
