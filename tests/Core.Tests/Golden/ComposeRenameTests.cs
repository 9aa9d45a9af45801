using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Golden;

/// <summary>Renaming each stage of each set-up: afterwards every build is made of the same stage as before.</summary>
public sealed class ComposeRenameTests
{
    [Fact]
    public void Every_build_keeps_its_stage()
    {
        var (renamed, reached) = (0, 0);
        foreach (var one in ComposeGoldenFacts.All)
        {
            var snapshot = Settled(WorkspaceSnapshot.Empty.WithMany(one.Files.Values));
            foreach (var file in one.Files.Values)
            {
                foreach (var (path, stage) in snapshot.EmbeddedIn(file.Path).Select(embedded => embedded.Path).Prepend(file.Path)
                    .SelectMany(path => (snapshot.StagesIn(path)?.Stages ?? []).Select(stage => (path, stage))))
                {
                    if (stage.NameSpan is not { } name
                        || Rename.To(snapshot, path, name.Start, "renamed-stage") is not RenameResult.Made made)
                    {
                        continue;
                    }

                    renamed++;
                    reached += made.Files.Length - 1;
                    var after = Settled(snapshot.WithMany(made.Files.Select(edits => Edited(snapshot, edits))));
                    Assert.True(Builds(snapshot) == Builds(after), $"{one}: {stage.Name}\n{Builds(snapshot)}\n--- after\n{Builds(after)}");
                }
            }
        }

        Assert.True(renamed >= 100, $"only {renamed} stages could be renamed");
        Assert.True(reached >= 100, $"only {reached} other files were reached");
    }

    private static WorkspaceSnapshot Settled(WorkspaceSnapshot snapshot)
    {
        while (snapshot.Wanted is { IsEmpty: false } wanted)
            snapshot = wanted.Aggregate(snapshot, (state, path) => state.WithAbsent(path));
        return snapshot;
    }

    private static Document Edited(WorkspaceSnapshot snapshot, FileEdits edits)
    {
        var document = snapshot.Find(edits.File).Document!;
        return new Document(document.Path, edits.Edits.Reverse().Aggregate(document.Text, (text, edit) => text.With(edit)), document.LanguageId);
    }

    /// <summary>Every build with the index of its stage.</summary>
    private static string Builds(WorkspaceSnapshot snapshot) => string.Join('\n',
        from path in snapshot.Paths.OrderBy(path => path.Uri, StringComparer.Ordinal)
        from target in snapshot.BuildTargetsIn(path)
        let found = snapshot.Resolve(target) as ResolvedDockerfile.Found
        let stage = found?.Model.FindTarget(target.Target?.Text ?? "")
        let uncached = target.UncachedStages.Select(value => found?.Model.FindTarget(value.Text)?.Index)
        select $"{path.Name} {target.Name} {target.MergedFiles.Length}: {(found is null ? null : HostPlace.Of(found.Path))} {stage?.Index} ({string.Join(' ', uncached)})");
}
