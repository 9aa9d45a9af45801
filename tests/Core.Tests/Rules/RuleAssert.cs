using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

/// <summary>Findings as text: <c>[|words at fault|]</c> in the files, then a line for each. With LF and with CR LF.</summary>
internal static class RuleAssert
{
    /// <summary>The findings of all rules: one line <c>Code Severity: message</c> for each.</summary>
    public static void Finds(string markup, params string[] expected) =>
        Finds(_ => true, found => $"{found.Code} {found.Severity}: {found.Message.In(Language.English)}", markup, expected);

    /// <summary>The findings of one rule alone: the messages.</summary>
    public static void Only(string code, string markup, params string[] messages) =>
        Finds(found => found.Code == code, found => found.Message.In(Language.English), markup, messages);

    private static void Finds(
        Func<Diagnostic, bool> isAsked, Func<Diagnostic, string> describe, string markup, string[] expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var actual = new List<string>();
            foreach (var file in workspace.Files)
            {
                var diagnostics = Diagnostics.Of(workspace.Snapshot, file.Path, RuleSettings.Default).Where(isAsked).ToList();
                Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, diagnostics.Select(d => d.Span)));
                actual.AddRange(diagnostics.Select(describe));
            }

            Assert.Equal(expected, actual);
        }
    }
}
