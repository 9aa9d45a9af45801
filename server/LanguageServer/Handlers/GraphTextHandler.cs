using Dockstage.Core.Features.Graphs;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary><c>dockstage/graphText</c>: the same graph as text for other programs.</summary>
internal sealed class GraphTextHandler : IRequestHandler<Request<GraphTextParams, GraphTextAnswer>, GraphTextAnswer?>
{
    public Task<GraphTextAnswer?> Handle(Request<GraphTextParams, GraphTextAnswer> request, CancellationToken cancellationToken)
    {
        var graph = GraphHandler.View(request.State, request.Params).Graph;
        return Task.FromResult<GraphTextAnswer?>(new GraphTextAnswer
        {
            Text = request.Params.Format switch
            {
                "dot" => GraphDot.Of(graph),
                "mermaid" => GraphMermaid.Of(graph),
                var other => throw new ResponseException(new ResponseError(ErrorCode.InvalidParams, $"format: 'dot' or 'mermaid' is expected, not '{other}'")),
            },
        });
    }
}
