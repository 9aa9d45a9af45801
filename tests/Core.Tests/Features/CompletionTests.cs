using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

public sealed class CompletionTests
{
    [Fact]
    public void Copy_from_offers_the_stages_above_nearest_first() => Offers("""
        FROM golang:1.22 AS develop
        FROM develop AS builder
        FROM alpine
        COPY --from=<|>
        FROM scratch AS below
        """, "builder: develop", "develop: golang:1.22");

    [Fact]
    public void From_offers_the_stages_above() => Offers("""
        FROM golang AS develop
        FROM <|>
        """, "develop: golang");

    [Fact]
    public void From_offers_names_while_a_word_is_typed() => Offers("""
        FROM golang AS develop
        FROM dev<|> AS builder
        """, "develop: golang");

    [Theory]
    [InlineData("FROM <|>")]
    [InlineData("FROM  <|>")]
    [InlineData("from <|>")]
    [InlineData("FROM --platform=$BUILDPLATFORM <|>")]
    [InlineData("FROM --platform=linux/amd64 dev<|>")]
    [InlineData("FROM <|> AS last")]
    [InlineData("FROM \"<|>\"")]
    [InlineData("FROM \\\n  dev<|>")]
    [InlineData("FROM dev<|>elop")]
    [InlineData("FROM alpine\nCOPY --from=<|>")]
    [InlineData("FROM alpine\nCOPY --from=<|> /a /b")]
    [InlineData("FROM alpine\nCOPY --link --from=<|> /a /b")]
    [InlineData("FROM alpine\nCOPY --link \\\n  --from=dev<|>elop /a /b")]
    [InlineData("FROM alpine\nCOPY --from=\"<|>\" /a /b")]
    [InlineData("FROM alpine\nCOPY --from='dev<|>")]
    [InlineData("FROM alpine\nRUN --mount=type=bind,from=<|>")]
    [InlineData("FROM alpine\nRUN --mount=type=bind,from=<|> make all && echo done")]
    [InlineData("FROM alpine\nRUN --mount=type=bind,from=<|>,target=/x make")]
    [InlineData("FROM alpine\nRUN --mount=type=cache,target=/c --mount=type=bind,from=dev<|> make")]
    [InlineData("FROM alpine\nRUN --mount=type=bind,FROM=<|> make")]
    [InlineData("FROM alpine\nONBUILD COPY --from=<|>")]
    [InlineData("FROM alpine\nONBUILD COPY --from=dev<|> /a /b")]
    [InlineData("FROM alpine\nONBUILD RUN --mount=type=bind,from=<|> make")]
    [InlineData("ARG BASE=\nFROM golang AS tools\nCOPY --from=<|>\nFR\nRUN <<EOF")]
    public void A_stage_is_offered_wherever_one_can_be_written_however_little_stands_there(string text) =>
        Offers("FROM golang AS develop\n" + text, "develop: golang");

    [Theory]
    [InlineData("FROM golang AS own\nCOPY --from=<|>\nFROM x AS below")]
    [InlineData("FROM golang AS own\nRUN --mount=from=<|>\nFROM x AS below")]
    [InlineData("FROM <|> AS own\nFROM x AS below")]
    public void Neither_the_own_stage_nor_one_below_is_offered(string text) => Offers(text);

    [Fact]
    public void What_is_offered_is_found_by_what_is_typed_before_the_cursor()
    {
        foreach (var text in (string[])["COPY --from=[|BUI<|>ld|] /a /b", "COPY --from=\"[|BUI<|>ld|]\" /a /b", "RUN --mount=from=[|BUI<|>ld|],target=/x make"])
            Replaces($"# 😀\nFROM golang AS Builder\nFROM alpine\n{text}", "builder", "\n");
    }

    [Theory]
    [InlineData("FROM ${BASE:-[|bui<|>lder|]}")]
    [InlineData("FROM \"${BASE:-[|builder<|>|]}\"")]
    public void The_fallback_of_a_variable_is_completed_alone(string text) => Replaces($"FROM golang AS builder\n{text}", "builder", "\n");

    [Theory]
    [InlineData("target: <|>")]
    [InlineData("target:   <|>  # which?")]
    [InlineData("target: \"<|>\"")]
    [InlineData("target: 'ba<|>")]
    [InlineData("target:\n        ba<|>")]
    [InlineData("target: &t b<|>ase")]
    [InlineData("target: BA<|>SE")]
    public void A_compose_target_is_completed_however_it_is_written(string target) =>
        Offers($"//- Dockerfile\nFROM scratch AS base\n//- compose.yaml\nservices:\n  web:\n    build:\n      {target}\n", "base: scratch");

