using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>workspace/didChangeWorkspaceFolders</c>.</summary>
internal sealed class DidChangeWorkspaceFoldersHandler(Server server) : IRequestHandler<Request<DidChangeWorkspaceFoldersParams, None>, None?>
{
    public Task<None?> Handle(Request<DidChangeWorkspaceFoldersParams, None> request, CancellationToken cancellationToken)
    {
        var removed = Paths(request.Params.Event.Removed);
        var added = Paths(request.Params.Event.Added).Except(request.State.Folders).ToImmutableArray();
        server.Session.Update(
            state => state.WithFolders([.. state.Folders.Except(removed), .. added]),
            [.. request.State.Workspace.Paths]);
        server.Scanner.StartScan(added);
        return Task.FromResult<None?>(None.Value);
    }

    private static ImmutableArray<DocumentPath> Paths(WorkspaceFolder[] folders) =>
        [.. folders.Select(folder => FromProtocol.Path(folder.Uri))];
}
