using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/didClose</c>. The disk's text is the truth again; a document that is no file is forgotten.</summary>
internal sealed class DidCloseHandler(ServerSession session, WorkspaceFiles files) : IRequestHandler<Request<DidCloseTextDocumentParams, None>, None?>
{
    public async Task<None?> Handle(Request<DidCloseTextDocumentParams, None> request, CancellationToken cancellationToken)
    {
        var path = FromProtocol.Path(request.Params.TextDocument.Uri);
        session.Update(state => state.WithClosed(path, isOnDisk: LocalPath.Of(path) is not null), path);
        await files.LoadAsync([path], cancellationToken).ConfigureAwait(false);
        return None.Value;
    }
}
