namespace Dockstage.Core.Tests.Rules;

public sealed class OnbuildNotAllowedTests
{
    [Fact]
    public void Three_instructions_cannot_be_held_back() => RuleAssert.Only("OnbuildNotAllowed", """
        FROM alpine
        ONBUILD [|onbuild|] RUN a
        ONBUILD [|FROM|] a
        ONBUILD [|maintainer|] a
        ONBUILD RUN a
        ONBUILD
        """,
        "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
        "FROM isn't allowed as an ONBUILD trigger",
        "MAINTAINER isn't allowed as an ONBUILD trigger");
}
