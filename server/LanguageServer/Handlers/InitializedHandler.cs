using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>initialized</c>. From now on the client may be asked: for settings first, because they say what not to read.</summary>
internal sealed class InitializedHandler(Server server) : IRequestHandler<Request<InitializedParams, None>, None?>
{
    public Task<None?> Handle(Request<InitializedParams, None> request, CancellationToken cancellationToken)
    {
        server.Log.Open();
        server.Background.Start("initialized", async token =>
        {
            await server.Configuration.StartAsync(token).ConfigureAwait(false);
            server.Scanner.StartScan(server.Session.State.Folders);
            await server.Watching.StartAsync(token).ConfigureAwait(false);
        });
        return Task.FromResult<None?>(None.Value);
    }
}
