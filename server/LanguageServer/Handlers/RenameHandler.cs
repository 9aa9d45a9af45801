using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/rename</c>. A refusal is an error: its message is what the user sees.</summary>
internal sealed class RenameHandler : IRequestHandler<Request<RenameParams, WorkspaceEdit>, WorkspaceEdit?>
{
    public Task<WorkspaceEdit?> Handle(Request<RenameParams, WorkspaceEdit> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static WorkspaceEdit? Answer(Request<RenameParams, WorkspaceEdit> request)
    {
        var (state, newName) = (request.State, request.Params.NewName);
        if (FromProtocol.InnermostPlace(state, request.Params.TextDocument, request.Params.Position) is not var (document, offset))
            return null;
        return Rename.To(state.Workspace, document.Path, offset, newName) switch
        {
            RenameResult.Made made => ToProtocol.WorkspaceEdit(
                state, made.Files, MessageTable.RenameTitle.In(state.Language, made.OldName, newName), "rename"),
            RenameResult.Refused refused =>
                throw new ResponseException(new ResponseError(ErrorCode.RequestFailed, refused.Reason.In(state.Language))),
            _ => null,
        };
    }
}
