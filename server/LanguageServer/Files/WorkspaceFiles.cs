using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Session;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// Brings texts from the disk into the session. All reading goes through here, one batch after another, so that an older text never
/// overwrites a newer one. Files that build targets name, and that nobody has looked at, are read as soon as they are named.
/// </summary>
internal sealed class WorkspaceFiles : IDisposable
{
    private const int BatchSize = 64;
    private readonly ServerSession _session;
    private readonly ClientLog _log;
    private readonly BackgroundWork _background;
    private readonly SemaphoreSlim _reading = new(1);
    private int _looksDue;

    public WorkspaceFiles(ServerSession session, ClientLog log, BackgroundWork background)
    {
        _session = session;
        _log = log;
        _background = background;
        session.Changed += change =>
        {
            if (change.After.Workspace.MayWantMoreThan(change.Before.Workspace, change.Paths))
                StartLoadingWanted();
        };
    }

    /// <summary>Reads files, or finds that they are not there. Documents that are no files, and open ones, stay as they are.</summary>
    public async Task LoadAsync(IEnumerable<DocumentPath> paths, CancellationToken cancellationToken)
    {
        foreach (var batch in paths.Chunk(BatchSize))
        {
            await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var read = batch.Where(path => LocalPath.Of(path) is not null).Select(path => (path, Read(path))).ToList();
                _session.Update(state => state.WithDisk(read), [.. read.Select(file => file.path)]);
            }
            finally
            {
                _reading.Release();
            }
        }
    }

    /// <summary>
    /// Reads the files that one document wants, so that the next request about it finds them: a person who opens a compose file and
    /// completes at once shall not have to wait until all folders are read.
    /// </summary>
    public async Task LoadWantedByAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        for (var wanted = WantedBy(path); !wanted.IsEmpty; wanted = WantedBy(path))
            await LoadAsync(wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the settings files that hold for a document, in its folder and above. Most folders have none; that is not remembered, since it
    /// would look like a change of the settings of everything below.
    /// </summary>
    public Task LoadSettingsForAsync(DocumentPath path, CancellationToken cancellationToken) => LoadAsync(
        SettingsFile.PlacesFor(path).Where(file => _session.State.Workspace.Find(file).IsUnknown && LocalPath.Of(file) is { } place && File.Exists(place)),
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private DocumentState Read(DocumentPath path)
    {
        var file = LocalPath.Of(path)!;
        var read = DiskDocument.Read(path, file);
        if (read.Problem is { } problem)
            _log.WarnOnce(file, problem);
        return read.State;
    }

    /// <summary>Looks beside the requests, because to know what is wanted all build files must have been read.</summary>
    private void StartLoadingWanted()
    {
        if (Interlocked.Increment(ref _looksDue) == 1)
            _background.Start("files of build targets", LoadWantedAsync);
    }

    private async Task LoadWantedAsync(CancellationToken cancellationToken)
    {
        int due;
        do
        {
            due = Volatile.Read(ref _looksDue);
            for (var wanted = Wanted(); !wanted.IsEmpty; wanted = Wanted())
                await LoadAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        while (Interlocked.CompareExchange(ref _looksDue, 0, due) != due);
    }

    private ImmutableArray<DocumentPath> Wanted() => OnDisk(_session.State.Workspace.Wanted);

    private ImmutableArray<DocumentPath> WantedBy(DocumentPath path) => OnDisk(_session.State.Workspace.WantedBy(path));

    private static ImmutableArray<DocumentPath> OnDisk(ImmutableArray<DocumentPath> paths) =>
        paths.RemoveAll(path => LocalPath.Of(path) is null);
}
