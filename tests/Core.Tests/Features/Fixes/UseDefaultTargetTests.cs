namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class UseDefaultTargetTests
{
    [Fact]
    public void The_last_stage_is_named() => FixAssert.Fixes("TargetNotFound", """
        //- Dockerfile
        FROM golang AS build
        FROM alpine AS Final
        //- compose.yaml
        services:
          web: {build: {context: ., target: '[|production|]'}}
        """, """
        //- Dockerfile
        FROM golang AS build
        FROM alpine AS Final
        //- compose.yaml
        services:
          web: {build: {context: ., target: 'final'}}
        """, "Build the last stage, 'final'");

    [Theory]
    [InlineData("target: [|production|]")]
    [InlineData("target: \"[|production|]\"")]
    [InlineData("target: [|production|]   # the last one")]
    public void The_line_goes_when_the_last_stage_has_no_name(string line) => FixAssert.Fixes("TargetNotFound", $$"""
        //- Dockerfile
        FROM golang AS build
        FROM alpine
        //- compose.yaml
        services:
          web:
            build:
              {{line}}
              context: .
            image: x
        """, """
        //- Dockerfile
        FROM golang AS build
        FROM alpine
        //- compose.yaml
        services:
          web:
            build:
              context: .
            image: x
        """, "Remove the target and build the last stage");

    [Theory]
    [InlineData("build: {context: ., target: [|production|]}")]
    [InlineData("build:\n      target: [|production|]")]
    [InlineData("build:\n      context: .\n      target: &t [|production|]")]
    public void Nothing_is_removed_that_would_leave_something_broken(string build) => FixAssert.Offers(
        "TargetNotFound",
        $"//- Dockerfile\nFROM golang AS build\nFROM alpine\n//- compose.yaml\nservices:\n  web:\n    {build}\n",
        "Add a stage 'production' to Dockerfile");
}
