using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/foldingRange</c>.</summary>
internal sealed class FoldingRangeHandler : IRequestHandler<Request<FoldingRangeParams, FoldingRange[]>, FoldingRange[]?>
{
    public Task<FoldingRange[]?> Handle(Request<FoldingRangeParams, FoldingRange[]> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static FoldingRange[]? Answer(Request<FoldingRangeParams, FoldingRange[]> request)
    {
        var state = request.State;
        var path = FromProtocol.Path(request.Params.TextDocument.Uri);
        // An editor that gets a list, even an empty one, folds nothing by itself.
        return Core.Features.Folding.Of(state.Workspace, path) is { IsEmpty: false } folds ? ToProtocol.Folding(state, folds) : null;
    }
}
