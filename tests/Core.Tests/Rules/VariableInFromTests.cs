namespace Dockstage.Core.Tests.Rules;

public sealed class VariableInFromTests
{
    private const string Rule = "VariableInFrom";

    private const string InCopy =
        "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround";

    private const string InMount = "'from' doesn't support variable expansion, define alias stage instead";

    [Fact]
    public void Nothing_is_replaced_in_COPY_and_mounts() => RuleAssert.Only(Rule, """
        ARG IMAGE=alpine
        FROM $IMAGE AS base
        ONBUILD COPY --from=[|$IMAGE|] a b
        FROM base
        COPY --chown=🚀 --from=[|${IMAGE}-x|] a b
        RUN --mount=type=bind,from=[|$IMAGE|],target=/a true
        COPY --from=base$ a b
        """, InCopy, InCopy, InMount);
}
