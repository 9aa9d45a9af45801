namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class LowerCaseBaseTests
{
    [Theory]
    [InlineData("FROM alpine AS build\nFROM [|Build|] AS tools\n", "FROM alpine AS build\nFROM build AS tools\n")]
    [InlineData("FROM alpine AS build\nFROM [|BU\\\nILD|]\n", "FROM alpine AS build\nFROM build\n")]
    public void A_base_that_is_a_stage_but_for_its_capitals_becomes_small(string before, string after) =>
        FixAssert.Fixes("InvalidBaseName", before, after);

    [Fact]
    public void It_may_be_done_unseen() =>
        FixAssert.Offers("InvalidBaseName", "FROM alpine AS build\nFROM [|Build|]\n", "**Change to 'build'");

    [Theory]
    [InlineData("FROM [|Build|]\nFROM alpine AS build\n")]
    [InlineData("FROM alpine AS build\nFROM [|Alpine|]\n")]
    public void A_name_that_no_stage_above_has_stays(string markup) => FixAssert.Offers("InvalidBaseName", markup);

    [Fact]
    public void The_linter_finds_the_same_words() => FixAssert.Fixes(
        "InvalidDefaultArgInFrom", "FROM alpine AS build\nFROM [|Build|] AS tools\n", "FROM alpine AS build\nFROM build AS tools\n");
}
