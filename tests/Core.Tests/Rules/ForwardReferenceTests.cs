using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class ForwardReferenceTests
{
    private const string Rule = "ForwardReference";

    [Fact]
    public void A_stage_takes_only_from_stages_above() => RuleAssert.Only(Rule, """
        FROM alpine AS a
        COPY --from=[|B|] a b
        RUN --mount=from=[|b|],target=/x true
        FROM alpine
        COPY \
          # between
          --from=[|2|] a b
        FROM alpine AS b
        """,
        "cannot copy from stage \"B\", it needs to be defined before current stage \"a\"",
        "cannot mount from stage \"b\" to \"/x\", stage needs to be defined before current command",
        "cannot copy from stage \"2\", it needs to be defined before current stage \"stage-1\"");

    [Fact]
    public void Of_several_with_one_name_the_last_is_meant_and_a_circle_is_told_as_one() => RuleAssert.Only(Rule, """
        FROM alpine AS x
        FROM alpine AS user
        COPY --from=[|x|] a b
        FROM alpine AS x
        FROM alpine AS y
        COPY --from=z a b
        FROM alpine AS z
        COPY --from=y a b
        """, "cannot copy from stage \"x\", it needs to be defined before current stage \"user\"");

    [Fact]
    public void What_ONBUILD_brings_is_marked_where_it_is_written() => RuleAssert.Only(Rule, """
        FROM alpine AS base
        ONBUILD COPY --from=[|late|] a b
        FROM base AS child
        FROM alpine AS late
        """, "cannot copy from stage \"late\", it needs to be defined before current stage \"child\"");

    [Fact]
    public void The_declaration_of_the_other_stage_is_shown()
    {
        var workspace = new MarkedWorkspace("FROM alpine\nCOPY --from=b a b\nFROM alpine AS {|needed:b|}\n");
        var found = Assert.Single(Diagnostics.Of(workspace.Snapshot, workspace.Files[0].Path, RuleSettings.Default), found => found.Code == Rule);
        var place = Assert.Single(found.Related);
        Assert.Equal((workspace.Files[0]["needed"], "stage 'b' is declared here"), (place.Span, place.Message.In(Language.English)));
    }
}
