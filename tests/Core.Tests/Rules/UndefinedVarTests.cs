namespace Dockstage.Core.Tests.Rules;

public sealed class UndefinedVarTests
{
    private const string Rule = "UndefinedVar";

    [Fact]
    public void On_an_empty_image_every_unknown_variable_is_undefined() => RuleAssert.Only(Rule, """
        FROM scratch
        ARG KNOWN
        WORKDIR /$KNOWN/$[|NOWHERE|]
        COPY $[|NOWHERE|] ${[|OTHER|]:-x}
        RUN echo $NOWHERE
        EXPOSE $NOWHERE
        """,
        "Usage of undefined variable '$NOWHERE'",
        "Usage of undefined variable '$NOWHERE'",
        "Usage of undefined variable '$OTHER'");

    [Fact]
    public void Over_an_image_an_argument_that_the_stage_does_not_ask_for_is_reported() => RuleAssert.Only(Rule, """
        ARG VERSION=1
        FROM alpine AS a
        WORKDIR /$[|VERSION|]/$[|TARGETARCH|]/$LANG
        FROM alpine
        ARG VERSION
        ARG TARGETARCH
        WORKDIR /$VERSION/$TARGETARCH
        """,
        "Usage of undefined variable '$VERSION'",
        "Usage of undefined variable '$TARGETARCH'");

    [Fact]
    public void Over_an_image_a_name_that_is_nearly_right_is_reported() => RuleAssert.Only(Rule, """
        FROM alpine
        ENV APP_HOME=/app
        WORKDIR $[|APP_HOEM|]
        ENV PATH=$[|PAHT|]:/app
        """,
        "Usage of undefined variable '$APP_HOEM' (did you mean $APP_HOME?)",
        "Usage of undefined variable '$PAHT' (did you mean $PATH?)");

    [Theory]
    [InlineData("FROM golang:1.26\nWORKDIR $GOPATH/src/app")]
    [InlineData("FROM cuda:12\nENV MYPATH=/x:$LUAPATH")]
    [InlineData("ARG JAVA_HOME=/opt/java\nFROM tomcat:9\nENV JAVA_HOME=${JAVA_HOME}")]
    [InlineData("ARG ROS_DISTRO=jazzy\nFROM ros:${ROS_DISTRO} AS base\nFROM base\nENV ROS_DISTRO=${ROS_DISTRO}")]
    [InlineData("ARG DEBEZIUM_VERSION\nFROM quay.io/debezium/connect:${DEBEZIUM_VERSION}\nENV DEBEZIUM_VERSION=${DEBEZIUM_VERSION}")]
    [InlineData("ARG NODE_VERSION=24\nFROM --platform=$BUILDPLATFORM node:$NODE_VERSION-slim\nLABEL node=$NODE_VERSION")]
    [InlineData("FROM php:8-fpm\nENV PHP_INI_DIRS=/x\nCOPY php.ini $PHP_INI_DIR/")]
    public void Of_a_variable_that_the_image_may_well_have_set_nothing_is_said(string text) => RuleAssert.Only(Rule, text);

    [Fact]
    public void An_argument_that_only_shares_letters_with_the_image_is_reported() => RuleAssert.Only(Rule, """
        ARG APP_VERSION=1
        ARG IMAGE=debian
        FROM ${IMAGE}:13
        LABEL version=$[|APP_VERSION|] base=$[|IMAGE|]
        """,
        "Usage of undefined variable '$APP_VERSION'",
        "Usage of undefined variable '$IMAGE'");
}
