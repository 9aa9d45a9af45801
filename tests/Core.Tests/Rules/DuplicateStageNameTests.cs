using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class DuplicateStageNameTests
{
    [Fact]
    public void Every_further_stage_of_a_name_is_reported_in_whatever_letter_case() => RuleAssert.Only("DuplicateStageName", """
        FROM alpine AS a
        FROM alpine AS b
        FROM alpine AS [|A|]
        FROM alpine AS [|a|]
        """,
        "Duplicate stage name \"a\", stage names should be unique",
        "Duplicate stage name \"a\", stage names should be unique");

    [Fact]
    public void The_first_one_is_a_related_place()
    {
        var workspace = new MarkedWorkspace("FROM alpine AS [|a|]\nFROM alpine AS a\n");
        var found = Assert.Single(
            Diagnostics.Of(workspace.Snapshot, workspace["Dockerfile"].Path, RuleSettings.Default), found => found.Code == "DuplicateStageName");
        Assert.Equal(workspace["Dockerfile"].Spans.Single(), Assert.Single(found.Related).Span);
    }
}
