namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidStageIndexTests
{
    private const string Rule = "InvalidStageIndex";

    [Fact]
    public void A_number_is_an_index_and_never_an_image() => RuleAssert.Only(Rule, """
        FROM alpine
        FROM alpine AS b
        COPY --from=0 a b
        COPY --from=[|2|] a b
        COPY --from=[|-1|] a b
        COPY --from="[|+07|]" a b
        RUN --mount=from=7,target=/a true
        ONBUILD COPY --from=9 a b
        """, "invalid stage index 2", "invalid stage index -1", "invalid stage index 7");

    [Fact]
    public void Under_ONBUILD_it_counts_in_the_child() => RuleAssert.Only(Rule, """
        FROM alpine AS b
        ONBUILD COPY --from=[|9|] a b
        FROM b
        FROM b
        """, "invalid stage index 9");
}
