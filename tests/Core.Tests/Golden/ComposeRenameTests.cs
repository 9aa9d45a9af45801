using System.Text.RegularExpressions;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Golden;

/// <summary>
/// Renaming each stage of each set-up, from each place that names it: afterwards <c>dockstage targets</c> tells of the same stages and builds,
/// but for that name. (That Compose goes on reading the files is shown by <c>node scripts/golden/renameCompose.mjs</c>.)
/// </summary>
public sealed class ComposeRenameTests
{
    [Theory]
    [InlineData("renamed-stage")]
    [InlineData("null")]
    public void All_that_can_be_built_stays_but_for_the_name(string newName)
    {
        var (renamed, places, reached) = (0, 0, 0);
        var refusals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var one in ComposeGoldenFacts.All)
        {
            var snapshot = Settled(WorkspaceSnapshot.Empty.WithMany(one.Files.Values.Concat(ComposeGoldenStages.Missing(one))));
            foreach (var path in snapshot.Paths.Concat(snapshot.Embedded.Select(embedded => embedded.Path)).ToList())
            {
                foreach (var stage in snapshot.StagesIn(path)?.Stages ?? [])
                {
                    if (stage.NameSpan is not { } name)
                        continue;
                    var mentions = StageMentions.Of(snapshot, path, snapshot.StagesIn(path)!, stage).ToList();
                    var results = mentions.ToDictionary(mention => mention, mention => Rename.To(snapshot, mention.File, mention.Span.Start, newName));
                    foreach (var refused in results.Values.OfType<RenameResult.Refused>())
                        refusals[refused.Reason.Message.English] = refusals.GetValueOrDefault(refused.Reason.Message.English) + 1;
                    var made = results.Values.OfType<RenameResult.Made>().ToList();
                    places += made.Count;
                    if (made.Count == 0)
                        continue;

                    differences.AddRange(made.Select(Written).Distinct().Skip(1).Select(other => $"{one}: {stage.Name}: what is edited depends on the place\n{Written(made[0])}\n--- or\n{other}"));
                    renamed++;
                    reached += made[0].Files.Length - 1;
                    var after = Settled(snapshot.WithMany(made[0].Files.Select(edits => Edited(snapshot, edits))));
                    var keepsLines = made[0].Files.SelectMany(file => file.Edits.Select(edit => snapshot.Find(file.File).Document!.Text.ToString(edit.Span))).All(text => !text.Contains('\n'));
                    var (expected, actual) = (Rows(snapshot, keepsLines, newName, path, stage), Rows(after, keepsLines, newName));
                    if (expected != actual)
                        differences.Add($"{one}: {stage.Name}\n{expected}\n--- after\n{actual}");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
        Assert.True(renamed >= 100, $"only {renamed} stages could be renamed");
        Assert.True(reached >= 100, $"only {reached} other files were reached");
        TestContext.Current.SendDiagnosticMessage($"{renamed} stages, {places} places, {reached} other files; {string.Join("; ", refusals)}");
    }

    private static WorkspaceSnapshot Settled(WorkspaceSnapshot snapshot)
    {
        while (snapshot.Wanted is { IsEmpty: false } wanted)
            snapshot = wanted.Aggregate(snapshot, (state, path) => state.WithAbsent(path));
        return snapshot;
    }

    private static string Written(RenameResult.Made made) =>
        string.Join('\n', made.Files.Select(file => $"{file.File}: {string.Join(' ', file.Edits.Select(edit => $"{edit.Span}={edit.NewText}"))}"));

    private static Document Edited(WorkspaceSnapshot snapshot, FileEdits edits)
    {
        var document = snapshot.Find(edits.File).Document!;
        return new Document(document.Path, edits.Edits.Reverse().Aggregate(document.Text, (text, edit) => text.With(edit)), document.LanguageId);
    }

    /// <summary>What <c>dockstage targets</c> tells; with a stage given, as if that had the new name already.</summary>
    private static string Rows(WorkspaceSnapshot snapshot, bool tellsLines, string newName, DocumentPath? dockerfile = null, Stage? renamed = null)
    {
        var rows = new List<string>();
        foreach (var path in snapshot.Paths.OrderBy(path => path.Uri, StringComparer.Ordinal))
        {
            foreach (var stage in snapshot.StagesIn(path)?.Stages ?? [])
            {
                var isHere = path.Equals(dockerfile);
                var name = isHere && stage.Index == renamed!.Index ? newName : stage.Name;
                var written = isHere && stage.Base is StageBase.OnStage below && below.Stage.Index == renamed!.Index
                    ? Regex.Replace(stage.BaseText, $@"(?<![\w.-]){Regex.Escape(renamed.Name!)}(?![\w.-])", newName)
                    : stage.BaseText;
                rows.Add($"{path.Path}{LineOf(path, stage.FromSpan.Start)} {stage.Index}: {name} on {written} ({stage.Description})");
            }

            foreach (var build in ConsumerBuilds.In(snapshot, path))
            {
                var isMeant = build.Builds is { } builds && build.DockerfilePath!.Equals(dockerfile) && builds.Index == renamed!.Index;
                // A file alone may name a stage that only the Dockerfile of the merged build has.
                var target = build.Stage is null ? null : isMeant ? newName : build.Builds is null ? "?" : build.Stage.Text;
                // Where something comes before it that is renamed too, an inline Dockerfile has another place in its file.
                var file = build.DockerfilePath is { } found ? HostPlace.Of(found).Path : null;
                rows.Add(
                    $"{path.Path}{LineOf(path, build.Offset)} {build.Target.Name}: {build.Target.Context.Folder?.Path} {file} {target?.ToLowerInvariant()} -> {build.Builds?.Index}"
                    + $" {string.Join(' ', build.Target.Contexts.Where(context => Counts(build, context)).Select(context => NameIn(context.Value.Text)))} | {string.Join(' ', build.Target.UncachedStages.Select(stage => NameIn(stage.Text)))}"
                    + $" {build.IsMerged} {string.Join(' ', build.MergedWith.Select(below => below.Path))}");

                string NameIn(string text) => build.DockerfilePath is { } path && path.Equals(dockerfile) && ReferenceEquals(MeantIn(build, text), renamed) ? newName : text.ToLowerInvariant();
            }
        }

        return string.Join('\n', rows);

        string LineOf(DocumentPath path, int offset) => tellsLines ? $":{snapshot.Find(path).Document!.Text.LineAt(offset) + 1}" : "";
    }

    /// <summary>Whether a context takes the place of something: one that does not may be called as it likes, where several builds share its name.</summary>
    private static bool Counts(ConsumerBuild build, ContextName context) =>
        build.Dockerfile is ResolvedDockerfile.Found { Model: var model } && context.Value.Text is { Length: > 0 } name
        && ((model.FindTarget(name) is not null && !name.Any(char.IsAsciiLetterUpper)) || model.NamesImage(name));

    private static Stage? MeantIn(ConsumerBuild build, string text) => (build.Dockerfile as ResolvedDockerfile.Found)?.Model.FindTarget(text);
}
