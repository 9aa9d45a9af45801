using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>Tells a client that traces how long each message took. LSP: $/logTrace.</summary>
internal sealed class TimingBehavior<TParams, TResult>(string method, ClientLog log, TimeProvider time)
    : IPipelineBehavior<Request<TParams, TResult>, TResult?>
    where TParams : class
    where TResult : class
{
    public async Task<TResult?> Handle(
        Request<TParams, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult?> next)
    {
        if (!log.IsTracing)
            return await next().ConfigureAwait(false);
        var start = time.GetTimestamp();
        try
        {
            return await next().ConfigureAwait(false);
        }
        finally
        {
            log.Trace($"{method}: {time.GetElapsedTime(start).TotalMilliseconds:0.0} ms");
        }
    }
}
