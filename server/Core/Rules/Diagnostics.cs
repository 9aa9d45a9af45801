using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>All findings of all rules in a document.</summary>
public static class Diagnostics
{
    /// <summary>
    /// The findings in one document and in those that are written inside it, in file order, without those switched off: by the settings, or, for the rules of BuildKit's linter,
    /// by the Dockerfile itself. A severity that the user chose beats <c># check=error=true</c>.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="path">The document.</param>
    /// <param name="settings">The severities.</param>
    /// <param name="isAsked">Which rules to ask; null for all.</param>
    public static ImmutableArray<Diagnostic> Of(
        WorkspaceSnapshot snapshot, DocumentPath path, RuleSettings settings, Func<IRule, bool>? isAsked = null) =>
        InOrder(Documents(snapshot, path).SelectMany(document => Own(snapshot, document, settings, isAsked).Select(found => InHost(snapshot, document, found))));

    /// <summary>
    /// The findings in one document without those of documents that are written inside it. Where the text comes from a variable, nobody can tell
    /// what is wrong with it.
    /// </summary>
    internal static ImmutableArray<Diagnostic> Own(
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

        var text = snapshot.EmbeddedAt(path)?.Said.Text;
        return InOrder(found.Where(one => text?.IsComputed(one.Span) != true));
    }

    /// <summary>A document, and those that are written inside it.</summary>
    internal static IEnumerable<DocumentPath> Documents(WorkspaceSnapshot snapshot, DocumentPath path) =>
        snapshot.EmbeddedIn(path).Select(embedded => embedded.Path).Prepend(path);

    /// <summary>A finding as people see it: all places in documents that are no files are those of their hosts.</summary>
    internal static Diagnostic InHost(WorkspaceSnapshot snapshot, DocumentPath path, Diagnostic found) => found with
    {
        Span = HostPlace.Of(snapshot, new FilePlace(path, found.Span)).Span,
        Related = [.. found.Related.Select(related => InHost(snapshot, related))],
    };

    private static RelatedPlace InHost(WorkspaceSnapshot snapshot, RelatedPlace related)
    {
        var place = HostPlace.Of(snapshot, new FilePlace(related.Path, related.Span));
        return related with { Path = place.File, Span = place.Span };
    }

    private static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> found) =>
        [.. found.OrderBy(one => one.Span.Start).ThenBy(one => one.Code, StringComparer.Ordinal)];

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
