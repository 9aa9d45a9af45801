using System.Text.Json;
using Dockstage.Core.Features;
using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>
/// LSP: <c>codeAction/resolve</c>. Adds the edit to the action that the user has chosen; an action that is not ours stays as it is. When the
/// finding is no longer there, the answer is the error ContentModified.
/// </summary>
internal sealed class CodeActionResolveHandler : IRequestHandler<Request<CodeAction, CodeAction>, CodeAction?>
{
    public Task<CodeAction?> Handle(Request<CodeAction, CodeAction> request, CancellationToken cancellationToken) =>
        Task.FromResult<CodeAction?>(Resolve(request.Params, request.State));

    /// <summary>The edit that fixes everything in a document that can be fixed unseen.</summary>
    internal static WorkspaceEdit EverythingIn(SessionState state, DocumentPath path) => ToProtocol.WorkspaceEdit(
        state,
        [new FileEdits(path, FixAll.Of(state.Workspace, path, state.Settings.Rules))],
        MessageTable.FixAllTitle.In(state.Language),
        "fix");

    private static CodeAction Resolve(CodeAction action, SessionState state)
    {
        if (ReadData(action.Data) is not { } data)
            return action;
        var path = FromProtocol.Path(data.Document);
        if (state.Workspace.Find(path).Document is null)
            throw Modified(state);
        if (data.Code is not { } code)
            return action with { Edit = EverythingIn(state, path) };
        var span = new TextSpan(data.Start, data.Length);
        foreach (var (found, fixes) in CodeFixes.At(state.Workspace, path, span, state.Settings.Rules, new HashSet<string> { code }))
        {
            if (found.Span == span && data.Fix >= 0 && data.Fix < fixes.Length && fixes[data.Fix].Title.In(state.Language) == action.Title)
                return action with { Edit = ToProtocol.EditOf(state, fixes[data.Fix]) };
        }

        throw Modified(state);
    }

    private static ResponseException Modified(SessionState state) =>
        new(new ResponseError(ErrorCode.ContentModified, HostMessages.FixIsOutdated.In(state.Language)));

    private static CodeActionData? ReadData(JsonElement? data)
    {
        try
        {
            return data?.Deserialize(OwnJson.Default.CodeActionData);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
