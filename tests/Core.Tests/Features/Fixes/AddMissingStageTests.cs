namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class AddMissingStageTests
{
    [Fact]
    public void The_stage_comes_above_the_last_one_and_its_comments_on_the_same_base() => FixAssert.Fixes("TargetNotFound", """
        //- api/Dockerfile
        ARG V=1
        FROM golang:$V AS build
        RUN true

        # final is what runs
        FROM alpine:$V
        //- compose.yaml
        services:
          web:
            build:
              context: api
              target: [|Integration|]
        """, """
        //- api/Dockerfile
        ARG V=1
        FROM golang:$V AS build
        RUN true

        FROM alpine:$V AS integration

        # final is what runs
        FROM alpine:$V
        //- compose.yaml
        services:
          web:
            build:
              context: api
              target: Integration
        """, "Add a stage 'Integration' to api/Dockerfile");

    [Fact]
    public void It_never_comes_above_directives() => FixAssert.Fixes("TargetNotFound", """
        //- Dockerfile
        #!/usr/bin/env docker
        # syntax=docker/dockerfile:1
        # it runs
        from alpine as run
        //- compose.yaml
        services:
          web: {build: {context: ., target: [|integration|]}}
        """, """
        //- Dockerfile
        #!/usr/bin/env docker
        # syntax=docker/dockerfile:1
        from alpine as integration

        # it runs
        from alpine as run
        //- compose.yaml
        services:
          web: {build: {context: ., target: integration}}
        """, "Add a stage 'integration' to Dockerfile");

    [Theory]
    [InlineData("1st")]
    [InlineData("scratch")]
    [InlineData("golang")]
    public void A_name_that_cannot_be_one_here_is_not_added(string name) => FixAssert.Offers("TargetNotFound", $"""
        //- Dockerfile
        FROM golang AS build
        COPY --from=golang /a /b
        //- compose.yaml
        services:
          web:
            build:
              target: [|{name}|]
        """, "Build the last stage, 'build'");
}
