namespace Dockstage.Core.Tests.Rules;

/// <summary>UndefinedArgInFrom and InvalidDefaultArgInFrom.</summary>
public sealed class DefaultsOfFromTests
{
    [Fact]
    public void Only_arguments_above_the_first_FROM_and_automatic_ones_are_declared() => RuleAssert.Only("UndefinedArgInFrom", """
        ARG VERSION=3
        FROM --platform=$BUILDPLATFORM alpine:$VERSION AS a
        ARG INSIDE=1
        FROM alpine:${[|INSIDE|]}
        FROM alpine:${[|VERSIN|]:-3}
        FROM --platform=$[|WHERE|] alpine
        """,
        "FROM argument 'INSIDE' is not declared",
        "FROM argument 'VERSIN' is not declared (did you mean VERSION?)",
        "FROM argument 'WHERE' is not declared");

    [Fact]
    public void With_its_defaults_every_base_names_an_image() => RuleAssert.Only("InvalidDefaultArgInFrom", """
        ARG NONE
        ARG TAG=3
        FROM [|alpine:$NONE|] AS a
        FROM [|$NONE|]
        FROM alpine:$TAG AS Build
        FROM [|Build|]
        FROM a
        FROM scratch
        """,
        "Default value for ARG alpine:$NONE results in empty or invalid base image name",
        "Default value for ARG $NONE results in empty or invalid base image name",
        "Default value for ARG Build results in empty or invalid base image name");
}
