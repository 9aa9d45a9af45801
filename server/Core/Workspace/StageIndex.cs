using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>From a Dockerfile's path to the build targets that name it, over all consumers of a snapshot.</summary>
public sealed class StageIndex
{
    private readonly Dictionary<DocumentPath, List<BuildTarget>> _byDockerfile = [];
    private readonly Dictionary<DocumentPath, List<DocumentPath>> _elsewhere = [];

    private StageIndex(EmbeddedDocuments embedded) => Embedded = embedded;

    /// <summary>Every path at which some build target looks for its Dockerfile.</summary>
    public IEnumerable<DocumentPath> Dockerfiles => _byDockerfile.Keys;

    /// <summary>Every path at which the Dockerfile of some build may lie as well (<see cref="DockerfileChoice.Elsewhere"/>).</summary>
    public IEnumerable<DocumentPath> Elsewhere => _elsewhere.Keys;

    /// <summary>The Dockerfiles that are written inside other documents.</summary>
    internal EmbeddedDocuments Embedded { get; }

    /// <summary>Collects the targets of all consumers' files.</summary>
    /// <param name="files">What the files say.</param>
    /// <param name="earlier">What an index before this one knew of embedded documents.</param>
    internal static StageIndex Build(ImmutableArray<ConsumerFile> files, EmbeddedDocuments earlier)
    {
        var all = files.SelectMany(file => file.Targets).ToList();
        var index = new StageIndex(EmbeddedDocuments.Of(all.Concat(files.SelectMany(file => file.Alone)), earlier));
        foreach (var target in all)
        {
            foreach (var candidate in CandidatesOf(target))
            {
                if (!index._byDockerfile.TryGetValue(candidate, out var targets))
                    index._byDockerfile[candidate] = targets = [];
                targets.Add(target);
            }

            foreach (var path in target.Dockerfile.Elsewhere)
            {
                if (!index._elsewhere.TryGetValue(path, out var askers))
                    index._elsewhere[path] = askers = [];
                askers.Add(target.File);
            }
        }

        foreach (var (path, targets) in index._byDockerfile)
        {
            if (targets.Count > 1)
                index._byDockerfile[path] = [.. targets.OrderBy(target => target.File.Uri, StringComparer.Ordinal).ThenBy(target => target.NamePlace.Span.Start)];
        }

        return index;
    }

    /// <summary>Every path at which a build target looks for its Dockerfile, taken in either way if there are two.</summary>
    internal static IEnumerable<DocumentPath> CandidatesOf(BuildTarget target) => target.Alternative is { } other
        ? target.Dockerfile.Candidates.Concat(other.Dockerfile.Candidates).Distinct()
        : target.Dockerfile.Candidates;

    /// <summary>The files with a build whose Dockerfile may lie here as well.</summary>
    public IEnumerable<DocumentPath> FilesWithElsewhere(DocumentPath path) => _elsewhere.TryGetValue(path, out var files) ? files.Distinct() : [];

    /// <summary>Whether some build target looks for its Dockerfile here.</summary>
    public bool NamesDockerfile(DocumentPath path) => _byDockerfile.ContainsKey(path);

    /// <summary>The folders that are the contexts of the targets that look for their Dockerfile here, taken in either way if there are two; in any order.</summary>
    public IEnumerable<DocumentPath> ContextsNaming(DocumentPath path) => _byDockerfile.TryGetValue(path, out var targets)
        ? targets.SelectMany(target => (DocumentPath?[])[target.Context.Folder, target.Alternative?.Context.Folder]).OfType<DocumentPath>()
        : [];

    /// <summary>The targets that look for their Dockerfile here, also as a second choice; sorted by file and place.</summary>
    public IReadOnlyList<BuildTarget> TargetsNaming(DocumentPath path) =>
        _byDockerfile.TryGetValue(path, out var targets) ? targets : [];
}
