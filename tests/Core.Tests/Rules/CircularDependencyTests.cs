using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class CircularDependencyTests
{
    private const string Rule = "CircularDependency";

    [Fact]
    public void Stages_that_need_each_other_or_themselves() => RuleAssert.Only(Rule, """
        FROM alpine AS a
        COPY --from=[|b|] a b
        FROM alpine AS b
        RUN --mount=from=a,target=/a true
        FROM alpine
        COPY --from=a a b
        COPY --from=[|2|] a b
        FROM alpine AS base
        ONBUILD COPY --from=child a b
        FROM base AS child
        """, "circular dependency detected on stage: a", "circular dependency detected on stage: stage-2");

    [Fact]
    public void The_stage_that_BuildKit_names_may_stand_outside_the_circle() => RuleAssert.Only(Rule, """
        FROM alpine AS outside
        COPY --from=one a b
        FROM alpine AS one
        COPY --from=[|two|] a b
        FROM alpine AS two
        COPY --from=one a b
        """, "circular dependency detected on stage: outside");

    [Fact]
    public void The_way_back_is_shown()
    {
        var workspace = new MarkedWorkspace("""
            FROM alpine AS a
            COPY --from=c a b
            FROM alpine AS b
            COPY --from={|second:a|} a b
            FROM alpine AS c
            COPY --from={|first:b|} a b
            """);
        var file = workspace.Files[0];
        var found = Assert.Single(Diagnostics.Of(workspace.Snapshot, file.Path, RuleSettings.Default), found => found.Code == Rule);
        Assert.Equal(
            [(file["first"], "here stage 'c' needs stage 'b'"), (file["second"], "here stage 'b' needs stage 'a'")],
            found.Related.Select(place => (place.Span, place.Message.In(Language.English))));
    }
}
