using Dockstage.Core.Features;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;
using CompletionList = Dockstage.LanguageServer.Protocol.CompletionList;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/completion</c>.</summary>
internal sealed class CompletionHandler : IRequestHandler<Request<CompletionParams, CompletionList>, CompletionList?>
{
    public Task<CompletionList?> Handle(Request<CompletionParams, CompletionList> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static CompletionList? Answer(Request<CompletionParams, CompletionList> request)
    {
        var state = request.State;
        if (FromProtocol.InnermostPlace(state, request.Params.TextDocument, request.Params.Position) is not var (document, offset))
            return null;
        return Completion.At(state.Workspace, document.Path, offset, state.Language) is { } list
            ? ToProtocol.Completion(state, document, offset, list)
            : null;
    }
}
