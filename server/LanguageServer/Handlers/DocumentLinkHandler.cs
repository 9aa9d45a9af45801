using Dockstage.Core.Features;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/documentLink</c>.</summary>
internal sealed class DocumentLinkHandler : IRequestHandler<Request<DocumentLinkParams, DocumentLink[]>, DocumentLink[]?>
{
    public Task<DocumentLink[]?> Handle(Request<DocumentLinkParams, DocumentLink[]> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static DocumentLink[]? Answer(Request<DocumentLinkParams, DocumentLink[]> request)
    {
        var state = request.State;
        var path = FromProtocol.Path(request.Params.TextDocument.Uri);
        return state.Workspace.Find(path).Document is { } document
            ? ToProtocol.Links(state, document, DocumentLinks.Of(state.Workspace, path))
            : null;
    }
}
