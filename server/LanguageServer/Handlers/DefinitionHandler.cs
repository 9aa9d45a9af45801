using Dockstage.Core.Features;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/definition</c>.</summary>
internal sealed class DefinitionHandler : IRequestHandler<Request<DefinitionParams, OneOf<Location[], LocationLink[]>>, OneOf<Location[], LocationLink[]>?>
{
    public Task<OneOf<Location[], LocationLink[]>?> Handle(
        Request<DefinitionParams, OneOf<Location[], LocationLink[]>> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static OneOf<Location[], LocationLink[]>? Answer(Request<DefinitionParams, OneOf<Location[], LocationLink[]>> request)
    {
        var state = request.State;
        if (FromProtocol.InnermostPlace(state, request.Params.TextDocument, request.Params.Position) is not var (document, offset))
            return null;
        var links = Definition.At(state.Workspace, document.Path, offset);
        return links.IsEmpty ? null : ToProtocol.Definition(state, document, links);
    }
}
