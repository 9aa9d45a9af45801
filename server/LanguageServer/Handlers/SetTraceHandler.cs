using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>$/setTrace</c>.</summary>
internal sealed class SetTraceHandler(ClientLog log) : IRequestHandler<Request<SetTraceParams, None>, None?>
{
    public Task<None?> Handle(Request<SetTraceParams, None> request, CancellationToken cancellationToken)
    {
        log.SetTrace(request.Params.Value);
        return Task.FromResult<None?>(None.Value);
    }
}
