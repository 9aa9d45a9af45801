using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/codeLens</c>.</summary>
internal sealed class CodeLensHandler : IRequestHandler<Request<CodeLensParams, CodeLens[]>, CodeLens[]?>
{
    public Task<CodeLens[]?> Handle(Request<CodeLensParams, CodeLens[]> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static CodeLens[]? Answer(Request<CodeLensParams, CodeLens[]> request)
    {
        var state = request.State;
        var path = FromProtocol.Path(request.Params.TextDocument.Uri);
        if (state.Workspace.Find(path).Document is not { } document)
            return null;
        var choice = state.SettingsFor(path).Lenses;
        // Nobody else could do anything with it.
        choice = choice with { Graph = choice.Graph && state.Client.ShowsGraph };
        var lenses = Core.Features.CodeLens.Of(state.Workspace, path, choice, state.Language);
        return [.. lenses.Select(lens => ToProtocol.Lens(state, document, lens))];
    }
}
