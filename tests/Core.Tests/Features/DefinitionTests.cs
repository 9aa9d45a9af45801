using Dockstage.Core.Features;

namespace Dockstage.Core.Tests.Features;

/// <summary>In each text the cursor asks, <c>{|origin:…|}</c> is the word asked about, <c>{|from:…|}</c> the target and <c>[|…|]</c> its selection.</summary>
public sealed class DefinitionTests
{
    [Fact]
    public void From_goes_to_the_stage_above() => Goes("""
        {|from:FROM golang AS [|develop|]|}
        FROM {|origin:dev<|>elop|} AS builder
        """);

    [Fact]
    public void Copy_goes_to_the_stage_in_any_letter_case() => Goes("""
        {|from:FROM golang AS [|Builder|]|}
        FROM alpine
        COPY --from={|origin:BUILDER<|>|} /a /b
        """);

    [Fact]
    public void A_mount_goes_to_the_stage() => Goes("""
        {|from:FROM golang AS [|builder|]|}
        FROM alpine
        RUN --mount=type=bind,from={|origin:<|>builder|},target=/x \
          true
        """);

    [Fact]
    public void An_index_goes_to_the_stage_by_its_base_when_it_has_no_name() => Goes("""
        {|from:FROM [|golang|]|}
        FROM alpine
        COPY --from={|origin:<|>0|} /a /b
        """);

    [Fact]
    public void The_name_behind_AS_goes_to_itself() => Goes("{|from:FROM golang AS {|origin:[|bui<|>lder|]|}|}");

    [Fact]
    public void From_in_another_letter_case_is_an_image() => GoesNowhere("""
        FROM golang AS Build
        FROM Bui<|>ld
        """);

    [Fact]
    public void An_image_goes_nowhere() => GoesNowhere("FROM gol<|>ang AS build");

    [Fact]
    public void Blanks_around_a_name_go_nowhere() => GoesNowhere("FROM a AS b\nFROM <|>   b\n");

    [Fact]
    public void A_compose_target_goes_to_the_stage() => Goes("""
        //- api/Dockerfile
        FROM golang AS develop
        {|from:FROM develop AS [|builder|]|}
        //- compose.yaml
        services:
          web:
            build:
              context: api
              target: "{|origin:build<|>er|}"
        """);

    [Fact]
    public void The_default_of_a_variable_goes_to_the_stage() => Goes("""
        //- Dockerfile
        {|from:FROM golang AS [|develop|]|}
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: ${STAGE:-{|origin:dev<|>elop|}}
        """);

    [Fact]
    public void A_variable_whose_default_names_a_stage_goes_to_it() => Goes("""
        ARG BASE=develop
        {|from:FROM golang AS [|develop|]|}
        FROM {|origin:${BA<|>SE}|}
        """);

    [Fact]
    public void The_default_itself_goes_there_too() => Goes("""
        ARG OTHER=x BASE={|origin:dev<|>elop|}
        {|from:FROM golang AS [|develop|]|}
        FROM $BASE
        """);

    [Fact]
    public void A_default_that_no_FROM_takes_is_only_a_text() => GoesNowhere("ARG BASE=dev<|>elop\nFROM golang AS develop\nFROM x");

    [Fact]
    public void The_fallback_in_a_FROM_goes_to_the_stage() => Goes("""
        {|from:FROM golang AS [|develop|]|}
        FROM "${BASE:-{|origin:dev<|>elop|}}"
        """);

    [Fact]
    public void Under_ONBUILD_copy_and_mount_go_to_the_stage_that_the_child_means()
    {
        const string Head = "{|from:FROM golang AS [|develop|]|}\nFROM alpine AS base\nONBUILD ";
        Goes(Head + "COPY --from={|origin:dev<|>elop|} /a /b\nFROM base\n");
        Goes(Head + "RUN --mount=target=/x,from={|origin:dev<|>elop|} true\nFROM base\n");
    }

    [Fact]
    public void An_index_of_a_stage_with_a_name_goes_to_the_name() => Goes("""
        {|from:FROM golang AS [|develop|]|}
        FROM alpine
        COPY --from={|origin:<|>0|} /a /b
        """);

    [Fact]
    public void A_stage_below_is_gone_to_though_docker_refuses_it() => Goes("""
        FROM alpine
        COPY --from={|origin:dev<|>elop|} /a /b
        {|from:FROM golang AS [|develop|]|}
        """);

    [Fact]
    public void A_dockerfile_in_lower_case_is_found_where_none_is_named() => Goes("""
        //- dockerfile
        {|from:FROM golang AS [|develop|]|}
        //- compose.yaml
        services:
          web:
            build:
              target: {|origin:<|>develop|}
        """);

    private static void Goes(string markup)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var link = Assert.Single(Definition.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor));
            var target = workspace.FileAt(link.Target);
            Assert.Equal(workspace.At["origin"], link.Origin);
            Assert.Equal(target["from"], link.TargetSpan);
            Assert.Equal(Markup.Render(target.Text, target.Spans), Markup.Render(target.Text, [link.TargetSelection]));
        }
    }

    private static void GoesNowhere(string markup)
    {
        var workspace = new MarkedWorkspace(markup);
        Assert.Empty(Definition.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor));
    }
}
