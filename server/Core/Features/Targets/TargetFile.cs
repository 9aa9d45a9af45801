using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Targets;

/// <summary>A file in which something to build is written: a row of the first level of the tree of build targets.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind"><c>dockerfile</c>, or the consumer's name: <c>compose</c>.</param>
public sealed record TargetFile(DocumentPath Path, string Kind)
{
    /// <summary>Those among some documents: Dockerfiles first, then consumers' files that ask for a build, each by path.</summary>
    public static ImmutableArray<TargetFile> Among(WorkspaceSnapshot snapshot, IEnumerable<DocumentPath> documents)
    {
        var files = new List<TargetFile>();
        foreach (var path in documents)
        {
            if (snapshot.Find(path).Document is not { } document)
                continue;
            if (StageFiles.IsDockerfile(path, document.LanguageId))
                files.Add(new TargetFile(path, Dockerfile));
            else if (snapshot.ConsumerAt(path) is not { } consumer)
                files.AddRange(snapshot.Index.NamesDockerfile(path) ? [new TargetFile(path, Dockerfile)] : []);
            else if (!snapshot.BuildTargetsIn(path).IsEmpty)
                files.Add(new TargetFile(path, consumer.Name));
        }

        return [.. files.OrderBy(file => file.Kind != Dockerfile).ThenBy(file => file.Path.Path, StringComparer.Ordinal)];
    }

    /// <summary>The <see cref="Kind"/> of Dockerfiles.</summary>
    public const string Dockerfile = "dockerfile";
}
