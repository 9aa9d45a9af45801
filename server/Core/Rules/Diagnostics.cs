using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>All findings of all rules in a document.</summary>
public static class Diagnostics
{
    /// <summary>
    /// The findings in one document, in file order, without those switched off: by the settings, or, for the rules of BuildKit's linter,
    /// by the Dockerfile itself. A severity that the user chose beats <c># check=error=true</c>.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="path">The document.</param>
    /// <param name="settings">The severities.</param>
    /// <param name="isAsked">Which rules to ask; null for all.</param>
    public static ImmutableArray<Diagnostic> Of(
        WorkspaceSnapshot snapshot, DocumentPath path, RuleSettings settings, Func<IRule, bool>? isAsked = null)
    {
        var lint = snapshot.StagesIn(path) is { } model ? new LintFilter(model) : null;
        var found = new List<Diagnostic>();
        foreach (var rule in RuleTable.All.Where(isAsked ?? (_ => true)))
        {
            var severity = settings.Of(rule);
            var asLint = rule as LintRule;
            if (severity == Severity.Off || (asLint is not null && lint?.Allows(asLint, settings.Chooses(rule)) != true))
                continue;
            if (asLint is not null && lint!.IsError && !settings.Chooses(rule))
                severity = Severity.Error;
            foreach (var finding in rule.Check(snapshot, path))
            {
                if (asLint is null || !lint!.SkipsAt(asLint, finding.Span))
                    found.Add(Make(rule, severity, finding));
            }
        }

        return [.. found.OrderBy(d => d.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal)];
    }

    private static Diagnostic Make(IRule rule, Severity severity, Finding finding) => new()
    {
        Rule = rule,
        Severity = severity,
        Span = finding.Span,
        Message = finding.Message,
        Related = finding.Related,
        Replacement = finding.Replacement,
        Tag = finding.Tag,
    };
}
