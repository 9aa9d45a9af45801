using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>workspace/willRenameFiles</c>. The client makes the edits before it renames, so they are edits of the old paths.</summary>
internal sealed class WillRenameFilesHandler : IRequestHandler<Request<RenameFilesParams, WorkspaceEdit>, WorkspaceEdit?>
{
    public Task<WorkspaceEdit?> Handle(Request<RenameFilesParams, WorkspaceEdit> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static WorkspaceEdit? Answer(Request<RenameFilesParams, WorkspaceEdit> request)
    {
        var state = request.State;
        var moves = request.Params.Files.Select(file => new FileMove(FromProtocol.Path(file.OldUri), FromProtocol.Path(file.NewUri)));
        var edits = RenamedFiles.EditsFor(state.Workspace, [.. moves]);
        return edits.IsEmpty ? null : ToProtocol.WorkspaceEdit(state, edits, MessageTable.RenamedFilesTitle.In(state.Language), "renameFiles");
    }
}
