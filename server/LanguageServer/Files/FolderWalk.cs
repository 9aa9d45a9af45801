using System.Collections.Frozen;
using System.IO.Enumeration;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// The files of a folder and of those below that Dockstage reads by their names. Links to folders are not followed, so there are no cycles;
/// links to files are. What is excluded is not looked into, nor are folders in which other programs keep what is not the user's own.
/// </summary>
internal static class FolderWalk
{
    /// <summary>Version control, packages, virtual environments, caches.</summary>
    public static readonly FrozenSet<string> SkippedFolders = FrozenSet.ToFrozenSet(
        [".git", ".hg", ".svn", ".jj", "node_modules", "bower_components", ".venv", "__pycache__", ".tox", ".terraform"]);

    private static readonly EnumerationOptions Options = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The files, in the order of the disk.</summary>
    /// <param name="folder">The folder's URI, which those of the files are made of.</param>
    /// <param name="root">The same folder on this machine.</param>
    /// <param name="isExcluded">Whether a file is left out, or a folder with everything below it.</param>
    /// <param name="onProblem">Takes a folder that cannot be looked into, and the system's reason. The rest is walked all the same.</param>
    public static IEnumerable<DocumentPath> Find(DocumentPath folder, string root, Func<DocumentPath, bool> isExcluded, Action<string, Exception> onProblem)
    {
        var folders = new Stack<string>();
        folders.Push(root);
        while (folders.TryPop(out var current))
        {
            foreach (var entry in Entries(current, onProblem))
            {
                var path = folder.Resolve(Path.GetRelativePath(root, entry.Path).Replace(Path.DirectorySeparatorChar, '/'));
                if (isExcluded(path))
                    continue;
                if (entry.IsFolder)
                    folders.Push(entry.Path);
                else
                    yield return path;
            }
        }
    }

    /// <summary>The files of our kinds and the folders to walk, directly in one folder.</summary>
    private static List<Entry> Entries(string folder, Action<string, Exception> onProblem)
    {
        var entries = new List<Entry>();
        try
        {
            entries.AddRange(new FileSystemEnumerable<Entry>(
                folder, (ref FileSystemEntry entry) => new Entry(entry.ToFullPath(), entry.IsDirectory), Options)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory
                    ? (entry.Attributes & FileAttributes.ReparsePoint) == 0
                        && !SkippedFolders.GetAlternateLookup<ReadOnlySpan<char>>().Contains(entry.FileName)
                    : StageFiles.IsRead(NameOnly.Resolve(entry.FileName.ToString())),
            });
        }
        catch (DirectoryNotFoundException)
        {
            // It went away since its parent was read.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            onProblem(folder, exception);
        }

        return entries;
    }

    /// <summary>What a file is, is said by its name alone.</summary>
    private static DocumentPath NameOnly { get; } = DocumentPath.FromUri("file:///");

    private readonly record struct Entry(string Path, bool IsFolder);
}
