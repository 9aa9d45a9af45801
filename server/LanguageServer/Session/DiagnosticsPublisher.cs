using System.Text.Json;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Handlers;
using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// Keeps the client's list of problems current. After each change it waits until the changes pause, then computes the findings of every
/// document that the changed ones may affect. Results for a state that is no longer current are dropped, and only what differs from
/// what the client was told last is sent: documents that are gone, closed outside the workspace or excluded have no findings.
/// </summary>
internal sealed class DiagnosticsPublisher : IDisposable
{
    /// <summary>How long changes must pause.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Most documents that are named in one <c>dockstage/changed</c>.</summary>
    public const int MostNamed = 100;

    private readonly ServerSession _session;
    private readonly LanguageClient _client;
    private readonly BackgroundWork _background;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _round = new(1);
    private readonly Dictionary<DocumentPath, Told> _told = [];
    private Dictionary<DocumentPath, WorkspaceSnapshot> _changed = [];

    // Made with the first change of a document: the first timer of a process costs more than it takes to answer `initialize`.
    private ITimer? _timer;

    public DiagnosticsPublisher(ServerSession session, LanguageClient client, BackgroundWork background, TimeProvider time)
    {
        _session = session;
        _client = client;
        _background = background;
        _time = time;
        session.Changed += OnChanged;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _round.Dispose();
    }

    private void OnChanged(SessionChange change)
    {
        lock (_gate)
        {
            if (_timer is null && change.Paths.IsEmpty)
                return;
            foreach (var path in change.Paths)
                _changed.TryAdd(path, change.Before.Workspace);
            _timer ??= _time.CreateTimer(_ => StartRound(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void StartRound() => _background.Start("textDocument/publishDiagnostics", RoundAsync);

    /// <summary>One round. Rounds do not overlap, because each compares with what the one before it told.</summary>
    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        await _round.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Dictionary<DocumentPath, WorkspaceSnapshot> changed;
            lock (_gate)
                (changed, _changed) = (_changed, []);
            if (!Publish(changed, _session.State, cancellationToken))
                PutBack(changed);
        }
        finally
        {
            _round.Release();
        }
    }

    /// <summary>False when the state was overtaken; the change that overtook it has started the next round.</summary>
    private bool Publish(Dictionary<DocumentPath, WorkspaceSnapshot> changed, SessionState state, CancellationToken cancellationToken)
    {
        var affected = new HashSet<DocumentPath>();
        var affectedByOthers = new HashSet<DocumentPath>();
        Note(state.Workspace, changed.Keys);
        foreach (var step in changed.GroupBy(change => change.Value, change => change.Key))
            Note(step.Key, [.. step]);

        foreach (var path in affected)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var diagnostics = state.Reports(path) ? ToProtocol.Diagnostics(state, path) : [];
            if (!ReferenceEquals(_session.State, state))
                return false;
            Tell(state, path, diagnostics);
        }

        // Lenses of an open document may show what others say about it; the client asks again by itself only for the one that changed.
        if (state.Client.CodeLensRefresh && affectedByOthers.Any(state.Open.ContainsKey))
            _background.Start("workspace/codeLens/refresh", _client.RefreshCodeLensAsync);
        if (state.Client.WantsChanges)
            Announce(state, affected.Union(affectedByOthers).ToList());
        return true;

        void Note(WorkspaceSnapshot workspace, IReadOnlyCollection<DocumentPath> paths)
        {
            var touched = workspace.AffectedBy(paths);
            affected.UnionWith(touched);
            // Of several that changed at once, each may say something else about another.
            affectedByOthers.UnionWith(paths.Count > 1 ? touched : touched.Where(other => !paths.Contains(other)));
        }
    }

    /// <summary>Tells a client that shows more than LSP knows about what things may have changed.</summary>
    private void Announce(SessionState state, List<DocumentPath> affected) => _client.Changed(new ChangedParams
    {
        Documents = affected.Count is 0 or > MostNamed ? null : [.. affected.Select(path => state.Workspace.Find(path).Document?.Path.Uri ?? path.Uri)],
    });

    private void Tell(SessionState state, DocumentPath path, Diagnostic[] diagnostics)
    {
        var told = _told.GetValueOrDefault(path);
        var json = ServerJson.ToElement(diagnostics);
        if (told is null ? diagnostics.Length == 0 : JsonElement.DeepEquals(told.Diagnostics, json))
            return;
        var uri = state.Workspace.Find(path).Document?.Path.Uri ?? told?.Uri ?? path.Uri;
        if (diagnostics.Length == 0)
            _told.Remove(path);
        else
            _told[path] = new Told(uri, json);
        _client.PublishDiagnostics(new PublishDiagnosticsParams
        {
            Uri = uri,
            Version = state.Open.GetValueOrDefault(path)?.Version,
            Diagnostics = diagnostics,
        });
    }

    private void PutBack(Dictionary<DocumentPath, WorkspaceSnapshot> changed)
    {
        lock (_gate)
        {
            foreach (var (path, before) in changed)
                _changed[path] = before;
        }
    }

    /// <summary>What the client was told last about a document, under the URI under which it was told.</summary>
    private sealed record Told(string Uri, JsonElement Diagnostics);
}
