using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Session;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// Files and folders of the disk as the language server would know them, had an editor opened the folders: the same files, the same
/// settings files, the Dockerfiles that builds name wherever they lie.
/// </summary>
public sealed record DiskWorkspace
{
    /// <summary>What an editor's session would be like.</summary>
    public required SessionState State { get; init; }

    /// <summary>The documents that were asked for: each file given, and what the folders given hold. Sorted by their paths.</summary>
    public required ImmutableArray<DocumentPath> Asked { get; init; }

    /// <summary>The folder from which people count: the only one given, else the current one.</summary>
    public required DocumentPath Root { get; init; }

    /// <summary>What is not there or cannot be read.</summary>
    public required ImmutableArray<LocalizedText> Problems { get; init; }

    /// <summary>Reads files and folders. Never fails.</summary>
    /// <param name="paths">As a person writes them; none: the current folder.</param>
    /// <param name="currentFolder">A full path.</param>
    public static DiskWorkspace Read(IReadOnlyCollection<string> paths, string currentFolder)
    {
        var reading = new Reading();
        foreach (var path in paths.Count == 0 ? ["."] : paths)
            reading.Take(path, Path.GetFullPath(path, currentFolder));
        return reading.Finish(LocalPath.ToDocument(currentFolder), isFolderAlone: paths.Count <= 1);
    }

    private sealed class Reading
    {
        private readonly HashSet<DocumentPath> _files = [];
        private readonly List<DocumentPath> _folders = [];
        private readonly List<LocalizedText> _problems = [];
        private SessionState _state = SessionState.Empty;

        public void Take(string written, string full)
        {
            if (Directory.Exists(full))
            {
                var folder = LocalPath.ToDocument(full);
                if (!_folders.Contains(folder))
                    _folders.Add(folder);
            }
            else if (LocalPath.ToDocument(full) is var file && LocalPath.Of(file) is { } local && File.Exists(local))
            {
                _files.Add(file);
            }
            else
            {
                _problems.Add(HostMessages.NoSuchPath.With(written));
            }
        }

        public DiskWorkspace Finish(DocumentPath current, bool isFolderAlone)
        {
            _state = _state with { Folders = [.. _folders] };
            foreach (var place in _folders.Select(folder => folder.Resolve(SettingsFile.FileName)).Concat(_files))
                Load(SettingsFile.PlacesFor(place));
            Load(_files, LanguageOf);
            foreach (var folder in _folders)
            {
                var found = FolderWalk.Find(folder, LocalPath.Of(folder)!, _state.IsExcluded, Report).ToLookup(SettingsFile.IsNamedSo);
                Load(found[true]);
                Load(found[false].Where(path => !_state.IsExcluded(path)));
            }

            for (var wanted = Wanted(); wanted.Count > 0; wanted = Wanted())
                Load(wanted);
            var asked = _state.Workspace.Paths.Where(path => _files.Contains(path) || _state.Reports(path));
            return new DiskWorkspace
            {
                State = _state,
                Asked = [.. asked.OrderBy(path => path.Path, StringComparer.Ordinal)],
                Root = isFolderAlone && _folders.Count == 1 ? _folders[0] : current,
                Problems = [.. _problems],
            };
        }

        private List<DocumentPath> Wanted() => [.. _state.Workspace.Wanted.Where(path => LocalPath.Of(path) is not null)];

        /// <summary>A file that is given is read as what it is called; one whose name says nothing as a compose file or else as a Dockerfile.</summary>
        private static string? LanguageOf(DocumentPath path) =>
            StageFiles.IsRead(path) ? null
            : path.Name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? "dockercompose"
            : "dockerfile";

        private void Load(IEnumerable<DocumentPath> paths, Func<DocumentPath, string?>? languageOf = null)
        {
            var read = paths.Where(path => LocalPath.Of(path) is not null && _state.Workspace.Find(path).IsUnknown).Distinct()
                .AsParallel().AsOrdered()
                .Select(path => (Path: path, Found: DiskDocument.Read(path, LocalPath.Of(path)!, languageOf?.Invoke(path)))).ToList();
            _problems.AddRange(read.Select(one => one.Found.Problem).OfType<LocalizedText>());
            _state = _state.WithDisk(read.Select(one => (one.Path, one.Found.State)));
        }

        private void Report(string folder, Exception reason) => _problems.Add(HostMessages.UnreadableFile.With(folder, reason.Message));
    }
}
