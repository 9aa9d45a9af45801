using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class MaintainerDeprecatedTests
{
    private const string Message = "Maintainer instruction is deprecated in favor of using label";

    [Fact]
    public void It_is_reported_in_any_letter_case() => RuleAssert.Only("MaintainerDeprecated", """
        FROM alpine
        [|MAINTAINER|] a
        [|maintainer|] b
        """, Message, Message);

    [Fact]
    public void It_is_struck_through()
    {
        var workspace = new MarkedWorkspace("FROM alpine\nMAINTAINER a\n");
        var found = Assert.Single(Diagnostics.Of(workspace.Snapshot, workspace["Dockerfile"].Path, RuleSettings.Default));
        Assert.Equal(FindingTag.Deprecated, found.Tag);
    }
}
