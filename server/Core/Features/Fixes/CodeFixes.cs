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
        .. from document in Diagnostics.Documents(snapshot, path)
           from found in Diagnostics.Own(snapshot, document, settings, rule => codes?.Contains(rule.Code) ?? true)
           let shown = Diagnostics.InHost(snapshot, document, found)
           where shown.Span.Start <= span.End && span.Start <= shown.Span.End
           orderby shown.Span.Start, shown.Code
           let fixes = InHosts(snapshot, Of(new FixRequest(snapshot, document, found)), snapshot.Embedded.Any())
           where fixes.Length > 0
           select (shown, fixes),
    ];

    /// <summary>
    /// What can be written. Where there are documents inside others this is found out at once, so that nothing is offered that cannot be done.
    /// </summary>
    private static ImmutableArray<CodeFix> InHosts(WorkspaceSnapshot snapshot, ImmutableArray<CodeFix> fixes, bool isInside)
    {
        if (!isInside)
            return fixes;
        var possible = ImmutableArray.CreateBuilder<CodeFix>();
        foreach (var fix in fixes)
        {
            var change = fix.Change();
            if (HostEdits.Of(snapshot, change.Files) is { } files)
                possible.Add(fix with { Change = () => change with { Files = files } });
        }

        return possible.ToImmutable();
    }

    /// <summary>The fixes of one finding, preferred ones first.</summary>
    public static ImmutableArray<CodeFix> Of(FixRequest request) =>
    [
        .. FixTable.All.Where(fix => fix.IsFor(request.Found.Rule)).SelectMany(fix => fix.Offer(request)).OrderByDescending(fix => fix.IsPreferred),
    ];
}
