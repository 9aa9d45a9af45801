namespace Dockstage.Core.Tests.Rules;

public sealed class DuplicateFlagTests
{
    private const string Rule = "DuplicateFlag";

    [Fact]
    public void The_second_of_two_is_too_many_but_lists_may_repeat() => RuleAssert.Only(Rule, """
        FROM alpine
        COPY --chown=1 [|--chown=1|] a b
        COPY --link [|--link=true|] --exclude=x --exclude=y a b
        RUN --mount=type=tmpfs,target=/a --mount=type=tmpfs,target=/b true
        """, "duplicate flag specified: --chown", "duplicate flag specified: --link");
}
