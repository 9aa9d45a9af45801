using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>workspace/didChangeWatchedFiles</c>.</summary>
internal sealed class DidChangeWatchedFilesHandler(FileWatching watching) : IRequestHandler<Request<DidChangeWatchedFilesParams, None>, None?>
{
    public async Task<None?> Handle(Request<DidChangeWatchedFilesParams, None> request, CancellationToken cancellationToken)
    {
        await watching.ReloadAsync(request.Params.Changes, cancellationToken).ConfigureAwait(false);
        return None.Value;
    }
}
