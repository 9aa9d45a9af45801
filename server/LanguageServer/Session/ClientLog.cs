using System.Collections.Concurrent;
using Dockstage.Core.Messages;
using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// The log, which the client shows (LSP: window/logMessage). Until <c>initialize</c> is answered nothing may be sent: lines wait till then.
/// </summary>
internal sealed class ClientLog(LanguageClient client, ServerSession session)
{
    private readonly ConcurrentDictionary<string, bool> _once = new();
    private readonly Lock _gate = new();
    private List<(MessageType Type, LocalizedText Text)>? _waiting = [];
    private volatile bool _isTracing;

    /// <summary>Whether the client wants lines of <see cref="Trace"/>.</summary>
    public bool IsTracing => _isTracing;

    /// <summary>Sends what waited, and from now on everything at once.</summary>
    public void Open()
    {
        lock (_gate)
        {
            foreach (var (type, text) in _waiting ?? [])
                client.LogMessage(type, text.In(session.State.Language));
            _waiting = null;
        }
    }

    /// <summary>LSP: $/setTrace.</summary>
    public void SetTrace(string? value) => _isTracing = value is TraceValue.Messages or TraceValue.Verbose;

    /// <summary>A line for a client that traces. LSP: $/logTrace.</summary>
    public void Trace(string line)
    {
        if (_isTracing)
            client.LogTrace(line);
    }

    /// <summary>Something went wrong that should not.</summary>
    public void Error(LocalizedText text) => Write(MessageType.Error, text);

    /// <summary>Something is not as it should be.</summary>
    public void Warning(LocalizedText text) => Write(MessageType.Warning, text);

    /// <summary>The same, once for each key in the life of the server.</summary>
    public void WarnOnce(string key, LocalizedText text)
    {
        if (_once.TryAdd(key, true))
            Warning(text);
    }

    private void Write(MessageType type, LocalizedText text)
    {
        lock (_gate)
        {
            if (_waiting is not null)
                _waiting.Add((type, text));
            else
                client.LogMessage(type, text.In(session.State.Language));
        }
    }
}
