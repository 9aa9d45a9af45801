namespace Dockstage.Core.Tests.Rules;

public sealed class FromAsCasingTests
{
    private const string Rule = "FromAsCasing";

    [Fact]
    public void Small_behind_capitals_capitals_behind_small_and_mixed_behind_either() => RuleAssert.Only(Rule, """
        FROM alpine [|as|] a
        from alpine [|AS|] b
        FROM alpine [|As|] c
        """,
        "'as' and 'FROM' keywords' casing do not match",
        "'AS' and 'from' keywords' casing do not match",
        "'As' and 'FROM' keywords' casing do not match");

    [Fact]
    public void A_from_in_mixed_case_is_left_to_another_rule() => RuleAssert.Only(Rule, """
        From alpine as a
        FROM alpine AS b
        from alpine as c
        FROM alpine
        FROM alpine as
        """);

    [Fact]
    public void The_word_may_be_continued() => RuleAssert.Only(Rule, """
        FROM alpine \
          [|a\
        s|] a
        """, "'as' and 'FROM' keywords' casing do not match");
}
