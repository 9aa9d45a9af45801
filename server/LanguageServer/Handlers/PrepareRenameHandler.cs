using Dockstage.Core.Features;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/prepareRename</c>. A refusal is an error: its message is what the user sees.</summary>
internal sealed class PrepareRenameHandler : IRequestHandler<Request<PrepareRenameParams, PrepareRenameResult>, PrepareRenameResult?>
{
    public Task<PrepareRenameResult?> Handle(
        Request<PrepareRenameParams, PrepareRenameResult> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static PrepareRenameResult? Answer(Request<PrepareRenameParams, PrepareRenameResult> request)
    {
        var state = request.State;
        if (FromProtocol.InnermostPlace(state, request.Params.TextDocument, request.Params.Position) is not var (document, offset))
            return null;
        return Rename.Prepare(state.Workspace, document.Path, offset) switch
        {
            RenamePreparation.Ready ready => ToProtocol.RenamePlace(state, document, ready),
            RenamePreparation.Refused refused =>
                throw new ResponseException(new ResponseError(ErrorCode.RequestFailed, refused.Reason.In(state.Language))),
            _ => null,
        };
    }
}
