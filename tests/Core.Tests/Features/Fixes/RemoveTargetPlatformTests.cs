namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class RemoveTargetPlatformTests
{
    [Theory]
    [InlineData("FROM --platform=[|$TARGETPLATFORM|] alpine AS a", "FROM alpine AS a")]
    [InlineData("from   --platform=\"[|${TARGETPLATFORM}|]\"  alpine", "from   alpine")]
    [InlineData("FROM --platform=[|$TARGETPLATFORM|] \\\n# why\n  alpine", "FROM \\\n# why\n  alpine")]
    [InlineData("FROM \\\n  --platform=[|$TARGETPLATFORM|] alpine", "FROM \\\n  alpine")]
    public void The_flag_goes_with_the_blanks_behind_it(string before, string after) =>
        FixAssert.Fixes("RedundantTargetPlatform", $"{before}\nRUN true\n", $"{after}\nRUN true\n");

    [Fact]
    public void It_may_be_done_unseen() => FixAssert.Offers(
        "RedundantTargetPlatform", "FROM --platform=[|$TARGETPLATFORM|] alpine\n", "**Remove --platform=$TARGETPLATFORM");
}
