using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/semanticTokens/full</c>.</summary>
internal sealed class SemanticTokensHandler : IRequestHandler<Request<SemanticTokensParams, SemanticTokens>, SemanticTokens?>
{
    public Task<SemanticTokens?> Handle(Request<SemanticTokensParams, SemanticTokens> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static SemanticTokens? Answer(Request<SemanticTokensParams, SemanticTokens> request)
    {
        var state = request.State;
        var path = FromProtocol.Path(request.Params.TextDocument.Uri);
        if (state.Workspace.Find(path).Document is not { } document)
            return null;
        return ToProtocol.SemanticTokens(state, document, Core.Features.SemanticTokens.Of(state.Workspace, path));
    }
}
