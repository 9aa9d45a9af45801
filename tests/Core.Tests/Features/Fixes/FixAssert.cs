using Dockstage.Core.Documents;
using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features.Fixes;

/// <summary>
/// Fixes as text in, text out, with LF and with CR LF: the words at fault stand in <c>[|…|]</c>, and the rule must find exactly those. After the
/// fix the finding must be gone, and no error may have come. A created file stands in the expectation beside the others.
/// </summary>
internal static class FixAssert
{
    /// <summary>The title of the fix is the first one offered, unless another is asked for.</summary>
    public static void Fixes(string code, string markup, string expected, string? title = null)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var request = Request(workspace, code);
            var fixes = CodeFixes.Of(request);
            var fix = title is null ? fixes.FirstOrDefault() : fixes.FirstOrDefault(one => one.Title.In(Language.English) == title);
            Assert.True(fix is not null, $"offered: {string.Join(" | ", fixes.Select(one => one.Title.In(Language.English)))}");
            Assert.True(fixes.Count(one => one.IsPreferred) <= 1, "only one can be preferred");
            Assert.All(fixes, one => Assert.True(one.IsPreferred || !one.IsSafeForAll));

            var after = Apply(workspace.Snapshot, fix.Change());
            var texts = Markup.Parse(expected, lineEnd: lineEnd);
            Assert.Equal(texts.Select(file => Shown(file.Path, file.Text)), texts.Select(file => Shown(file.Path, after.Find(file.Path).Document?.Text.ToString())));
            Assert.Equal(workspace.Files.Length + (fix.CreatesFile ? 1 : 0), texts.Length);

            if (IsInTable(code))
                Assert.True(CountOf(after, code) < CountOf(workspace.Snapshot, code), "the finding is still there");
            Assert.Empty(Errors(after).Except(Errors(workspace.Snapshot)));
        }
    }

    /// <summary>The titles offered, in their order; preferred ones with an asterisk, those that are applied unseen with two.</summary>
    public static void Offers(string code, string markup, params string[] titles)
    {
        var offered = CodeFixes.Of(Request(new MarkedWorkspace(markup), code))
            .Select(fix => (fix.IsSafeForAll ? "**" : fix.IsPreferred ? "*" : "") + fix.Title.In(Language.English));
        Assert.Equal(titles, offered.Where(title => !title.StartsWith("Silence ", StringComparison.Ordinal)));
    }

    /// <summary>The texts after a change, as a new snapshot.</summary>
    public static WorkspaceSnapshot Apply(WorkspaceSnapshot snapshot, FixChange change)
    {
        foreach (var file in change.Files)
        {
            var document = snapshot.Find(file.File).Document!;
            for (var i = 1; i < file.Edits.Length; i++)
                Assert.True(file.Edits[i - 1].Span.End <= file.Edits[i].Span.Start, "edits overlap");
            var text = file.Edits.Reverse().Aggregate(document.Text, (text, edit) => text.With(edit));
            snapshot = snapshot.With(new Document(document.Path, text, document.LanguageId));
        }

        return change.Created is { } created ? snapshot.With(new Document(created.File, SourceText.From(created.Text))) : snapshot;
    }

    private static FixRequest Request(MarkedWorkspace workspace, string code)
    {
        var file = workspace.Files.Single(file => file.Spans.Length > 0);
        if (!IsInTable(code))
            return new FixRequest(workspace.Snapshot, file.Path, new AwaitedRule(code).At(file.Spans.Single()));
        var found = Diagnostics.Of(workspace.Snapshot, file.Path, RuleSettings.Default).Where(found => found.Code == code).ToList();
        var spans = Markup.Render(file.Text, found.Select(one => one.Span));
        Assert.True(found.Any(one => one.Span == file.Spans.Single()), $"{code} finds:\n{spans}");
        return new FixRequest(workspace.Snapshot, file.Path, found.First(one => one.Span == file.Spans.Single()));
    }

    private static bool IsInTable(string code) => RuleTable.All.Any(rule => rule.Code == code);

    private static int CountOf(WorkspaceSnapshot snapshot, string code) => All(snapshot).Count(found => found.Code == code);

    private static IEnumerable<string> Errors(WorkspaceSnapshot snapshot) =>
        All(snapshot).Where(found => found.Severity == Severity.Error).Select(found => $"{found.Code}: {found.Message.In(Language.English)}");

    private static IEnumerable<Diagnostic> All(WorkspaceSnapshot snapshot) =>
        snapshot.Paths.SelectMany(path => Diagnostics.Of(snapshot, path, RuleSettings.Default));

    private static string Shown(DocumentPath path, string? text) => $"{path}\n{text}";
}
