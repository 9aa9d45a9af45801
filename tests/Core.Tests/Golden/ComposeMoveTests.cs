using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Golden;

/// <summary>Moving each file and each folder of each set-up: with the edits, every build has the Dockerfile and the context that it had, wherever they are then.</summary>
public sealed class ComposeMoveTests
{
    /// <summary>Set-ups in which something cannot be kept, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["bake/places"] = "a path with $$",
        ["interpolation/dollar-and-blank"] = "a path with $$",
        ["yaml/single-quote-escape"] = "a path with an escape",
        ["yaml/lone-carriage-returns"] = "lines that end so are no lines to an editor",
        ["yaml/question-mark-keys"] = "a key with a question mark before it",
        ["yaml/alias-of-a-scalar-in-blocks"] = "one name for two Dockerfiles of which one moves",
        ["yaml/merge-key-list-first-wins"] = "one name for two Dockerfiles of which one moves",
        ["extends/short-onto-long"] = "one name for two Dockerfiles of which one moves",
        ["extends/file-in-folder-has-its-own-paths"] = "one name for two Dockerfiles of which one moves",
        ["extends/override-extends-by-file"] = "a Dockerfile named here would be looked for in the context of the override",
        ["mixed/extends-merge-override"] = "a Dockerfile named here would be looked for in the context of the override",
        ["extends/file-with-default-context"] = "the build is written in another file, which counts from its own folder",
        ["interpolation/extends-service-name"] = "the .env stays behind",
        ["include/long-path-list"] = "the first of several files that are included together leaves the folder from which all count",
        ["yaml/compact-nested-lists"] = "the file leaves its project_directory",
    };

    [Fact]
    public void Every_build_keeps_its_Dockerfile_and_context()
    {
        var (moves, builds, edited) = (0, 0, 0);
        var differences = new List<string>();
        var excepted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in ComposeGoldenFacts.All.Where(one => one.Services is not null))
        {
            var snapshot = Settled(WorkspaceSnapshot.Empty.WithMany(one.Files.Values.Concat(ComposeGoldenStages.Missing(one))));
            foreach (var move in MovesIn(snapshot))
            {
                var edits = RenamedFiles.EditsFor(snapshot, [move]);
                var after = Moved(snapshot, edits, move);
                moves++;
                edited += edits.Length;
                foreach (var file in snapshot.Paths.Where(path => snapshot.ConsumerAt(path) is not null).ToList())
                {
                    var (before, now) = (snapshot.BuildTargetsIn(file), after.BuildTargetsIn(FileMove.After([move], file)));
                    foreach (var build in before.Where(build => build.MergedFiles.IsEmpty && snapshot.Resolve(build) is ResolvedDockerfile.Found && IsWritten(snapshot, build)))
                    {
                        builds++;
                        var expected = WordsOf(snapshot, build, path => FileMove.After([move], path));
                        var actual = now.FirstOrDefault(other => other.MergedFiles.IsEmpty && other.Name == build.Name) is { } found ? WordsOf(after, found, path => path) : "gone";
                        if (expected != actual && Exceptions.ContainsKey(one.Name))
                            excepted.Add(one.Name);
                        else if (expected != actual)
                            differences.Add($"{one}: {move.Old.Path} → {move.New.Path}: {file.Name} {build.Name}: {expected}, now {actual}");
                    }
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{moves} moves, {builds} builds, {edited} files edited");
        Assert.True(differences.Count == 0, string.Join("\n", differences));
        Assert.Equal(Exceptions.Keys.Order(StringComparer.Ordinal), excepted.Order(StringComparer.Ordinal));
        Assert.True(edited >= 1000, $"only {edited} files were edited");
    }

    /// <summary>Each file into a folder of its own, and each folder beside the compose files.</summary>
    private static IEnumerable<FileMove> MovesIn(WorkspaceSnapshot snapshot)
    {
        var files = snapshot.Paths.Where(path => path.Name != ".env").OrderBy(path => path.Uri, StringComparer.Ordinal).ToList();
        foreach (var file in files)
            yield return new FileMove(file, ComposeGoldenCase.Root.Resolve($"moved/deep down/{file.Name}"));
        foreach (var folder in files.Select(file => file.Parent!).Distinct().Where(folder => !folder.Equals(ComposeGoldenCase.Root) && folder.IsWithin(ComposeGoldenCase.Root)))
            yield return new FileMove(folder, ComposeGoldenCase.Root.Resolve($"moved/{folder.Name}"));
    }

    /// <summary>Whether its paths are written as they are, so that they can be written anew.</summary>
    private static bool IsWritten(WorkspaceSnapshot snapshot, BuildTarget build) =>
        build.Context.Value is not { IsComputed: true } && build.Dockerfile.Value is not { IsComputed: true }
        && snapshot.ConsumerFileAt(build.File).Files.All(named => !named.Value.IsComputed);

    private static WorkspaceSnapshot Moved(WorkspaceSnapshot snapshot, ImmutableArray<FileEdits> edits, FileMove move)
    {
        var documents = snapshot.Paths.Select(path => snapshot.Find(path).Document!).Select(document =>
        {
            var own = edits.Where(file => file.File.Equals(document.Path)).SelectMany(file => file.Edits);
            return new Document(FileMove.After([move], document.Path), own.Reverse().Aggregate(document.Text, (text, edit) => text.With(edit)), document.LanguageId);
        });
        return Settled(WorkspaceSnapshot.Empty.WithMany(documents.ToList()));
    }

    private static WorkspaceSnapshot Settled(WorkspaceSnapshot snapshot)
    {
        while (snapshot.Wanted is { IsEmpty: false } wanted)
            snapshot = wanted.Aggregate(snapshot, (state, path) => state.WithAbsent(path));
        return snapshot;
    }

    private static string WordsOf(WorkspaceSnapshot snapshot, BuildTarget build, Func<DocumentPath, DocumentPath> after)
    {
        var dockerfile = snapshot.Resolve(build) is ResolvedDockerfile.Found { Path: var path } ? build.Dockerfile.IsInline ? "inline" : after(path).Path : "none";
        var context = build.Context.Folder is { } folder ? after(folder).Path : build.Context.Value?.Text;
        return $"{dockerfile} in {context}";
    }
}
