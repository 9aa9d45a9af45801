namespace Dockstage.Core.Tests.Rules;

public sealed class StageNameCasingTests
{
    [Fact]
    public void A_name_with_capitals_is_reported_as_written() => RuleAssert.Only("StageNameCasing", """
        FROM alpine AS [|Build|]
        FROM alpine AS build2
        """, "Stage name 'Build' should be lowercase");
}
