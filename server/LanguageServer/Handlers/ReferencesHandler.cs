using Dockstage.Core.Features;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/references</c>.</summary>
internal sealed class ReferencesHandler : IRequestHandler<Request<ReferenceParams, Location[]>, Location[]?>
{
    public Task<Location[]?> Handle(Request<ReferenceParams, Location[]> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static Location[]? Answer(Request<ReferenceParams, Location[]> request)
    {
        var state = request.State;
        if (FromProtocol.InnermostPlace(state, request.Params.TextDocument, request.Params.Position) is not var (document, offset))
            return null;
        var mentions = References.At(state.Workspace, document.Path, offset, request.Params.Context.IncludeDeclaration);
        return mentions.IsEmpty ? null : ToProtocol.References(state, mentions);
    }
}
