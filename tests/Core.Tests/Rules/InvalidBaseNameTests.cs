namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidBaseNameTests
{
    private const string Rule = "InvalidBaseName";

    [Fact]
    public void A_base_is_compared_letter_by_letter_and_then_an_image() => RuleAssert.Only(Rule, """
        FROM alpine AS Build
        FROM [|Build|]
        FROM build
        FROM [|Scratch|]
        FROM [|alpine:1:2|] AS unused
        FROM --platform=linux/amd64 \
          [|'$X'|] AS 🚀
        FROM Alpine # two mistakes are one
        """,
        "failed to parse stage name \"Build\": invalid reference format: repository name (library/Build) must be lowercase",
        "failed to parse stage name \"Scratch\": invalid reference format: repository name (library/Scratch) must be lowercase",
        "failed to parse stage name \"alpine:1:2\": invalid reference format",
        "failed to parse stage name \"$X\": invalid reference format: repository name (library/$X) must be lowercase");

    [Fact]
    public void Sources_of_COPY_and_mounts_too() => RuleAssert.Only(Rule, """
        FROM alpine AS build
        ONBUILD COPY --from=[|BusyBox|] a b
        FROM build
        COPY --from=[|hé|] a b
        COPY --from=[|build$|] a b
        RUN --mount=from=[|a:b:c|],target=/a true
        COPY --from=BUILD a b
        """,
        "failed to parse stage name \"BusyBox\": invalid reference format: repository name (library/BusyBox) must be lowercase",
        "failed to parse stage name \"hÃ©\": invalid reference format: repository name (library/hÃ©) must be lowercase",
        "failed to parse stage name \"build$\": invalid reference format",
        "failed to parse stage name \"a:b:c\": invalid reference format");
}
