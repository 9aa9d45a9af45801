using Dockstage.Core.Documents;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/didOpen</c>. From now on the editor's text is the truth.</summary>
internal sealed class DidOpenHandler(ServerSession session, WorkspaceFiles files) : IRequestHandler<Request<DidOpenTextDocumentParams, None>, None?>
{
    public async Task<None?> Handle(Request<DidOpenTextDocumentParams, None> request, CancellationToken cancellationToken)
    {
        var opened = request.Params.TextDocument;
        var document = new Document(FromProtocol.Path(opened.Uri), SourceText.From(opened.Text), opened.LanguageId);
        session.Update(state => state.WithOpen(document, opened.Version), document.Path);
        await files.LoadSettingsForAsync(document.Path, cancellationToken).ConfigureAwait(false);
        await files.LoadWantedByAsync(document.Path, cancellationToken).ConfigureAwait(false);
        return None.Value;
    }
}
