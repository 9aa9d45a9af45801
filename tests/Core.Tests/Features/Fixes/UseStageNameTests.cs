namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class UseStageNameTests
{
    [Theory]
    [InlineData("NumericStageReference", "COPY --from=[|0|] /a /b", "COPY --from=build /a /b")]
    [InlineData("NumericStageReference", "copy --link --from=\"[|0|]\" /a \\\n /b", "copy --link --from=\"build\" /a \\\n /b")]
    [InlineData("NumericMountSource", "RUN --mount=type=bind,from=[|0|],target=/x true", "RUN --mount=type=bind,from=build,target=/x true")]
    public void The_name_of_the_stage_stands_where_its_index_stood(string code, string before, string after) => FixAssert.Fixes(
        code, $"FROM golang AS Build\nFROM alpine\n{before}\n", $"FROM golang AS Build\nFROM alpine\n{after}\n");

    [Fact]
    public void A_stage_without_a_name_gets_one_and_every_index_becomes_it() => FixAssert.Fixes("NumericStageReference", """
        FROM golang:1.26
        RUN go build
        from --platform=linux/amd64 busybox:1 \
          as tools
        FROM alpine
        COPY --from=[|0|] /a /a
        COPY --from=0 /b /b
        COPY --from=1 /c /c
        RUN --mount=from=0,target=/x true
        """, """
        FROM golang:1.26 AS build
        RUN go build
        from --platform=linux/amd64 busybox:1 \
          as tools
        FROM alpine
        COPY --from=build /a /a
        COPY --from=build /b /b
        COPY --from=1 /c /c
        RUN --mount=from=0,target=/x true
        """);

    [Theory]
    [InlineData("FROM busybox:1", "FROM busybox:1 AS busybox")]
    [InlineData("FROM ghcr.io/acme/certs@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "FROM ghcr.io/acme/certs@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS certs")]
    [InlineData("FROM alpine", "FROM alpine AS alpine-2")]
    [InlineData("from golang\nRUN x", "from golang as build-2\nRUN x")]
    [InlineData("FROM scratch\nADD x /", "FROM scratch AS files\nADD x /")]
    public void The_name_says_what_the_stage_is_and_is_free(string before, string after) => FixAssert.Fixes(
        "NumericStageReference",
        $"{before}\nFROM debian AS build\nFROM alpine\nCOPY --from=[|0|] / /\nCOPY --from=alpine / /\n",
        $"{after}\nFROM debian AS build\nFROM alpine\nCOPY --from={after.Split('\n')[0].Split(' ')[^1]} / /\nCOPY --from=alpine / /\n");

    [Fact]
    public void A_numeric_target_becomes_the_name() => FixAssert.Fixes("NumericTarget", """
        //- Dockerfile
        FROM golang AS build
        FROM alpine
        //- compose.yaml
        services:
          web: {build: {context: ., target: "[|0|]"}}
        """, """
        //- Dockerfile
        FROM golang AS build
        FROM alpine
        //- compose.yaml
        services:
          web: {build: {context: ., target: "build"}}
        """);

    [Fact]
    public void A_numeric_target_without_a_name_names_the_stage() => FixAssert.Fixes("NumericTarget", """
        //- Dockerfile
        FROM golang AS build
        FROM alpine
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: [|1|]
        """, """
        //- Dockerfile
        FROM golang AS build
        FROM alpine AS final
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: final
        """);

    [Fact]
    public void Under_ONBUILD_the_index_means_a_stage_of_the_child() => FixAssert.Fixes("NumericStageReference", """
        FROM golang AS build
        FROM alpine AS base
        ONBUILD COPY --from=[|0|] /a /b
        FROM base
        """, """
        FROM golang AS build
        FROM alpine AS base
        ONBUILD COPY --from=build /a /b
        FROM base
        """);

    [Theory]
    [InlineData("NumericStageReference", "FROM golang AS build\nFROM alpine\nCOPY --from=[|0|] / /\n", "**Use the stage's name 'build'")]
    [InlineData("NumericStageReference", "FROM golang\nFROM alpine\nCOPY --from=[|0|] / /\n", "*Name stage 0 'golang' and use the name")]
    [InlineData("NumericMountSource", "FROM golang AS build\nFROM alpine\nRUN --mount=from=[|0|],target=/x x\n", "*Use the stage's name 'build'")]
    public void What_is_built_already_may_be_named_unseen(string code, string markup, string title) => FixAssert.Offers(code, markup, title);

    [Theory]
    [InlineData("NumericStageReference", "FROM golang AS a\nFROM alpine AS a\nFROM scratch\nCOPY --from=[|0|] / /\n")]
    [InlineData("NumericStageReference", "FROM golang AS 1st\nFROM scratch\nCOPY --from=[|0|] / /\n")]
    [InlineData("NumericMountSource", "FROM golang AS a\nFROM scratch\nRUN --mount=from=[|1|],target=/x x\n")]
    public void Where_no_name_would_mean_that_stage_nothing_is_offered(string code, string markup) => FixAssert.Offers(code, markup);
}
