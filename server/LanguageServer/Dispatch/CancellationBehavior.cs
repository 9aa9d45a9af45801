using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// A request that the client cancelled is answered with RequestCancelled. ContentModified is never sent: LSP asks servers not to send it
/// because of changes that came in behind the request, since an answer about the older text may still be of use.
/// </summary>
internal sealed class CancellationBehavior<TParams, TResult> : IPipelineBehavior<Request<TParams, TResult>, TResult?>
    where TParams : class
    where TResult : class
{
    public async Task<TResult?> Handle(
        Request<TParams, TResult> request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult?> next)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await next().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ResponseException(new ResponseError(ErrorCode.RequestCancelled, "cancelled by the client"));
        }
    }
}
