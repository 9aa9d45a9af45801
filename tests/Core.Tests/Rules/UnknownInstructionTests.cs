namespace Dockstage.Core.Tests.Rules;

public sealed class UnknownInstructionTests
{
    private const string Rule = "UnknownInstruction";

    [Fact]
    public void The_nearest_instruction_is_suggested() => RuleAssert.Only(Rule, """
        FROM alpine
        [|RUNN|] a
        [|cpoy|] . .
        [|SOMETHING|] else
        """,
        "unknown instruction: RUNN (did you mean RUN?)",
        "unknown instruction: cpoy (did you mean copy?)",
        "unknown instruction: SOMETHING");

    [Fact]
    public void A_no_break_space_separates_nothing() => RuleAssert.Only(Rule, "FROM alpine\n[|RUN\u00a0a|]\n", "unknown instruction: RUN\u00a0a (did you mean run?)");

    [Fact]
    public void The_body_of_an_unfinished_heredoc_is_no_list_of_mistakes() => RuleAssert.Only(Rule, """
        FROM alpine
        RUN <<EOF
        echo one
        echo two
        """);
}
