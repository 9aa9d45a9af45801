namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidMountTests
{
    private const string Rule = "InvalidMount";

    [Fact]
    public void Options_that_a_mount_has_not() => RuleAssert.Only(Rule, """
        FROM alpine AS a
        FROM scratch
        RUN --mount=[|form|]=a,target=/a true
        RUN --mount=from=a,[|whatever|]=a,target=/a true
        RUN --mount=from=a,target=/a[|,|] target=/b true
        RUN --mount=type=cache,[|target|] true
        RUN --mount=[|size|]=1,type=tmpfs,target=/a true
        RUN --mount=type=bind,[|required|],target=/a true
        RUN --mount=TYPE=cache,TARGET=/🚀,ro,rw=false,id=a true
        RUN --mount=type=secret,required,id=a --mount=type=ssh,required=true true
        """,
        "unexpected key 'form' in 'form=a' (did you mean from?)",
        "unexpected key 'whatever' in 'whatever=a'",
        "invalid field '' must be a key=value pair",
        "invalid field 'target' must be a key=value pair",
        "unexpected key 'size' for mount type 'bind'",
        "unexpected key 'required' for mount type 'bind'");

    [Fact]
    public void Values_that_an_option_cannot_have() => RuleAssert.Only(Rule, """
        FROM scratch
        ARG SIZE=huge
        RUN --mount=type=[|volume|],target=/a true
        RUN --mount=type=[|cach|],target=/a true
        RUN --mount=type=cache,sharing=[|maybe|],target=/a true
        RUN --mount=target=/a,readonly=[|perhaps|] true
        RUN --mount=type=tmpfs,target=/a,size=[|$SIZE|] true
        RUN --mount=type=tmpfs,target=/a,size=1.5GiB --mount=type=tmpfs,target=/b,size=64m true
        RUN --mount=type=cache,target=/a,mode=[|rwx|],uid=[|-1|],gid=[|4294967296|] true
        RUN --mount=type=cache,target=/a,mode=0755,uid=0,gid=4294967295 true
        RUN --mount=type=cache,target=[|/|] true
        RUN [|--mount=type=cache|] true
        WORKDIR /app
        RUN --mount=type=cache true
        RUN --mount=type=cache,target=[|..|] true
        """,
        "unsupported mount type \"volume\"",
        "unsupported mount type \"cach\" (did you mean cache?)",
        "unsupported sharing value \"maybe\"",
        "invalid value for readonly: perhaps",
        "invalid value for size: huge",
        "invalid value rwx for mode",
        "invalid value -1 for uid",
        "invalid value 4294967296 for gid",
        "invalid mount target \"/\"",
        "invalid mount target \"/\"",
        "invalid mount target \"/\"");

    [Fact]
    public void Options_that_do_not_go_together() => RuleAssert.Only(Rule, """
        FROM alpine AS a
        FROM scratch
        RUN --mount=target=/a,[|mode|]=0755 true
        RUN --mount=target=/a,[|sharing|]=locked true
        RUN --mount=type=secret,id=a,from=[|a|] true
        RUN --mount=type=secret,id=a,[|sharing|]=shared true
        RUN [|--mount=type=secret|] true
        RUN --mount=type=secret,source=a,[|id|]=b true
        """,
        "mode not allowed for \"bind\" type mounts",
        "invalid cache sharing set for bind mount",
        "secret mount should not have a from",
        "secret mount should not define sharing",
        "invalid secret mount. one of source, target required",
        "both source and id can't be set");

    [Theory]
    [InlineData("[|--mount=|]", "EOF")]
    [InlineData("--mount=type=cache,target=\\[|\"|]/a", "parse error on line 1, column 19: bare \" in non-quoted field")]
    [InlineData("--mount=\\[|\"a\\\"|]b,target=/a", "parse error on line 1, column 3: extraneous or missing \" in quoted-field")]
    [InlineData("--mount=é,\\[|\"a|]", "parse error on line 1, column 7: extraneous or missing \" in quoted-field")]
    public void A_list_that_is_none(string flag, string problem) =>
        RuleAssert.Only(Rule, $"FROM alpine\nRUN {flag} true\n", "failed to parse csv mounts: " + problem);

    [Fact]
    public void Of_unknown_values_nothing_is_said_and_ONBUILD_counts_where_it_runs() => RuleAssert.Only(Rule, """
        FROM alpine AS base
        RUN --mount=type=$TYPE,size=1,target=$TARGET true
        RUN --mount=type=cache true
        ONBUILD RUN --mount=[|form|]=a,target=/a true
        FROM base
        FROM base
        """, "unexpected key 'form' in 'form=a' (did you mean from?)");
}
