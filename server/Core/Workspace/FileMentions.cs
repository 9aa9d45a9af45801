using Dockstage.Core.Consumers;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>Words in a consumer's file, or in one from which it takes something over, that lead to a file.</summary>
/// <param name="Span">The words, without quotes.</param>
/// <param name="File">The file; one that certainly does not exist is not led to.</param>
public sealed record FileMention(TextSpan Span, DocumentPath File);

/// <summary>From a document to the files that it names.</summary>
public static class FileMentions
{
    /// <summary>
    /// The files named in a document, in its order: Dockerfiles, by their own path or by that of the context in which they are found, and files
    /// that a consumer takes over. Each place leads to one file.
    /// </summary>
    public static IEnumerable<FileMention> In(WorkspaceSnapshot snapshot, DocumentPath path) =>
        Dockerfiles(snapshot, path)
            .Concat(snapshot.FilesNamedIn(path).Where(named => named is { File: not null, IsFolder: false }).Select(named => new FileMention(named.Value.Span, named.File!)))
            .Where(mention => !mention.Span.IsEmpty && !snapshot.Find(mention.File).IsAbsent)
            .DistinctBy(mention => mention.Span)
            .OrderBy(mention => mention.Span.Start);

    private static IEnumerable<FileMention> Dockerfiles(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        foreach (var target in snapshot.BuildTargetsAt(path))
        {
            if (snapshot.Resolve(target) is not ResolvedDockerfile.Found { Path.Host: null } found)
                continue;
            foreach (var value in (TextValue?[])[target.Dockerfile.Value, target.Context.Value])
            {
                if (value is not null && value.File.Equals(path))
                    yield return new FileMention(value.Span, found.Path);
            }
        }
    }
}
