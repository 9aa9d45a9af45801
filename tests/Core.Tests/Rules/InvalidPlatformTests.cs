namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidPlatformTests
{
    private const string Rule = "InvalidPlatform";

    [Fact]
    public void What_is_no_platform() => RuleAssert.Only(Rule, """
        ARG P
        FROM --platform=[|$P|] alpine
        FROM --platform=[|$BUILDPLATFROM|] alpine
        FROM --platform=[|linux/amd64/v1/x|] alpine
        FROM --platform=[|nonsense|] alpine
        FROM --platform=$BUILDPLATFORM alpine
        FROM --platform=arm64 alpine
        FROM --platform=linux/arm/v7 alpine
        FROM --platform= alpine
        """,
        "empty platform value from expression $P",
        "empty platform value from expression $BUILDPLATFROM (did you mean BUILDPLATFORM?)",
        "failed to parse platform linux/amd64/v1/x: \"linux/amd64/v1/x\": cannot parse platform specifier: invalid argument",
        "failed to parse platform nonsense: \"nonsense\": unknown operating system or architecture: invalid argument");
}
