using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Consumers;
using Dockstage.Core.IgnoreFiles;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using FileSystemWatcher = Dockstage.LanguageServer.Protocol.FileSystemWatcher;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// Has the client watch files (LSP: workspace/didChangeWatchedFiles, registered dynamically): Dockerfiles, compose files, settings files, ignore
/// files and files that say which others are consumers' by their usual names, and any other file as soon as a build target names it or a consumer asks for it. Deletions are watched everywhere, because of a folder that is deleted only
/// the folder itself is reported.
/// </summary>
internal sealed class FileWatching
{
    private static readonly ImmutableArray<string> UsualNames =
    [
        "**/*[Dd]ockerfile*", "**/*[Cc]ontainerfile*", "**/*compose*.yml", "**/*compose*.yaml", $"**/{SettingsFile.FileName}",
        $"**/*{IgnoreFile.FileName}", .. StageConsumers.All.Select(consumer => consumer.NamingFile).OfType<string>().Select(name => $"**/{name}"),
    ];

    private readonly ServerSession _session;
    private readonly LanguageClient _client;
    private readonly WorkspaceFiles _files;
    private readonly BackgroundWork _background;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _names = [];
    private bool _isStarted;

    public FileWatching(ServerSession session, LanguageClient client, WorkspaceFiles files, BackgroundWork background)
    {
        _session = session;
        _client = client;
        _files = files;
        _background = background;
        session.Changed += change => WatchNamed(change.Paths);
    }

    /// <summary>Registers the usual names.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!_session.State.Client.FileWatching)
            return;
        await RegisterAsync(
            "dockstage.files",
            [.. UsualNames.Select(Watch), new FileSystemWatcher { GlobPattern = "**/*", Kind = WatchKind.Delete }],
            cancellationToken).ConfigureAwait(false);
        lock (_gate)
            _isStarted = true;
        WatchNamed(_session.State.Workspace.Named);
    }

    /// <summary>Reads again what changed: files that are known, new files of our kinds, and everything below what was deleted.</summary>
    public Task ReloadAsync(IEnumerable<FileEvent> events, CancellationToken cancellationToken)
    {
        var state = _session.State;
        var paths = new HashSet<DocumentPath>();
        foreach (var change in events)
        {
            if (!DocumentPath.TryParse(change.Uri, out var path))
                continue;
            var isKnown = !state.Workspace.Find(path).IsUnknown;
            if (change.Type == FileChangeType.Deleted)
                paths.UnionWith(state.Workspace.Paths.Where(known => known.IsWithin(path)));
            else if (isKnown || (StageFiles.IsRead(path) && state.IsInWorkspace(path) && !state.IsExcluded(path)))
                paths.Add(path);
        }

        // Nobody watches files outside the folders that a build target names or takes over; any event is an occasion to look at them again.
        paths.UnionWith(state.Workspace.Named.Where(path => path.IsFile && !state.IsInWorkspace(path)));
        return _files.LoadAsync(paths, cancellationToken);
    }

    private void WatchNamed(IEnumerable<DocumentPath> paths)
    {
        List<string> added;
        lock (_gate)
        {
            if (!_isStarted)
                return;
            added = [.. paths.Where(path => path.IsFile && !StageFiles.IsRead(path)).Select(path => path.Name).Where(_names.Add)];
        }

        if (added.Count > 0)
        {
            _background.Start("client/registerCapability", token => RegisterAsync(
                $"dockstage.files.{added[0]}", [.. added.Select(name => Watch($"**/{Escape(name)}"))], token));
        }
    }

    private Task<bool> RegisterAsync(string id, FileSystemWatcher[] watchers, CancellationToken cancellationToken)
    {
        var registration = new Registration
        {
            Id = id,
            Method = "workspace/didChangeWatchedFiles",
            RegisterOptions = ServerJson.ToElement(new DidChangeWatchedFilesRegistrationOptions { Watchers = watchers }),
        };
        return _client.RegisterAsync([registration], cancellationToken);
    }

    private static FileSystemWatcher Watch(string glob) => new() { GlobPattern = glob };

    /// <summary>A letter that means something in a glob is watched as "any letter".</summary>
    private static string Escape(string name)
    {
        var escaped = new StringBuilder(name);
        foreach (var letter in "*?[]{},!")
            escaped.Replace(letter, '?');
        return escaped.ToString();
    }
}
