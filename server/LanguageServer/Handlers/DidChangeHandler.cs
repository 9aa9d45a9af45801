using Dockstage.Core.Documents;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>textDocument/didChange</c>.</summary>
internal sealed class DidChangeHandler(ServerSession session, WorkspaceFiles files, ClientLog log) : IRequestHandler<Request<DidChangeTextDocumentParams, None>, None?>
{
    public async Task<None?> Handle(Request<DidChangeTextDocumentParams, None> request, CancellationToken cancellationToken)
    {
        var (changed, state) = (request.Params.TextDocument, request.State);
        if (state.Open.GetValueOrDefault(FromProtocol.Path(changed.Uri))?.Document is { } old)
        {
            var text = FromProtocol.Changed(old.Text, request.Params.ContentChanges, state.Client.Encoding);
            var document = new Document(old.Path, text, old.LanguageId);
            session.Update(current => current.WithOpen(document, changed.Version), document.Path);
            // Nearly no keystroke asks for files; to look what a document wants takes longer than all the rest of it, where many services build from a Dockerfile.
            if (session.State.Workspace.MayWantMoreThan(state.Workspace, [document.Path]))
                await files.LoadWantedByAsync(document.Path, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            log.Warning(HostMessages.MessageDropped.With("textDocument/didChange", changed.Uri));
        }

        return None.Value;
    }
}