    [Fact]
    public void A_target_in_an_anchor_is_completed_from_the_dockerfile_of_the_build_that_uses_it() => Offers("""
        //- api/Dockerfile
        FROM scratch AS base
        //- compose.yaml
        x-build: &build
          context: api
          target: <|>
        services:
          web:
            build:
              <<: *build
        """, "base: scratch");

    [Fact]
    public void Equal_names_in_other_folders_stay_apart() => Offers("""
        //- one/Dockerfile
        FROM golang AS builder
        //- two/Dockerfile
        FROM node AS builder
        FROM builder AS only-here
        //- two/compose.yaml
        services: {web: {build: {target: <|>}}}
        """, "builder: node", "only-here: builder");

    [Fact]
    public void From_offers_nothing_in_the_first_stage() => Offers("FROM <|>");

    [Fact]
    public void A_mount_offers_the_stages_above() => Offers("""
        FROM golang AS develop
        FROM alpine
        RUN --mount=type=bind,from=<|>,target=/x true
        """, "develop: golang");

    [Fact]
    public void Only_copy_offers_the_index_of_a_stage_without_a_name() => Offers("""
        FROM golang
        FROM alpine
        COPY --from=<|> /a /b
        """, "0: golang");

    [Fact]
    public void A_mount_offers_no_index() => Offers("""
        FROM golang
        FROM alpine
        RUN --mount=from=<|> true
        """);

    [Fact]
    public void A_name_declared_again_below_cannot_be_copied_from() => Offers("""
        FROM golang AS a
        FROM alpine
        COPY --from=<|> /a /b
        FROM busybox AS a
        """);

    [Fact]
    public void Of_two_stages_of_one_name_from_offers_the_nearest() => Offers("""
        FROM golang AS a
        FROM alpine AS a
        FROM <|>
        """, "a: alpine");

