using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>A named context where a file gives it, with the Dockerfiles of all builds that get it.</summary>
/// <param name="Context">Its name, where it is written.</param>
/// <param name="Name">The name without the platform for which it is given (<c>NAME::PLATFORM</c>).</param>
/// <param name="Dockerfiles">The Dockerfiles that are known, each once.</param>
/// <param name="IsComplete">Whether all of them are known, and read by Docker's own front end.</param>
public sealed record GivenContext(ContextName Context, string Name, ImmutableArray<ResolvedDockerfile.Found> Dockerfiles, bool IsComplete)
{
    /// <summary>
    /// The contexts that a consumer's file gives by names that are not computed, in the order of the text. One that several builds share, by an
    /// anchor or because another file is laid over this one, comes once.
    /// </summary>
    public static IEnumerable<GivenContext> In(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        // Most files give none, and who is laid over a file is not found in no time.
        if (snapshot.BuildTargetsIn(path).All(target => target.Contexts.IsEmpty))
            yield break;
        var given =
            from target in snapshot.BuildTargetsOver(path)
            from context in target.Contexts
            where context.File.Equals(path) && !context.Value.IsComputed
            group (target, context) by context.Value.Span into places
            orderby places.Key.Start
            select places.ToList();
        foreach (var uses in given)
        {
            var resolved = uses.Select(use => snapshot.Resolve(use.target)).ToList();
            var found = resolved.OfType<ResolvedDockerfile.Found>().Where(one => !one.Model.UsesForeignFrontend).DistinctBy(one => one.Path).ToImmutableArray();
            var isComplete = resolved.All(one => one is ResolvedDockerfile.Found { Model.UsesForeignFrontend: false, IsOpen: false });
            var context = uses[0].context;
            yield return new GivenContext(context, NamedContexts.NameIn(context.Value.Text), found, isComplete);
        }
    }

    /// <summary>A Dockerfile as it is with this context alone.</summary>
    public DockerfileModel With(ResolvedDockerfile.Found dockerfile) =>
        dockerfile.Model.For(new BuildInputs { Contexts = NamedContexts.Of([Name]) });
}
