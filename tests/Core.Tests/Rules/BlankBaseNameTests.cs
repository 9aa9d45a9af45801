namespace Dockstage.Core.Tests.Rules;

public sealed class BlankBaseNameTests
{
    private const string Rule = "BlankBaseName";

    [Fact]
    public void A_base_must_not_be_empty_once_its_variables_are_replaced() => RuleAssert.Only(Rule, """
        ARG A
        ARG B=alpine
        FROM [|$A|]
        ARG C=alpine
        FROM [|${C}|] AS c
        FROM $B
        FROM [|""|]
        FROM
        """,
        "base name ($A) should not be blank",
        "base name (${C}) should not be blank",
        "base name (\"\") should not be blank");
}
