namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidFlagTests
{
    private const string Rule = "InvalidFlag";

    [Fact]
    public void A_flag_needs_its_value_behind_an_equals_sign() => RuleAssert.Only(Rule, """
        FROM [|--platform|] alpine
        COPY [|--from|] a b
        COPY [|--link=|] a b
        RUN [|--mount|] true
        COPY --link --from= a b
        """,
        "missing a value on flag: --platform",
        "missing a value on flag: --from",
        "missing a value on flag: --link",
        "missing a value on flag: --mount");

    [Fact]
    public void Values_that_the_flag_cannot_have() => RuleAssert.Only(Rule, """
        FROM alpine
        COPY --link=[|yes|] a b
        COPY --link=TRUE --parents=False a b
        RUN --network=[|bridge|] true
        RUN --network=none --security=insecure true
        RUN --security=[|none|] true
        RUN --device=[|gpu|] true
        COPY --chmod=[|888|] a b
        COPY --chmod=[|17777|] a b
        COPY --chmod=0755 a b
        COPY --chmod=u+x a b
        """,
        "expecting boolean value for flag --link, not: yes",
        "invalid network mode \"bridge\"",
        "security \"none\" is not valid",
        "device feature is only supported in Dockerfile frontend 1.14.0-labs or later",
        "invalid chmod parameter: '888'. it should be octal string and between 0 and 07777",
        "invalid chmod parameter: '17777'. it should be octal string and between 0 and 07777");

    [Fact]
    public void Devices_are_for_the_labs_front_end() => RuleAssert.Only(Rule, """
        # syntax=docker/dockerfile:1-labs
        FROM alpine
        RUN --device=gpu true
        """);

    [Theory]
    [InlineData("--interval=soon", "time: invalid duration \"soon\"")]
    [InlineData("--interval=.", "time: invalid duration \".\"")]
    [InlineData("--timeout=5", "time: missing unit in duration \"5\"")]
    [InlineData("--start-period=1m5x", "time: unknown unit \"x\" in duration \"1m5x\"")]
    [InlineData("--start-interval=1us", "Interval \"start-interval\" cannot be less than 1ms")]
    [InlineData("--interval=-5s", "Interval \"interval\" cannot be less than 1ms")]
    [InlineData("--retries=many", "strconv.ParseInt: parsing \"many\": invalid syntax")]
    [InlineData("--retries=3000000000", "strconv.ParseInt: parsing \"3000000000\": value out of range")]
    [InlineData("--retries=-1", "--retries cannot be negative (-1)")]
    public void Values_of_a_health_check(string flag, string message)
    {
        var equals = flag.IndexOf('=', StringComparison.Ordinal) + 1;
        RuleAssert.Only(Rule, $"FROM alpine\nHEALTHCHECK {flag[..equals]}[|{flag[equals..]}|] CMD true\n", message);
        RuleAssert.Only(Rule, $"FROM alpine\nHEALTHCHECK {flag} NONE\n");
    }

    [Theory]
    [InlineData("--interval=1h5m2.5s --timeout=0 --start-period=.5s --start-interval=5.s --retries=+3")]
    [InlineData("--interval= --retries=")]
    public void Right_values_of_a_health_check(string flags) => RuleAssert.Only(Rule, $"FROM alpine\nHEALTHCHECK {flags} CMD true\n");

    [Fact]
    public void A_checksum_is_for_one_source_from_elsewhere() => RuleAssert.Only(Rule, """
        FROM alpine
        ARG A=a
        ADD --checksum=[|sha256:12|] $A /b
        ADD --checksum=[|sha256:12|] https://example.com/a https://example.com/b /c/
        ADD --checksum=[|nonsense|] https://example.com/a /b
        ADD --checksum=sha256:12 https://example.com/a /b
        ADD --checksum=12ab https://example.com/a.git /b
        ADD --checksum=sha256:12 $UNKNOWN /b
        """,
        "checksum requires HTTP(S) or Git sources",
        "checksum can't be specified for multiple sources",
        "invalid checksum digest format");
}
