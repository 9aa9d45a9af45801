namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class LowerCaseStageTests
{
    [Fact]
    public void A_name_becomes_small_in_every_file_and_FROM_finds_the_stage() => FixAssert.Fixes("StageNameCasing", """
        //- Dockerfile
        FROM golang:1.26 AS [|Build|]
        FROM Build
        COPY --from="BUILD" /a /b
        RUN --mount=from=Build,target=/x true
        COPY --from=0 /a /b
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: "Build"
          api: {build: {context: ., target: build}}
        """, """
        //- Dockerfile
        FROM golang:1.26 AS build
        FROM build
        COPY --from="build" /a /b
        RUN --mount=from=build,target=/x true
        COPY --from=0 /a /b
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: "build"
          api: {build: {context: ., target: build}}
        """);

    [Fact]
    public void Of_two_stages_with_one_name_each_keeps_its_own_users() => FixAssert.Fixes("StageNameCasing", """
        FROM alpine AS [|A|]
        FROM A
        FROM debian AS a
        FROM scratch
        COPY --from=A / /
        """, """
        FROM alpine AS a
        FROM a
        FROM debian AS a
        FROM scratch
        COPY --from=A / /
        """);

    [Fact]
    public void A_name_that_goes_on_in_the_next_line_is_put_on_one() => FixAssert.Fixes(
        "StageNameCasing", "FROM alpine AS [|Bu\\\nild|]\nRUN true\n", "FROM alpine AS build\nRUN true\n");

    [Fact]
    public void It_is_what_is_surely_meant_and_may_be_done_unseen() => FixAssert.Offers(
        "StageNameCasing", "FROM alpine AS [|Build|]", "**Name the stage 'build' everywhere");

    [Theory]
    [InlineData("FROM alpine AS [|$NAME|]\n")]
    [InlineData("FROM alpine AS [|Финал|]\n")]
    public void What_is_no_name_does_not_become_one_in_small_letters(string markup) => FixAssert.Offers("StageNameCasing", markup);
}
