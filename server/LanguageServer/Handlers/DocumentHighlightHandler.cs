using Dockstage.Core.Features;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/documentHighlight</c>.</summary>
internal sealed class DocumentHighlightHandler
    : IRequestHandler<Request<DocumentHighlightParams, DocumentHighlight[]>, DocumentHighlight[]?>
{
    public Task<DocumentHighlight[]?> Handle(
        Request<DocumentHighlightParams, DocumentHighlight[]> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static DocumentHighlight[]? Answer(Request<DocumentHighlightParams, DocumentHighlight[]> request)
    {
        var state = request.State;
        if (FromProtocol.InnermostPlace(state, request.Params.TextDocument, request.Params.Position) is not var (document, offset))
            return null;
        var highlights = Highlights.At(state.Workspace, document.Path, offset);
        return highlights.IsEmpty ? null : ToProtocol.Highlights(state, state.Workspace.Find(HostPlace.Of(document.Path)).Document!, highlights);
    }
}
