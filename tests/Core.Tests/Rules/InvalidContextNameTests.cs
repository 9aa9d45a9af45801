namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidContextNameTests
{
    private const string Rule = "InvalidContextName";

    [Fact]
    public void A_name_that_is_no_reference_to_an_image() => RuleAssert.Only(Rule, """
        FROM alpine AS [|Build-|]
        FROM alpine AS [|a..b|]
        FROM alpine AS [|a___b|]
        FROM alpine AS [|a.-b|]
        FROM alpine AS a__b
        FROM alpine AS a--b.c
        FROM alpine AS 1a
        FROM alpine AS scratch
        """,
        "invalid context name build-: invalid reference format",
        "invalid context name a..b: invalid reference format",
        "invalid context name a___b: invalid reference format",
        "invalid context name a.-b: invalid reference format");

    [Fact]
    public void A_name_may_be_too_long()
    {
        var name = new string('a', 248);
        RuleAssert.Only(Rule, $"FROM alpine AS [|{name}|]\n", $"invalid context name {name}: repository name must not be more than 255 characters");
        RuleAssert.Only(Rule, $"FROM alpine AS {name[1..]}\n");
    }
}
