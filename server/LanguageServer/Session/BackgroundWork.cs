using Dockstage.LanguageServer.Messages;

namespace Dockstage.LanguageServer.Session;

/// <summary>Work beside the requests: reading files, asking for settings. It ends when the server does, and a fault in it is a log line.</summary>
internal sealed class BackgroundWork(ClientLog log) : IDisposable
{
    private readonly CancellationTokenSource _end = new();

    /// <summary>Cancelled when the server ends.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>Starts work.</summary>
    /// <param name="name">How the log names it.</param>
    /// <param name="work">The work.</param>
    public void Start(string name, Func<CancellationToken, Task> work) => _ = Task.Run(() => RunAsync(name, work));

    /// <summary>Cancels all work.</summary>
    public void Stop() => _end.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _end.Dispose();

    private async Task RunAsync(string name, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(End).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (End.IsCancellationRequested)
        {
            // The server ends.
        }
        catch (Exception exception)
        {
            log.Error(HostMessages.RequestFailed.With(name, exception.ToString()));
        }
    }
}
