using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Enumeration;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Session;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// Finds all Dockerfiles and files with build targets in the folders of the workspace, beside the requests and with progress. Links to
/// folders are not followed, so there are no cycles; links to files are. What the user excludes is not read, nor are the folders below.
/// </summary>
internal sealed class FolderScanner(
    ServerSession session, WorkspaceFiles files, LanguageClient client, ClientLog log, BackgroundWork background)
{
    /// <summary>Folders in which other programs keep what is not the user's own: version control, packages, virtual environments, caches.</summary>
    public static readonly FrozenSet<string> SkippedFolders = FrozenSet.ToFrozenSet(
        [".git", ".hg", ".svn", ".jj", "node_modules", "bower_components", ".venv", "__pycache__", ".tox", ".terraform"]);

    private static readonly EnumerationOptions Options = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = true,
        RecurseSubdirectories = true,
    };

    /// <summary>Starts reading folders.</summary>
    public void StartScan(ImmutableArray<DocumentPath> folders)
    {
        if (!folders.IsEmpty)
            background.Start("reading folders", token => ScanAsync(folders, token));
    }

    private async Task ScanAsync(ImmutableArray<DocumentPath> folders, CancellationToken cancellationToken)
    {
        var language = session.State.Language;
        using var progress = await WorkDoneProgress
            .BeginAsync(client, session.State, HostMessages.Scanning.In(language), cancellationToken).ConfigureAwait(false);
        var count = 0;
        foreach (var folder in folders)
        {
            foreach (var batch in Find(folder, session.State.Settings.Exclude, cancellationToken).Chunk(256))
            {
                await files.LoadAsync(batch, cancellationToken).ConfigureAwait(false);
                count += batch.Length;
                progress.Report(HostMessages.Scanned.In(language, count.ToString(null, null)));
            }
        }
    }

    private IEnumerable<DocumentPath> Find(DocumentPath folder, ExcludeGlobs exclude, CancellationToken cancellationToken)
    {
        if (LocalPath.Of(folder) is not { } root)
            yield break;
        IEnumerator<DocumentPath?> found;
        try
        {
            found = Enumerate(folder, root, exclude).GetEnumerator();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.WarnOnce(root, HostMessages.UnreadableFile.With(root, exception.Message));
            yield break;
        }

        using (found)
        {
            while (found.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (found.Current is { } path && StageFiles.Claims(path, languageId: null))
                    yield return path;
            }
        }
    }

    private static FileSystemEnumerable<DocumentPath?> Enumerate(DocumentPath folder, string root, ExcludeGlobs exclude)
    {
        string Relative(ref FileSystemEntry entry) =>
            Path.GetRelativePath(root, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/');

        return new FileSystemEnumerable<DocumentPath?>(
            root,
            (ref FileSystemEntry entry) => Relative(ref entry) is var relative && !exclude.Matches(relative) ? folder.Resolve(relative) : null,
            Options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == 0
                && !SkippedFolders.GetAlternateLookup<ReadOnlySpan<char>>().Contains(entry.FileName)
                && !exclude.Matches(Relative(ref entry)),
        };
    }
}
