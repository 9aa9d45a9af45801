using System.Text.Json;
using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using MediatR;
using Document = Dockstage.Core.Documents.Document;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>
/// LSP: <c>textDocument/codeAction</c>. It is asked at every move of the cursor: only the rules whose findings the client shows there are
/// run, and edits are worked out when they are asked for.
/// </summary>
internal sealed class CodeActionHandler : IRequestHandler<Request<CodeActionParams, CodeAction[]>, CodeAction[]?>
{
    /// <summary>The kind of the action that fixes everything; <c>editor.codeActionsOnSave</c> names it.</summary>
    public const string FixAllKind = CodeActionKind.SourceFixAll + ".dockstage";

    public Task<CodeAction[]?> Handle(Request<CodeActionParams, CodeAction[]> request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    private static CodeAction[]? Answer(Request<CodeActionParams, CodeAction[]> request)
    {
        var (parameters, state) = (request.Params, request.State);
        if (!state.Client.CodeActions
            || FromProtocol.Place(state, parameters.TextDocument, parameters.Range.Start) is not var (document, start)
            || FromProtocol.Place(state, parameters.TextDocument, parameters.Range.End) is not var (_, end)
            || !state.Reports(document.Path))
        {
            return null;
        }

        var only = parameters.Context.Only;
        var actions = new List<CodeAction>();
        var isFixable = false;
        if (Wants(only, CodeActionKind.QuickFix) && ShownCodes(parameters.Context) is { Count: > 0 } codes)
        {
            var span = TextSpan.Between(Math.Min(start, end), Math.Max(start, end));
            foreach (var (found, fixes) in CodeFixes.At(state.Workspace, document.Path, span, state.Settings.Rules, codes))
            {
                isFixable |= fixes.Any(fix => fix.IsSafeForAll);
                actions.AddRange(fixes.Select((fix, index) => (fix, index)).Where(one => state.Client.CreatesFiles || !one.fix.CreatesFile)
                    .Select(one => ToProtocol.Action(state, document, found, one.fix, one.index)));
            }
        }

        if (only is null ? isFixable : Wants(only, FixAllKind))
            actions.AddRange(FixEverything(state, document, isAskedForAlone: only is not null));
        return [.. actions];
    }

    /// <summary>LSP: a kind stands for all kinds below it; no kinds for all.</summary>
    private static bool Wants(string[]? only, string kind) =>
        only is null || only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));

    /// <summary>The codes of our findings among those that the client shows; others' findings may have codes of any shape.</summary>
    private static HashSet<string> ShownCodes(CodeActionContext context)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shown in context.Diagnostics)
        {
            if (shown.ValueKind == JsonValueKind.Object
                && shown.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String && source.ValueEquals(ToProtocol.Source)
                && shown.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String)
            {
                codes.Add(code.GetString()!);
            }
        }

        return codes;
    }

    private static IEnumerable<CodeAction> FixEverything(SessionState state, Document document, bool isAskedForAlone)
    {
        // When a file is saved, no action is better than one without effect.
        if ((isAskedForAlone || !state.Client.ResolvesActions) && FixAll.Of(state.Workspace, document.Path, state.Settings.Rules).IsEmpty)
            yield break;
        yield return new CodeAction
        {
            Title = MessageTable.FixAllTitle.In(state.Language),
            Kind = FixAllKind,
            Edit = state.Client.ResolvesActions ? null : CodeActionResolveHandler.EverythingIn(state, document.Path),
            Data = state.Client.ResolvesActions ? ServerJson.ToElement(new CodeActionData { Document = document.Path.Uri }) : null,
        };
    }
}
