using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class BadSubstitutionTests
{
    private const string Rule = "BadSubstitution";

    [Fact]
    public void In_FROM_and_the_ARGs_above_it() => RuleAssert.Only(Rule, """
        ARG V=1
        ARG W=a[|${V:2}|]
        FROM alpine:[|${V:2}|]
        FROM "alpine:[|${V!|]x}"
        FROM alpine:[|${X:?no_X}|]
        FROM --platform=[|${X:?}|] alpine
        FROM ${X:-a b}
        """,
        "failed to process \"a${V:2}\": unsupported modifier (:2) in substitution",
        "failed to process \"alpine:${V:2}\": unsupported modifier (:2) in substitution",
        "failed to process \"\\\"alpine:${V!x}\\\"\": unsupported modifier (!) in substitution",
        "failed to process \"alpine:${X:?no_X}\": X: no_X",
        "failed to process arguments for platform : failed to process \"${X:?}\": X: is not allowed to be unset");

    [Fact]
    public void In_stages() => RuleAssert.Only(Rule, """
        FROM scratch AS base
        ONBUILD USER [|${U:?who}|]
        WORKDIR /🚀/[|${A:2}|]/b
        ENV A=1 B=[|"x|]
        RUN --mount=type=cache,target=[|${A/x}|] true
        COPY --from="[|a'b|]" c d
        COPY \
          # between
          a [|'b|]
        EXPOSE ${A:-80}
        FROM base
        RUN echo ${A:0:1}
        """,
        "failed to process \"${U:?who}\": U: who",
        "failed to process \"/🚀/${A:2}/b\": unsupported modifier (:2) in substitution",
        "failed to process \"\\\"x\": unexpected end of statement while looking for matching double-quote",
        "failed to process \"${A/x}\": syntax error: missing '/' in ${}",
        "failed to process \"a'b\": unexpected end of statement while looking for matching single-quote",
        "failed to process \"'b\": unexpected end of statement while looking for matching single-quote");

    [Theory]
    [InlineData("\n", "\\n")]
    [InlineData("\r\n", "\\r\\n")]
    public void In_the_bodies_of_heredocs_that_are_copied(string lineEnd, string quoted)
    {
        var workspace = new MarkedWorkspace("""
            FROM alpine
            COPY <<A <<'B' /etc/
            it's {|bad:${V:2}|} here
            A
            ${V:2}
            B
            """, lineEnd);
        var found = Assert.Single(Diagnostics.Of(workspace.Snapshot, workspace.Files[0].Path, RuleSettings.Default), found => found.Code == Rule);
        Assert.Equal(
            $"failed to process \"it's ${{V:2}} here{quoted}\": unsupported modifier (:2) in substitution", found.Message.In(Language.English));
        Assert.Equal(workspace.Files[0]["bad"], found.Span);
    }

    [Fact]
    public void What_the_image_may_have_is_not_missing() => RuleAssert.Only(Rule, """
        FROM alpine
        WORKDIR /${HOME:?no home}
        """);
}
