namespace Dockstage.Core.Tests.Rules;

public sealed class CopyFromAncestorTests
{
    [Fact]
    public void A_stage_has_the_files_of_those_it_is_built_on() => RuleAssert.Only("CopyFromAncestor", """
        ARG BASE=build
        FROM golang AS Build
        FROM alpine AS other
        FROM build AS test
        COPY --from=[|BUILD|] /a /a
        COPY --from=other /a /a
        FROM test
        COPY --from=[|0|] /a /a
        COPY --link --from=[|test|] /a \
          /b
        RUN --mount=from=test,target=/x true
        """,
        "This stage is built on 'build' and has its files already.",
        "This stage is built on 'build' and has its files already.",
        "This stage is built on 'test' and has its files already.");

    [Fact]
    public void A_base_from_a_variable_may_be_another() => RuleAssert.Only("CopyFromAncestor", """
        ARG BASE=build
        FROM golang AS build
        FROM $BASE AS middle
        COPY --from=build /a /a
        FROM middle
        COPY --from=build /a /a
        COPY --from=[|middle|] /a /a
        """, "This stage is built on 'middle' and has its files already.");

    [Fact]
    public void Itself_and_images_are_another_matter() => RuleAssert.Only("CopyFromAncestor", """
        FROM alpine AS a
        COPY --from=a / /
        COPY --from=alpine / /
        FROM alpine
        COPY --from=a / /
        """);
}
