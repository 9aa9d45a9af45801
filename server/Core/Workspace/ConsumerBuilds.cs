using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>The builds of a consumer's file: what the file asks for when it is taken alone, and when it is laid over the files below it.</summary>
public static class ConsumerBuilds
{
    /// <summary>
    /// In file order; of a build that is laid over another with another result, first the one of the file alone and then the merged one.
    /// </summary>
    public static IEnumerable<ConsumerBuild> In(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        if (snapshot.Find(path).Document is not { } document || StageFiles.ConsumerOf(path, document.LanguageId) is not { } consumer)
            return [];
        var below = consumer.FilesBelow(document, snapshot);
        if (below.IsEmpty)
            return snapshot.BuildTargetsIn(path).Where(target => target.MergedFiles.IsEmpty).Select(target => Of(target, snapshot));
        var alone = Alone(snapshot, document, consumer);
        var merged = snapshot.BuildTargetsIn(path).ToLookup(target => target.Name);
        return alone.BuildTargetsIn(path).SelectMany(target => Both(Of(target, alone), merged[target.Name].Select(other => Of(other, snapshot)), below));
    }

    private static IEnumerable<ConsumerBuild> Both(ConsumerBuild alone, IEnumerable<ConsumerBuild> merged, ImmutableArray<DocumentPath> below)
    {
        if (merged.FirstOrDefault() is not { } other)
            return [alone];
        // What else the files below say may be needed all the same: services on which it depends, networks.
        if (IsSame(alone, other))
            return [other];
        return [alone with { MergedWith = below }, other with { MergedWith = below, IsMerged = true }];
    }

    private static bool IsSame(ConsumerBuild one, ConsumerBuild other) =>
        Equals(one.Target.Context.Folder, other.Target.Context.Folder)
        && one.Target.Context.Value?.Text == other.Target.Context.Value?.Text
        && one.Target.Dockerfile.IsInline == other.Target.Dockerfile.IsInline
        && Equals(one.DockerfilePath, other.DockerfilePath)
        && one.Stage?.Text == other.Stage?.Text;

    private static ConsumerBuild Of(BuildTarget target, WorkspaceSnapshot files) =>
        new() { Target = target, Files = files, Stage = Value(target.Target), Dockerfile = files.Resolve(target) };

    /// <summary>An empty target is none.</summary>
    private static TextValue? Value(TextValue? target) => target is { IsDynamic: false, Text: "" } ? null : target;

    private static WorkspaceSnapshot Alone(WorkspaceSnapshot snapshot, Document document, IStageConsumer consumer)
    {
        // Where one file below is gone, another may take its place.
        for (var below = consumer.FilesBelow(document, snapshot); !below.IsEmpty; below = consumer.FilesBelow(document, snapshot))
            snapshot = below.Aggregate(snapshot, (files, path) => files.WithAbsent(path));
        return snapshot;
    }
}
