using System.Collections.Immutable;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Session;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// Reads all Dockerfiles, files with build targets and settings files in the folders of the workspace, beside the requests and with
/// progress. Settings come first, since they say what is not read.
/// </summary>
internal sealed class FolderScanner
{
    private readonly ServerSession _session;
    private readonly WorkspaceFiles _files;
    private readonly LanguageClient _client;
    private readonly ClientLog _log;
    private readonly BackgroundWork _background;

    public FolderScanner(ServerSession session, WorkspaceFiles files, LanguageClient client, ClientLog log, BackgroundWork background)
    {
        _session = session;
        _files = files;
        _client = client;
        _log = log;
        _background = background;
        session.Changed += ReadAgain;
    }

    /// <summary>Starts reading folders.</summary>
    public void StartScan(ImmutableArray<DocumentPath> folders)
    {
        if (!folders.IsEmpty)
            _background.Start("reading folders", token => ScanAsync(folders, token));
    }

    private async Task ScanAsync(ImmutableArray<DocumentPath> folders, CancellationToken cancellationToken)
    {
        var language = _session.State.Language;
        using var progress = await WorkDoneProgress
            .BeginAsync(_client, _session.State, HostMessages.Scanning.In(language), cancellationToken).ConfigureAwait(false);
        var count = 0;
        foreach (var folder in folders)
        {
            await _files.LoadSettingsForAsync(folder.Resolve(SettingsFile.FileName), cancellationToken).ConfigureAwait(false);
            var found = Find(folder, cancellationToken).ToLookup(SettingsFile.IsNamedSo);
            await _files.LoadAsync(found[true], cancellationToken).ConfigureAwait(false);
            var state = _session.State;
            foreach (var batch in found[false].Where(path => !state.IsExcluded(path)).Chunk(256))
            {
                await _files.LoadAsync(batch, cancellationToken).ConfigureAwait(false);
                count += batch.Length;
                progress.Report(HostMessages.Scanned.In(language, count.ToString(null, null)));
            }
        }
    }

    private IEnumerable<DocumentPath> Find(DocumentPath folder, CancellationToken cancellationToken)
    {
        if (LocalPath.Of(folder) is not { } root)
            yield break;
        foreach (var path in FolderWalk.Find(folder, root, _session.State.IsExcluded, Warn))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return path;
        }
    }

    private void Warn(string folder, Exception reason) => _log.WarnOnce(folder, HostMessages.UnreadableFile.With(folder, reason.Message));

    /// <summary>A settings file no longer excludes what it did: that has never been read.</summary>
    private void ReadAgain(SessionChange change)
    {
        foreach (var file in change.Paths.Where(SettingsFile.IsNamedSo))
        {
            var before = Excluded(change.Before, file);
            if (before is not null && !before.Value.SequenceEqual(Excluded(change.After, file) ?? []))
            {
                StartScan(change.After.Folders);
                return;
            }
        }
    }

    private static ImmutableArray<string>? Excluded(SessionState state, DocumentPath file) =>
        state.Workspace.SettingsIn(file)?.Values.Texts("files.exclude");
}
