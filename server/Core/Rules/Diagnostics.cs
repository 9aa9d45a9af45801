using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>All findings of all rules in a document.</summary>
public static class Diagnostics
{
    /// <summary>The findings in one document, in file order, without those switched off.</summary>
    public static ImmutableArray<Diagnostic> Of(WorkspaceSnapshot snapshot, DocumentPath path, RuleSettings settings)
    {
        var found = new List<Diagnostic>();
        foreach (var rule in RuleTable.All)
        {
            var severity = settings.Of(rule);
            if (severity == Severity.Off)
                continue;
            foreach (var finding in rule.Check(snapshot, path))
            {
                found.Add(new Diagnostic
                {
                    Code = rule.Code,
                    Severity = severity,
                    Span = finding.Span,
                    Message = finding.Message,
                    Related = finding.Related,
                });
            }
        }

        return [.. found.OrderBy(d => d.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal)];
    }
}
