using System.Runtime.CompilerServices;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

/// <summary>The pages in docs/rules. <c>UPDATE_EXPECT=1</c> writes them.</summary>
public sealed class RulePagesTests
{
    public static TheoryData<string> Codes => [.. RuleTable.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_of_a_rule_is_what_the_rule_says_of_itself(string code) => IsCurrent(code + ".md", RulePageText.Of(Rule(code)));

    [Fact]
    public void The_list_of_rules_is_current() => IsCurrent("README.md", RulePageText.Index(RuleTable.All));

    [Fact]
    public void Every_page_belongs_to_a_rule() => Assert.Equal(
        RuleTable.All.Select(rule => rule.Code + ".md").Append("README.md").Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder(), "*.md").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_bad_example_of_a_page_is_found_and_the_good_one_is_not(string code)
    {
        Assert.Contains(code, Found(code, Rule(code).Page.Bad));
        Assert.DoesNotContain(code, Found(code, Rule(code).Page.Good));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_good_example_of_a_page_is_refused_by_no_rule(string code) =>
        Assert.DoesNotContain(Diagnose(code, Rule(code).Page.Good), found => found.Severity == Severity.Error);

    private static IRule Rule(string code) => RuleTable.All.Single(rule => rule.Code == code);

    private static IEnumerable<string> Found(string code, string files) => Diagnose(code, files).Select(found => found.Code);

    /// <summary>An experimental rule has to be turned on.</summary>
    private static IEnumerable<Diagnostic> Diagnose(string code, string files)
    {
        var workspace = new MarkedWorkspace(files);
        var settings = new RuleSettings(RuleSettings.Default.Severities.Add(code, Rule(code).DefaultSeverity));
        return workspace.Files.SelectMany(file => Diagnostics.Of(workspace.Snapshot, file.Path, settings));
    }

    private static void IsCurrent(string name, string expected)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1")
            File.WriteAllText(path, expected);
        Assert.True(File.Exists(path), $"docs/rules/{name} is missing: run the tests with UPDATE_EXPECT=1.");
        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/rules"));
}
