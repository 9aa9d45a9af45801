namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidDirectiveTests
{
    private const string Rule = "InvalidDirective";

    [Fact]
    public void A_directive_stands_once_and_an_escape_character_is_a_backslash_or_a_backtick() => RuleAssert.Only(Rule, """
        # escape=[|x|]
        # syntax=docker/dockerfile:1
        # [|Escape|]=`
        # [|syntax|]=docker/dockerfile:1
        FROM alpine
        """,
        "invalid escape token 'x' does not match ` or \\",
        "only one escape parser directive can be used",
        "only one syntax parser directive can be used");

    [Theory]
    [InlineData("# check=[|foo=a|]", "invalid check option \"foo\"")]
    [InlineData("\uFEFF#check=[|skip|] // why", "invalid check option \"skip\"")]
    [InlineData("#!/usr/bin/env x\n# check=[|error=maybe|]", "failed to parse check option \"error=maybe\": strconv.ParseBool: parsing \"maybe\": invalid syntax")]
    public void Options_for_the_linter_must_be_readable(string line, string problem) =>
        RuleAssert.Only(Rule, line + "\nFROM alpine\n", "failed to parse check options: " + problem);

    [Fact]
    public void A_comment_is_no_directive() => RuleAssert.Only(Rule, """
        # note
        # escape=x
        # check=foo
        FROM alpine
        # escape=x
        """);
}
