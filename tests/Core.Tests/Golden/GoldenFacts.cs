using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockstage.Core.Tests.Golden;

/// <summary>
/// The golden corpus under <c>tests/fixtures/golden</c>: small Dockerfiles, and beside each what a real engine said about it.
/// <c>node scripts/golden/make.mjs</c> makes the facts. With <c>DOCKSTAGE_GOLDEN</c> in the environment the same in that folder:
/// <c>node scripts/golden/compare.mjs</c> sets it.
/// </summary>
internal static class GoldenFacts
{
    private const string Exempt = "exceptions.json";
    private const string Open = "mismatches.json";

    private static readonly string? Elsewhere = Environment.GetEnvironmentVariable("DOCKSTAGE_GOLDEN");

    private static readonly string Root = Elsewhere is { Length: > 0 } folder ? folder : FindRoot();

    private static readonly Lazy<ImmutableArray<GoldenFile>> Files = new(() =>
    [
        .. Directory.GetFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name.EndsWith(".Dockerfile", StringComparison.Ordinal) || Path.GetFileName(name) == "Dockerfile")
            .Order(StringComparer.Ordinal)
            .Select(name => GoldenFile.Read(Root, name)),
    ]);

    /// <summary>Whether these are the files of the repository, of which tests know how many there are.</summary>
    public static bool IsCorpus => string.IsNullOrEmpty(Elsewhere);

    /// <summary>Every file, by name.</summary>
    public static ImmutableArray<GoldenFile> All => Files.Value;

    /// <summary>Where the engine's version differs from what Dockstage follows: these stay.</summary>
    public static ImmutableArray<GoldenException> Exceptions { get; } = Read(Exempt);

    /// <summary>Where Dockstage is wrong today: each is to be removed together with its cause.</summary>
    public static ImmutableArray<GoldenException> Mismatches { get; } = Read(Open);

    /// <summary>
    /// Compares every file that a comparison applies to, and answers what differs, one line each. A file on one of the lists must differ,
    /// so that neither holds what is not needed.
    /// </summary>
    /// <param name="facts">Which facts are compared: <c>warnings</c>, <c>error</c>, <c>stages</c>, <c>target</c> or <c>plan</c>.</param>
    /// <param name="compare">How: the differences in one file.</param>
    public static IReadOnlyList<string> Differences(string facts, Func<GoldenFile, IEnumerable<string>> compare)
    {
        var listed = Exceptions.Concat(Mismatches).Where(entry => entry.Facts == facts).Select(entry => entry.File).ToHashSet();
        return [.. All.SelectMany(file => Compare(file, [.. compare(file)]))];

        IEnumerable<string> Compare(GoldenFile file, List<string> differences) => listed.Contains(file.Name)
            ? differences.Count > 0 ? [] : [$"{file}: is listed for its {facts}, but agrees"]
            : differences.Select(difference => $"{file}: {difference}");
    }

    /// <summary>Fails with all differences, one line each.</summary>
    public static void Agree(string facts, Func<GoldenFile, IEnumerable<string>> compare)
    {
        Assert.NotEmpty(All);
        var differences = Differences(facts, compare);
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
    }

    private static ImmutableArray<GoldenException> Read(string name) => !IsCorpus ? [] :
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(Root, name)))!.AsArray()
            .Select(entry => new GoldenException((string)entry!["file"]!, (string)entry["facts"]!, (string)entry["reason"]!)),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LanguageServer.sln")))
                return Path.Combine(folder.FullName, "tests", "fixtures", "golden");
        }

        throw new DirectoryNotFoundException("no repository above " + AppContext.BaseDirectory);
    }
}
