using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

/// <summary>Findings as text: <c>[|words at fault|]</c> in the files, then one line <c>Code Severity: message</c> for each.</summary>
internal static class RuleAssert
{
    public static void Finds(string markup, params string[] expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var actual = new List<string>();
            foreach (var file in workspace.Files)
            {
                var diagnostics = Diagnostics.Of(workspace.Snapshot, file.Path, RuleSettings.Default);
                Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, diagnostics.Select(d => d.Span)));
                actual.AddRange(diagnostics.Select(d => $"{d.Code} {d.Severity}: {d.Message.In(Language.English)}"));
            }

            Assert.Equal(expected, actual);
        }
    }
}
