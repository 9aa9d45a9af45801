using Dockstage.LanguageServer.Dispatch;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>shutdown</c>. Stops what runs beside the requests; the process ends with <c>exit</c>.</summary>
internal sealed class ShutdownHandler(Server server) : IRequestHandler<Request<ShutdownParams, None>, None?>
{
    public Task<None?> Handle(Request<ShutdownParams, None> request, CancellationToken cancellationToken)
    {
        server.Lifecycle.ShutDown();
        server.Background.Stop();
        return Task.FromResult<None?>(None.Value);
    }
}