    [Fact]
    public void Better_matches_come_first() => Offers("""
        FROM a AS test-base
        FROM a AS other
        FROM a AS base
        FROM a AS BAtch
        FROM a AS end
        FROM alpine
        COPY --from=ba<|> /a /b
        """, "batch: a", "base: a", "test-base: a", "end: a", "other: a");

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var stages = string.Concat(Enumerable.Range(0, 150).Select(i => $"FROM alpine AS s{i}\n"));
        var list = Complete(new MarkedWorkspace(stages + "FROM alpine\nCOPY --from=<|>"))!;
        Assert.Equal(100, list.Items.Length);
        Assert.True(list.IsIncomplete);
        Assert.Equal("s149", list.Items[0].Label);
    }

    [Fact]
    public void Nothing_is_offered_in_comments_heredocs_and_other_words()
    {
        foreach (var text in (string[])
            [
                "FROM a AS b\nFROM c\n# COPY --from=<|>",
                "FROM a AS b\nFROM c\nRUN <<EOF\nCOPY --from=<|>\nEOF\n",
                "FROM a AS b\nFROM c\nRUN <|>",
                "FROM a AS b\nFROM c AS <|>",
                "FROM a AS b\nFROM c\nCOPY --from=b <|>",
            ])
        {
            Assert.True(Complete(new MarkedWorkspace(text)) is null or { Items.IsEmpty: true }, text);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Only_the_word_is_replaced(string lineEnd) => Replaces("""
        # 😀 Сборка
        FROM golang AS builder
        FROM alpine
        COPY --from=[|bu<|>i|] /a /b
        """, "builder", lineEnd);

    [Fact]
    public void The_documentation_tells_ancestry_comment_and_builders()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS develop
            # builder compiles it
            FROM develop AS builder
            FROM alpine
            COPY --from=<|>
            //- compose.yaml
            services:
              web:
                build: {context: ., target: builder}
            """);
        var item = Complete(workspace)!.Items[0];
        Assert.Equal(
            "**builder** · stage\n\n`golang ← develop ← builder`\n\ncompiles it\n\nBuilt by\n- [web — compose.yaml:3](file:///w/compose.yaml#L3)",
            Completion.Describe(workspace.Snapshot, item.Dockerfile!, item.Label, item.Stage + 1, workspace.At.Path, Language.English));
        Assert.Null(Completion.Describe(workspace.Snapshot, item.Dockerfile!, "gone", 99, workspace.At.Path, Language.English));
        Assert.Null(Completion.Describe(workspace.Snapshot, item.Dockerfile!, item.Label, item.Stage, workspace.At.Path, Language.English));
    }

    [Fact]
    public void Of_several_stages_with_one_name_the_one_that_is_offered_is_described()
    {
        var workspace = new MarkedWorkspace("""
            FROM golang AS a
            FROM alpine AS a
            FROM <|>
            FROM busybox AS a
            """);
        var list = Complete(workspace)!;
        var item = Assert.Single(list.Items);
        Assert.Contains(
            "`alpine ← a`",
            Completion.Describe(workspace.Snapshot, item.Dockerfile!, item.Label, item.Stage + 1, workspace.At.Path, Language.English),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_is_cut_behind_the_best_and_those_come_first()
    {
        var stages = string.Concat(Enumerable.Range(0, 300).Select(i => $"FROM x AS {(i % 3 == 0 ? "ab" : "b")}{i}\n"));
        var list = Complete(new MarkedWorkspace($"{stages}FROM y\nCOPY --from=b<|>"))!;
        Assert.True(list.IsIncomplete);
        Assert.Equal(Enumerable.Range(0, 300).Where(i => i % 3 != 0).Reverse().Take(100).Select(i => $"b{i}"), list.Items.Select(i => i.Label));
        var rest = Complete(new MarkedWorkspace($"{stages}FROM y\nCOPY --from=b1<|>"))!;
        Assert.Equal(100, rest.Items.Length);
        Assert.All(rest.Items.Take(70), item => Assert.StartsWith("b1", item.Label, StringComparison.Ordinal));
    }

    [Fact]
    public void A_compose_target_offers_the_stages_of_the_dockerfile_that_context_and_dockerfile_select() => Offers("""
        //- Dockerfile
        FROM scratch AS wrong
        //- api/docker/prod.Dockerfile
        FROM golang AS develop
        FROM develop AS builder
        FROM alpine
        //- compose.yaml
        services:
          web:
            build:
              context: ./api
              dockerfile: docker/prod.Dockerfile
              target: <|>
        """, "develop: golang", "builder: develop");

    [Fact]
    public void A_compose_target_is_completed_before_context_and_dockerfile_are_written() => Offers("""
        //- Dockerfile
        FROM scratch AS base
        //- compose.yaml
        services:
          web:
            build:
              target: b<|>
        """, "base: scratch");

    [Fact]
    public void A_compose_target_in_flow_style_is_completed() => Offers("""
        //- Dockerfile
        FROM scratch AS base
        //- compose.yaml
        services: {web: {build: {context: ., target: <|>}}}
        """, "base: scratch");

    [Fact]
    public void Behind_the_colon_a_blank_is_added()
    {
        var list = Complete(new MarkedWorkspace("""
            //- Dockerfile
            FROM scratch AS base
            //- compose.yaml
            services:
              web:
                build:
                  target:<|>
            """))!;
        Assert.Equal(" base", list.Items.Single().NewText);
    }

    [Fact]
    public void Broken_text_elsewhere_does_not_take_completion_away() => Offers("""
        //- Dockerfile
        FROM scratch AS base
        //- compose.yaml
        services:
          broken:
            image: "unclosed
          web:
            build:
              context: .
              target: <|>
            ports: [80
        """, "base: scratch");

    [Fact]
    public void A_missing_dockerfile_offers_nothing() => Offers("""
        //- compose.yaml
        services:
          web:
            build:
              target: <|>
        """);

    [Fact]
    public void Other_targets_in_a_compose_file_offer_nothing() => Offers("""
        //- Dockerfile
        FROM scratch AS base
        //- compose.yaml
        services:
          web:
            build: .
            ports:
              - target: <|>
        """);

    [Fact]
    public void An_open_dockerfile_that_is_no_file_completes_within_itself()
    {
        var marked = Markup.ParseOne("FROM golang AS develop\nFROM <|>");
        var path = DocumentPath.FromUri("untitled:Untitled-1");
        var snapshot = Core.Workspace.WorkspaceSnapshot.Empty.With(new(path, SourceText.From(marked.Text), "dockerfile"));
        Assert.Equal("develop", Completion.At(snapshot, path, marked.Cursor!.Value, Language.English)!.Items.Single().Label);
    }

    private static CompletionList? Complete(MarkedWorkspace workspace) =>
        Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English);

    private static void Offers(string markup, params string[] expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var items = Complete(new MarkedWorkspace(markup, lineEnd))?.Items ?? [];
            Assert.Equal(expected, items.Select(i => $"{i.Label}: {i.Detail}"));
        }
    }

    private static void Replaces(string markup, string choice, string lineEnd)
    {
        var workspace = new MarkedWorkspace(markup, lineEnd);
        var item = Complete(workspace)!.Items.Single(i => i.Label == choice);
        Assert.Equal(workspace.At.Spans.Single(), item.Replace);
        Assert.Equal(choice, item.NewText);
    }
}
