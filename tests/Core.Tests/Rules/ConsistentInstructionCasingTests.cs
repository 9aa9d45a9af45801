namespace Dockstage.Core.Tests.Rules;

public sealed class ConsistentInstructionCasingTests
{
    private const string Rule = "ConsistentInstructionCasing";

    [Fact]
    public void Capitals_win_a_tie() => RuleAssert.Only(Rule, """
        FROM alpine
        [|run|] x
        """, "Command 'run' should match the case of the command majority (uppercase)");

    [Fact]
    public void The_majority_may_be_small() => RuleAssert.Only(Rule, """
        from alpine
        run x
        [|CMD|] ["x"]
        [|Run|] y
        """,
        "Command 'CMD' should match the case of the command majority (lowercase)",
        "Command 'Run' should match the case of the command majority (lowercase)");

    [Fact]
    public void Mixed_words_and_lines_above_the_first_FROM_have_no_vote() => RuleAssert.Only(Rule, """
        arg A
        arg B
        arg C
        FROM alpine
        [|From|] alpine
        """, "Command 'From' should match the case of the command majority (uppercase)");
}
