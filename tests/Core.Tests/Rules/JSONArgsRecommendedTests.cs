namespace Dockstage.Core.Tests.Rules;

public sealed class JSONArgsRecommendedTests
{
    private const string Rule = "JSONArgsRecommended";

    [Fact]
    public void Shell_form_is_reported_and_a_healthcheck_is_not() => RuleAssert.Only(Rule, """
        FROM alpine
        [|CMD echo a|]
        [|ENTRYPOINT run \
            --fast|]
        HEALTHCHECK CMD curl localhost
        CMD ["echo", "a"]
        """,
        "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals",
        "JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals");

    [Fact]
    public void Who_sets_a_shell_wants_one_also_in_the_stages_above() => RuleAssert.Only(Rule, """
        FROM alpine AS base
        SHELL ["bash", "-c"]
        CMD echo a
        FROM base
        CMD echo b
        """);

    [Fact]
    public void What_ONBUILD_brings_is_reported_at_the_stage_that_runs_it() => RuleAssert.Only(Rule, """
        FROM alpine AS base
        ONBUILD CMD echo a
        FROM [|base|]
        """, "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals");
}
