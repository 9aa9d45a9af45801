using Dockstage.Core.Features;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features;

/// <summary>In each text <c>{|ask:…|}</c> are the words from which the question is asked, and <c>[|…|]</c> the answer, the declaration included.</summary>
public sealed class ReferencesTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM golang AS {|ask:[|builder|]|}
        FROM {|ask:[|builder|]|} AS tools
        FROM alpine
        COPY --from={|ask:[|BUILDER|]|} /a /b
        COPY --from={|ask:[|0|]|} /a /b
        RUN --mount=type=bind,from={|ask:[|builder|]|},target=/x true
        COPY --from=tools /a /b
        # builder
        //- compose.yaml
        services:
          web:
            build:
              context: api
              target: "{|ask:[|builder|]|}"
          other:
            build: {context: ./api, target: {|ask:[|Builder|]|} }
          computed:
            build:
              context: api
              target: ${STAGE:-{|ask:[|builder|]|}}
          another:
            build: {context: api, target: tools}
        //- folder with blank/compose.yml
        services:
          web:
            build:
              context: ../api
              target: {|ask:[|builder|]|}
        //- web/Dockerfile
        FROM node AS builder
        FROM builder
        //- web/compose.yaml
        services: {web: {build: {target: builder}}}
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_mention_leads_to_all_of_them_in_all_files(string lineEnd)
    {
        var workspace = new MarkedWorkspace(Project, lineEnd);
        var asked = workspace.Files.SelectMany(file => file.SpansNamed("ask").Select(span => (file, span))).ToList();
        Assert.Equal(9, asked.Count);
        foreach (var (file, span) in asked)
        {
            foreach (var offset in (int[])[span.Start, span.End])
                AssertAnswer(workspace, References.At(workspace.Snapshot, file.Path, offset, includesDeclaration: true));
        }
    }

    [Fact]
    public void The_declaration_is_left_out_where_it_is_not_asked_for()
    {
        var workspace = new MarkedWorkspace(Project);
        var dockerfile = workspace["api/Dockerfile"];
        var mentions = References.At(workspace.Snapshot, dockerfile.Path, dockerfile.Spans[0].Start, includesDeclaration: false);
        Assert.Equal(8, mentions.Length);
        Assert.DoesNotContain(mentions, mention => mention.Kind == StageMentionKind.Declaration);
    }

    [Fact]
    public void A_place_that_several_services_share_comes_once() => Finds("""
        //- Dockerfile
        FROM golang AS {|ask:[|builder|]|}
        FROM alpine
        //- compose.yaml
        x-build: &build
          context: .
          target: [|builder|]
        services:
          web: {build: *build}
          api: {build: *build}
          base:
            build: {context: ., target: [|builder|]}
          child:
            extends: base
            build: {context: .}
        """);

    [Fact]
    public void Each_of_two_stages_of_one_name_has_its_own() => Finds("""
        FROM golang AS {|ask:[|a|]|}
        FROM [|a|] AS b
        FROM alpine AS a
        FROM a
        COPY --from=a /x /y
        """);

    [Fact]
    public void A_stage_without_a_name_is_found_by_its_index_and_stands_at_its_base() => Finds("""
        FROM [|golang|]
        FROM alpine
        COPY --from={|ask:[|0|]|} /a /b
        """);

    [Fact]
    public void The_base_of_a_stage_without_a_name_still_refers() => Finds("""
        FROM golang AS {|ask:[|builder|]|}
        FROM [|builder|]
        FROM [|builder|]
        """);

    [Fact]
    public void The_default_of_an_ARG_through_which_a_FROM_means_the_stage_counts() => Finds("""
        ARG OTHER=builder
        ARG BASE="[|builder|]"
        FROM golang AS {|ask:[|builder|]|}
        FROM [|$BASE|]
        FROM [|${BASE}|] AS again
        FROM ${NONE:-[|builder|]}
        """);

    [Fact]
    public void Under_ONBUILD_a_reference_counts_where_a_stage_is_built_on_it() => Finds("""
        FROM golang AS {|ask:[|builder|]|}
        FROM alpine AS base
        ONBUILD COPY --from=[|builder|] /a /b
        ONBUILD RUN --mount=from=[|builder|],target=/x true
        FROM base
        """);

    [Fact]
    public void Files_that_are_broken_elsewhere_count_too() => Finds("""
        //- Dockerfile
        FROM golang AS {|ask:[|builder|]|}
        COPY --from=
        FROM
        //- compose.yaml
        services:
          web:
            build:
              target: [|builder|]
          api:
            build: {target:
        """);

    [Theory]
    [InlineData("FROM gol<|>ang AS build")]
    [InlineData("FROM golang AS build\nFROM <|>   build")]
    [InlineData("FROM golang AS build\n# buil<|>d\n")]
    [InlineData("FROM golang AS build\nFROM a\nCOPY --from=bui<|>ldx /a /b")]
    public void Other_words_have_none(string markup)
    {
        var workspace = new MarkedWorkspace(markup);
        Assert.Empty(References.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, includesDeclaration: true));
    }

    private static void Finds(string markup)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var asked = workspace.Files.Single(file => !file.Named.IsEmpty);
            AssertAnswer(workspace, References.At(workspace.Snapshot, asked.Path, asked["ask"].Start, includesDeclaration: true));
        }
    }

    private static void AssertAnswer(MarkedWorkspace workspace, IReadOnlyList<StageMention> mentions)
    {
        foreach (var file in workspace.Files)
        {
            Assert.Equal(
                Markup.Render(file.Text, file.Spans),
                Markup.Render(file.Text, mentions.Where(mention => mention.File.Equals(file.Path)).Select(mention => mention.Span)));
        }
    }
}
