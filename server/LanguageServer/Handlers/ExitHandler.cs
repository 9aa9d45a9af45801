using Dockstage.LanguageServer.Dispatch;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>exit</c>. Works at any time.</summary>
internal sealed class ExitHandler(Server server) : IRequestHandler<Request<ExitParams, None>, None?>
{
    public Task<None?> Handle(Request<ExitParams, None> request, CancellationToken cancellationToken)
    {
        server.Stop();
        return Task.FromResult<None?>(None.Value);
    }
}
