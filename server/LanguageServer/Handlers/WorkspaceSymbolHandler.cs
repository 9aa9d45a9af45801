using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>workspace/symbol</c>.</summary>
internal sealed class WorkspaceSymbolHandler : IRequestHandler<Request<WorkspaceSymbolParams, WorkspaceSymbol[]>, WorkspaceSymbol[]?>
{
    public Task<WorkspaceSymbol[]?> Handle(Request<WorkspaceSymbolParams, WorkspaceSymbol[]> request, CancellationToken cancellationToken) =>
        Task.FromResult<WorkspaceSymbol[]?>(
            ToProtocol.Symbols(request.State, Core.Features.WorkspaceSymbols.Matching(request.State.Workspace, request.Params.Query)));
}
