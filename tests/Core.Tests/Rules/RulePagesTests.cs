using System.Runtime.CompilerServices;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class RulePagesTests
{
    [Fact]
    public void Every_rule_has_a_page_that_says_what_why_and_how_to_silence_it()
    {
        Assert.NotEmpty(RuleTable.All);
        foreach (var rule in RuleTable.All)
        {
            var page = File.ReadAllText(Path.Combine(Folder(), rule.Code + ".md"));
            foreach (var heading in (string[])[$"# {rule.Code}", "## What it finds", "## Why it matters", "## Example", "## How to silence it"])
                Assert.Contains(heading + "\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains($"\"{rule.Code}\": \"off\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_belongs_to_a_rule() => Assert.Equal(
        RuleTable.All.Select(r => r.Code + ".md").Order(), Directory.GetFiles(Folder(), "*.md").Select(f => Path.GetFileName(f)!).Order());

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/rules"));
}
