using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/documentSymbol</c>.</summary>
internal sealed class DocumentSymbolHandler
    : IRequestHandler<Request<DocumentSymbolParams, OneOf<SymbolInformation[], DocumentSymbol[]>>, OneOf<SymbolInformation[], DocumentSymbol[]>?>
{
    public Task<OneOf<SymbolInformation[], DocumentSymbol[]>?> Handle(
        Request<DocumentSymbolParams, OneOf<SymbolInformation[], DocumentSymbol[]>> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static OneOf<SymbolInformation[], DocumentSymbol[]>? Answer(
        Request<DocumentSymbolParams, OneOf<SymbolInformation[], DocumentSymbol[]>> request)
    {
        var state = request.State;
        var path = FromProtocol.Path(request.Params.TextDocument.Uri);
        if (state.Workspace.Find(path).Document is not { } document)
            return null;
        return ToProtocol.Outline(state, document, Core.Features.Outline.Of(state.Workspace, path, state.Language));
    }
}
