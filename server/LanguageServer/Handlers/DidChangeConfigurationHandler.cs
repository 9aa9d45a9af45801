using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>workspace/didChangeConfiguration</c>.</summary>
internal sealed class DidChangeConfigurationHandler(Configuration configuration)
    : IRequestHandler<Request<DidChangeConfigurationParams, None>, None?>
{
    public Task<None?> Handle(Request<DidChangeConfigurationParams, None> request, CancellationToken cancellationToken)
    {
        configuration.Changed(request.Params.Settings);
        return Task.FromResult<None?>(None.Value);
    }
}
