using Dockstage.Core.Features.Graphs;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary><c>dockstage/graph</c>: the stages of a document or of the workspace, for a picture of them.</summary>
internal sealed class GraphHandler : IRequestHandler<Request<GraphParams, GraphAnswer>, GraphAnswer?>
{
    public Task<GraphAnswer?> Handle(Request<GraphParams, GraphAnswer> request, CancellationToken cancellationToken)
    {
        var view = View(request.State, request.Params);
        return Task.FromResult<GraphAnswer?>(ToAnswer.Graph(request.State, view, Selected(view.Graph, request.Params.Selected)));
    }

    /// <summary>The graph of a document, or without one of all documents whose findings are reported.</summary>
    internal static GraphView View(SessionState state, WantedGraph wanted)
    {
        var view = wanted.Document is { } document
            ? OfDocument(state, FromProtocol.Path(document), wanted.Target)
            : GraphView.OfAll(state.Workspace, state.Workspace.Paths.Where(state.Reports), state.RootOf(null), wanted.Target);
        return wanted.Consumers is false ? view with { Graph = view.Graph.WithoutConsumers() } : view;
    }

    private static GraphView OfDocument(SessionState state, DocumentPath path, string? target) =>
        GraphView.OfDocument(state.Workspace, path, state.RootOf(path), target);

    private static GraphNode? Selected(BuildGraph graph, GraphSelection? selection) => selection is null
        ? null
        : graph.Nodes.FirstOrDefault(node =>
            node.Kind is GraphNodeKind.Stage or GraphNodeKind.Consumer
            && node.Label == selection.Label && FromProtocol.Path(selection.Uri).Equals(node.Path));
}
