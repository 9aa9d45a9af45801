using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Session;

/// <summary>Progress of a long piece of work, as the client shows it. LSP: Work Done Progress, initiated by the server.</summary>
internal sealed class WorkDoneProgress : IDisposable
{
    private static int _count;
    private readonly LanguageClient _client;
    private readonly string? _token;

    private WorkDoneProgress(LanguageClient client, string? token)
    {
        _client = client;
        _token = token;
    }

    /// <summary>Begins; does nothing where the client shows no progress.</summary>
    public static async Task<WorkDoneProgress> BeginAsync(
        LanguageClient client, SessionState state, string title, CancellationToken cancellationToken)
    {
        var token = $"dockstage-{Interlocked.Increment(ref _count)}";
        if (!state.Client.Progress || !await client.CreateProgressAsync(token, cancellationToken).ConfigureAwait(false))
            return new WorkDoneProgress(client, null);
        client.Progress(token, new WorkDoneProgressBegin { Title = title });
        return new WorkDoneProgress(client, token);
    }

    /// <summary>Says how far it is.</summary>
    public void Report(string message)
    {
        if (_token is not null)
            _client.Progress(_token, new WorkDoneProgressReport { Message = message });
    }

    /// <summary>Ends.</summary>
    public void Dispose()
    {
        if (_token is not null)
            _client.Progress(_token, new WorkDoneProgressEnd());
    }
}
