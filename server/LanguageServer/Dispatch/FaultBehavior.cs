using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>A bug in one handler costs one answer: the exception becomes an error response and a line in the log, and the server goes on.</summary>
internal sealed class FaultBehavior<TParams, TResult>(string method, ClientLog log) : IPipelineBehavior<Request<TParams, TResult>, TResult?>
    where TParams : class
    where TResult : class
{
    public async Task<TResult?> Handle(
        Request<TParams, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult?> next)
    {
        try
        {
            return await next().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ResponseException)
        {
            log.Error(HostMessages.RequestFailed.With(method, exception.ToString()));
            throw new ResponseException(new ResponseError(ErrorCode.InternalError, $"{method}: {exception.Message}"));
        }
    }
}
