namespace Dockstage.Core.Tests.Rules;

/// <summary>FromPlatformFlagConstDisallowed, RedundantTargetPlatform, InvalidBaseImagePlatform.</summary>
public sealed class FromPlatformTests
{
    [Fact]
    public void A_constant_needs_a_name_that_says_so() => RuleAssert.Only("FromPlatformFlagConstDisallowed", """
        ARG P=linux/arm64
        FROM --platform=[|linux/amd64|] alpine AS a
        FROM --platform="[|linux/x86_64|]" alpine
        FROM --platform=linux/amd64 alpine AS build_amd64
        FROM --platform=linux/amd64 alpine AS build_linux
        FROM --platform=$P alpine AS b
        FROM --platform=nonsense/ alpine AS c
        """,
        "FROM --platform flag should not use constant value \"linux/amd64\"",
        "FROM --platform flag should not use constant value \"linux/x86_64\"");

    [Fact]
    public void The_target_platform_goes_without_saying() => RuleAssert.Only("RedundantTargetPlatform", """
        FROM --platform=[|$TARGETPLATFORM|] alpine
        FROM --platform=[|${TARGETPLATFORM}|] alpine
        FROM --platform=$BUILDPLATFORM alpine
        FROM --platform=$TARGETOS/$TARGETARCH alpine
        FROM --platform=${TARGETPLATFORM}x alpine
        """,
        "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior",
        "Setting platform to predefined ${TARGETPLATFORM} in FROM is redundant as this is the default behavior");

    [Fact]
    public void An_official_image_for_one_platform_is_none_for_another() => RuleAssert.Only("InvalidBaseImagePlatform", """
        FROM --platform=linux/amd64 [|arm64v8/alpine:3.20|] AS a_amd64
        FROM --platform=linux/arm64 arm64v8/alpine AS b_arm64
        FROM --platform=linux/arm64 example.com/amd64/alpine AS c_arm64
        FROM --platform=$BUILDPLATFORM arm64v8/alpine AS d
        FROM arm64v8/alpine AS e
        """,
        "Base image arm64v8/alpine:3.20 was pulled with platform \"linux/arm64\", expected \"linux/amd64\" for current build");
}
