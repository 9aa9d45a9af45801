namespace Dockstage.Core.Tests.Rules;

public sealed class MultipleInstructionsDisallowedTests
{
    private const string Rule = "MultipleInstructionsDisallowed";

    [Fact]
    public void All_but_the_last_of_a_stage_are_reported() => RuleAssert.Only(Rule, """
        FROM alpine
        [|CMD ["a"]|]
        [|CMD ["b"]|]
        [|ENTRYPOINT ["c"]|]
        CMD ["d"]
        ENTRYPOINT ["e"]
        [|HEALTHCHECK NONE|]
        HEALTHCHECK CMD f
        """,
        Of("CMD"), Of("CMD"), Of("ENTRYPOINT"), Of("HEALTHCHECK"));

    [Fact]
    public void Another_stage_begins_anew() => RuleAssert.Only(Rule, """
        FROM alpine AS a
        CMD ["a"]
        FROM a
        CMD ["b"]
        """);

    private static string Of(string keyword) =>
        $"Multiple {keyword} instructions should not be used in the same stage because only the last one will be used";
}
