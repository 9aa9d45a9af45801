namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidStageNameTests
{
    [Fact]
    public void A_name_that_begins_with_a_digit_or_holds_a_variable_or_quotes_is_refused() => RuleAssert.Only("InvalidStageName", """
        FROM alpine AS [|1a|]
        FROM alpine AS [|$n|]
        FROM alpine AS [|"a"|]
        FROM alpine AS a.b-c_d
        FROM alpine AS
        """,
        "invalid name for build stage: \"1a\", name can't start with a number or contain symbols",
        "invalid name for build stage: \"$n\", name can't start with a number or contain symbols",
        "invalid name for build stage: \"\\\"a\\\"\", name can't start with a number or contain symbols");
}
