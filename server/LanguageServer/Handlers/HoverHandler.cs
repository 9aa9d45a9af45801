using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/hover</c>.</summary>
internal sealed class HoverHandler : IRequestHandler<Request<HoverParams, Hover>, Hover?>
{
    public Task<Hover?> Handle(Request<HoverParams, Hover> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static Hover? Answer(Request<HoverParams, Hover> request)
    {
        var state = request.State;
        if (FromProtocol.InnermostPlace(state, request.Params.TextDocument, request.Params.Position) is not var (document, offset))
            return null;
        var settings = state.SettingsFor(document.Path);
        var hover = Core.Features.Hover.At(
            state.Workspace, document.Path, offset, state.Language, settings.BuildOptions, settings.GeneralFeatures, state.RootOf(document.Path));
        return hover is null ? null : ToProtocol.Hover(state, document, hover);
    }
}
