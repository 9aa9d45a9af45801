using System.Collections.Immutable;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>What can be done about the findings at a place. LSP: <c>textDocument/codeAction</c>, kind <c>quickfix</c>.</summary>
public static class CodeFixes
{
    /// <summary>The fixes of the findings that touch a span, finding by finding in file order, preferred ones first.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="path">The document asked about.</param>
    /// <param name="span">The cursor or selection.</param>
    /// <param name="settings">Which rules speak.</param>
    /// <param name="codes">Only findings of these rules; null for all.</param>
    public static ImmutableArray<(Diagnostic Found, ImmutableArray<CodeFix> Fixes)> At(
        WorkspaceSnapshot snapshot, DocumentPath path, TextSpan span, RuleSettings settings, IReadOnlySet<string>? codes = null) =>
    [
        .. from found in Diagnostics.Of(snapshot, path, settings, rule => codes?.Contains(rule.Code) ?? true)
           where found.Span.Start <= span.End && span.Start <= found.Span.End
           let fixes = Of(new FixRequest(snapshot, path, found))
           where fixes.Length > 0
           select (found, fixes),
    ];

    /// <summary>The fixes of one finding, preferred ones first.</summary>
    public static ImmutableArray<CodeFix> Of(FixRequest request) =>
    [
        .. FixTable.All.Where(fix => fix.IsFor(request.Found.Rule)).SelectMany(fix => fix.Offer(request)).OrderByDescending(fix => fix.IsPreferred),
    ];
}
