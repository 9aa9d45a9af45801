using Dockstage.Core.Consumers;
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
        var targets = snapshot.BuildTargetsIn(path);
        var alone = snapshot.ConsumerFileAt(path).Alone;
        if (alone.IsEmpty)
            return targets.Where(target => target.MergedFiles.IsEmpty).Select(target => Of(target, snapshot));
        var merged = targets.ToLookup(target => target.Name);
        return alone.SelectMany(target => Both(Of(target, snapshot), merged[target.Name].Select(other => Of(other, snapshot))));
    }

    private static IEnumerable<ConsumerBuild> Both(ConsumerBuild alone, IEnumerable<ConsumerBuild> merged)
    {
        if (merged.FirstOrDefault() is not { } other)
            return [alone];
        // What else the other files say may be needed all the same: services on which it depends, networks.
        if (IsSame(alone, other))
            return [other];
        var files = other.Target.MergedFiles.Remove(other.Target.File);
        return [alone with { MergedWith = files }, other with { MergedWith = files, IsMerged = true }];
    }

    private static bool IsSame(ConsumerBuild one, ConsumerBuild other) =>
        Equals(one.Target.Context.Folder, other.Target.Context.Folder)
        && one.Target.Context.Value?.Text == other.Target.Context.Value?.Text
        && one.Target.Dockerfile.IsInline == other.Target.Dockerfile.IsInline
        && Equals(one.DockerfilePath, other.DockerfilePath)
        && one.Stage?.Text == other.Stage?.Text;

    private static ConsumerBuild Of(BuildTarget target, WorkspaceSnapshot files) =>
        new() { Target = target, Stage = Value(target.Target), Dockerfile = files.Resolve(target) };

    /// <summary>An empty target is none.</summary>
    private static TextValue? Value(TextValue? target) => target is { IsDynamic: false, Text: "" } ? null : target;
}
