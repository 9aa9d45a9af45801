using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

/// <summary>What a Dockerfile says about findings in it: <c># check=</c> at its top and above an instruction.</summary>
public sealed class LintOptionsTests
{
    [Theory]
    [InlineData("# check=skip=StageNameCasing")]
    [InlineData("# check=skip=all")]
    [InlineData("# check=skip=FromAsCasing,StageNameCasing;error=true")]
    [InlineData("# Check=skip=all // free text")]
    public void A_rule_that_is_skipped_says_nothing(string directive) => Finds(directive);

    [Theory]
    [InlineData("# check=skip=stagenamecasing")]
    [InlineData("# check=skip=FromAsCasing, StageNameCasing")]
    [InlineData("# check=")]
    public void Names_count_letter_by_letter_and_the_value_ends_at_a_blank(string directive) => Finds(directive, "StageNameCasing Warning");

    [Fact]
    public void Findings_are_errors_where_the_file_says_so() => Finds("# check=error=true", "StageNameCasing Error");

    [Fact]
    public void A_comment_above_an_instruction_skips_a_rule_for_it_alone() => RuleAssert.Only("StageNameCasing", """
        FROM alpine AS [|One|]
        # check=skip=StageNameCasing because of history
        FROM alpine AS Two

        # check=skip=all
        # what it does
        FROM alpine AS Three
        # check=skip=all
        #
        FROM alpine AS [|Four|]
        # check=skip=FromAsCasing
        # check=skip=StageNameCasing
        FROM alpine AS [|Five|]
        """,
        "Stage name 'One' should be lowercase",
        "Stage name 'Four' should be lowercase",
        "Stage name 'Five' should be lowercase");

    [Fact]
    public void A_severity_in_the_settings_beats_what_the_file_says()
    {
        var workspace = new MarkedWorkspace("# check=error=true\nFROM alpine AS One\n");
        var settings = new RuleSettings(RuleSettings.Default.Severities.Add("StageNameCasing", Severity.Hint));
        Assert.Equal(Severity.Hint, Assert.Single(Diagnostics.Of(workspace.Snapshot, workspace["Dockerfile"].Path, settings)).Severity);
    }

    [Theory]
    [InlineData("foo=bar", "failed to parse check options: invalid check option \"foo\"")]
    [InlineData("skip", "failed to parse check options: invalid check option \"skip\"")]
    public void Options_that_cannot_be_read_are_a_problem_and_count_as_none(string value, string problem)
    {
        Assert.Equal(problem, LintOptions.Read(value).Problem);
        Assert.False(LintOptions.Read(value).IsError);
    }

    private static void Finds(string directive, params string[] expected)
    {
        var workspace = new MarkedWorkspace(directive + "\nFROM alpine AS Build\n");
        var found = Diagnostics.Of(workspace.Snapshot, workspace["Dockerfile"].Path, RuleSettings.Default);
        Assert.Equal(expected, found.Select(one => $"{one.Code} {one.Severity}"));
        Assert.All(found, one => Assert.Equal("Stage name 'Build' should be lowercase", one.Message.In(Language.Russian)));
    }
}
