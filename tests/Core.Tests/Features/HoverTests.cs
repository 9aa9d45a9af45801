using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Features;

public sealed class HoverTests
{
    [Fact]
    public void A_stage_shows_its_ancestry_to_the_image() => Shows("""
        FROM golang:1.22 AS develop
        FROM develop AS builder
        FROM alpine
        COPY --from=[|buil<|>der|] /a /b
        """, """
        **builder** · stage

        `golang:1.22 ← develop ← builder`

        Needed by `stage 2`

        A build runs `develop`, `builder` · skips `stage 2`

        ```sh
        docker buildx build --target builder -f Dockerfile -t w:builder --load .
        ```
        """);

    [Fact]
    public void The_defaults_of_arguments_are_filled_in() => Shows("""
        ARG GO=1.22
        FROM golang:${GO} AS [|<|>develop|]
        """, """
        **develop** · stage · default target

        `golang:1.22 ← develop`

        ```sh
        docker buildx build --target develop -f Dockerfile -t w:develop --load .
        ```
        """);

    [Fact]
    public void A_stage_without_a_name_is_shown_by_its_index() => Shows("""
        FROM golang
        FROM alpine
        COPY --from=[|<|>0|] /a /b
        """, """
        **stage 0 (unnamed)**

        `golang ← stage 0`

        Needed by `stage 1`

        A build runs `stage 0` · skips `stage 1`
        """);

    [Fact]
    public void The_doc_comment_is_shown_as_plain_text() => Shows("""
        # builder compiles *everything* [here](http://x)
        FROM golang AS [|<|>builder|]
        """, """
        **builder** · stage · default target

        `golang ← builder`

        compiles \*everything\* \[here\]\(http://x\)

        ```sh
        docker buildx build --target builder -f Dockerfile -t w:builder --load .
        ```
        """);

    [Fact]
    public void Consumers_that_build_the_stage_are_listed_with_links() => Shows("""
        //- my app/Dockerfile
        FROM golang AS [|deve<|>lop|]
        FROM alpine AS release
        //- compose.yaml
        services:
          web:
            build:
              context: my app
              target: develop
          api:
            build: {context: "my app", target: Develop}
          other:
            build: "my app"
        """, """
        **develop** · stage

        `golang ← develop`

        Built by
        - [web — ../compose.yaml:5](file:///w/compose.yaml#L5)
        - [api — ../compose.yaml:7](file:///w/compose.yaml#L7)

        A build runs `develop` · skips `release`

        ```sh
        docker buildx build --target develop -f Dockerfile -t my-app:develop --load .
        ```
        """);

    [Fact]
    public void The_default_target_is_built_by_consumers_that_name_none() => Shows("""
        //- Dockerfile
        FROM golang AS develop
        FROM alpine AS [|rel<|>ease|]
        //- compose.yaml
        services:
          web:
            build: .
        """, """
        **release** · stage · default target

        `alpine ← release`

        Built by
        - [web — compose.yaml:2](file:///w/compose.yaml#L2)

        A build runs `release` · skips `develop`

        ```sh
        docker buildx build --target release -f Dockerfile -t w:release --load .
        ```
        """);

    [Fact]
    public void A_compose_target_shows_the_stage_and_where_it_is() => Shows("""
        //- api/Dockerfile
        FROM golang AS develop
        FROM develop AS builder
        FROM scratch
        //- compose.yaml
        services:
          web:
            build:
              context: api
              target: [|<|>builder|]
        """, """
        **builder** · stage · [api/Dockerfile:2](file:///w/api/Dockerfile#L2)

        `golang ← develop ← builder`

        Built by
        - [web — compose.yaml:5](file:///w/compose.yaml#L5)

        A build runs `develop`, `builder` · skips `stage 2`

        ```sh
        docker buildx build --target builder -f Dockerfile -t api:builder --load .
        ```
        """);

    [Fact]
    public void What_a_stage_takes_and_gives_and_what_a_build_of_it_skips_is_told() => Shows("""
        FROM golang AS deps
        FROM golang AS unused
        FROM alpine AS [|app<|>|]
        COPY --from=deps /a /b
        RUN --mount=from=deps,target=/x true
        FROM app AS test
        """, """
        **app** · stage

        `alpine ← app`

        Copies from `deps`

        Needed by `test`

        A build runs `deps`, `app` · skips `unused`, `test`

        ```sh
        docker buildx build --target app -f Dockerfile -t w:app --load .
        ```
        """);

    [Fact]
    public void The_command_is_the_one_of_the_settings()
    {
        var workspace = new MarkedWorkspace("FROM golang AS <|>develop");
        var options = new BuildOptions { Engine = Engine.Podman, TagTemplate = "me/x" };
        Assert.EndsWith(
            "```sh\npodman build --target develop -f Dockerfile -t me/x .\n```",
            Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, options)!.Markdown,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_can_be_pasted_in_the_folder_of_the_workspace()
    {
        var workspace = new MarkedWorkspace("""
            //- my api/Dockerfile
            FROM golang AS <|>develop
            """);
        string Line(Shell shell) => Hover.At(
            workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new BuildOptions { Shell = shell }, root: Markup.Root)!.Markdown.Split('\n')[^2];
        const string Build = "docker buildx build --target develop -f Dockerfile -t my-api:develop --load .";
        Assert.Equal($"cd 'my api' && {Build}", Line(Shell.Sh));
        Assert.Equal($"cd -LiteralPath 'my api'; {Build}", Line(Shell.PowerShell));
        Assert.Equal($"cd /d \"my api\" && {Build}", Line(Shell.Cmd));
    }

    [Fact]
    public void A_service_leads_to_its_stage_and_shows_what_builds_it() => Shows("""
        //- api/Dockerfile
        FROM golang AS develop
        FROM develop AS builder
        //- compose.yaml
        services:
          [|w<|>eb|]:
            build:
              context: api
              target: Builder
        """, """
        **web** · build (compose)

        - context `api`
        - Dockerfile [api/Dockerfile](file:///w/api/Dockerfile)
        - target [`Builder`](file:///w/api/Dockerfile#L2)

        ```sh
        docker compose -f compose.yaml build web
        ```
        """);

    [Fact]
    public void The_command_of_a_service_builds_what_is_told_of_all_files_together() => Shows("""
        //- Dockerfile
        FROM golang AS dev
        FROM alpine AS production
        //- compose.yaml
        services:
          [|w<|>eb|]: {build: {context: ., target: production}}
        //- compose.override.yaml
        services:
          web: {build: {target: dev}}
        """, """
        **web** · build (compose)

        - context `.`
        - Dockerfile [Dockerfile](file:///w/Dockerfile)
        - target [`dev`](file:///w/Dockerfile#L1) — From [compose.override.yaml:2](file:///w/compose.override.yaml#L2)
        - merged from compose.yaml, compose.override.yaml

        ```sh
        docker compose -f compose.yaml -f compose.override.yaml build web
        ```
        """);

    [Fact]
    public void Of_a_build_that_takes_its_stage_from_a_variable_the_line_is_told_on_which_it_does()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS de<|>v
            //- .env
            STAGE=dev
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  target: ${STAGE}
            """);
        var markdown = Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new())!.Markdown;
        Assert.Contains("- [web — compose.yaml:5](file:///w/compose.yaml#L5)\n", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(".env", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[|FR<|>OM|] golang", "**FROM** · Begins a stage", "#from)")]
    [InlineData("FROM --[|plat<|>form|]=linux/amd64 golang", "**FROM --platform** · The platform of the image", "#from)")]
    [InlineData("FROM golang\n[|co<|>py|] --from=x /a /b", "**COPY** · Copies files", "#copy)")]
    [InlineData("FROM golang\nCOPY --link --[|fr<|>om|]=x /a /b", "**COPY --from** · A stage by its name or its index", "#copy)")]
    [InlineData("FROM golang\nRUN --[|<|>mount|]=type=cache,target=/c x", "**RUN --mount** · Makes files available", "#run)")]
    [InlineData("FROM golang\n[|ON<|>BUILD|] RUN x", "**ONBUILD** · Keeps an instruction back", "#onbuild)")]
    [InlineData("FROM golang\nONBUILD [|RU<|>N|] x", "**RUN** · Runs a command", "#run)")]
    [InlineData("FROM golang\nONBUILD COPY --[|fro<|>m|]=x /a /b", "**COPY --from** · A stage", "#copy)")]
    public void Instructions_and_flags_are_explained_unless_that_is_switched_off(string markup, string begin, string end)
    {
        var workspace = new MarkedWorkspace(markup);
        var (snapshot, path, cursor) = (workspace.Snapshot, workspace.At.Path, workspace.Cursor);
        var hover = Hover.At(snapshot, path, cursor, Language.English, new())!;
        Assert.Equal(workspace.At.Spans.Single(), hover.Span);
        Assert.StartsWith(begin, hover.Markdown, StringComparison.Ordinal);
        Assert.EndsWith(end, hover.Markdown, StringComparison.Ordinal);
        Assert.Null(Hover.At(snapshot, path, cursor, Language.English, new(), helps: false));
    }

    [Fact]
    public void Every_instruction_is_explained_in_both_languages()
    {
        foreach (var keyword in Enum.GetValues<InstructionKeyword>().Where(keyword => keyword != InstructionKeyword.Unknown))
            Assert.Contains(keyword.ToString().ToUpperInvariant(), InstructionHelpTable.All.Keys);
        Assert.All(InstructionHelpTable.All.Values, help => Assert.Matches("[а-я]", help.Russian));
    }

    [Theory]
    [InlineData("FROM golang AS develop\nFROM [|deve<|>lop|]")]
    [InlineData("FROM golang AS develop\nFROM x\nCOPY --from=[|<|>0|] /a /b")]
    [InlineData("FROM golang AS develop\nFROM x\nRUN --mount=from=[|Dev<|>elop|],target=/x true")]
    [InlineData("ARG B=[|dev<|>elop|]\nFROM golang AS develop\nFROM $B")]
    [InlineData("ARG B=develop\nFROM golang AS develop\nFROM [|$<|>B|]")]
    [InlineData("FROM golang AS develop\nFROM ${B:-[|dev<|>elop|]}")]
    [InlineData("FROM golang AS develop\nFROM x AS base\nONBUILD COPY --from=[|dev<|>elop|] /a /b\nFROM base")]
    public void The_name_is_hovered_wherever_it_stands_and_an_index_too(string markup)
    {
        var workspace = new MarkedWorkspace(markup);
        var hover = Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new())!;
        Assert.StartsWith("**develop** · stage", hover.Markdown, StringComparison.Ordinal);
        Assert.Equal(workspace.At.Spans.Single(), hover.Span);
    }

    [Fact]
    public void It_speaks_russian()
    {
        var workspace = new MarkedWorkspace("FROM golang AS <|>develop");
        Assert.Equal(
            "**develop** · стадия · цель по умолчанию\n\n`golang ← develop`\n\n```sh\n"
                + "docker buildx build --target develop -f Dockerfile -t w:develop --load .\n```",
            Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.Russian, new())!.Markdown);
    }

    [Theory]
    [InlineData("FROM gol<|>ang AS develop")]
    [InlineData("FROM golang A<|>S develop")]
    [InlineData("FROM golang AS develop\nCOPY --fr<|>om2=x /a /b")]
    [InlineData("FROM golang AS develop\nRUN <<EOF\nCO<|>PY\nEOF")]
    [InlineData("FROM golang AS develop\nNO<|>PE x")]
    [InlineData("FROM golang AS develop\n# dev<|>elop")]
    public void Other_words_show_nothing(string markup)
    {
        var workspace = new MarkedWorkspace(markup);
        Assert.Null(Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new()));
    }

    [Fact]
    public void A_long_chain_is_shortened()
    {
        var stages = string.Concat(Enumerable.Range(1, 40).Select(i => $"FROM s{i - 1} AS s{i}\n"));
        var workspace = new MarkedWorkspace(stages + "FROM s40 AS <|>last");
        var markdown = Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new())!.Markdown;
        Assert.Contains("`s0 ← … ← s30 ←", markdown, StringComparison.Ordinal);
    }

    private static void Shows(string markup, string markdown)
    {
        var workspace = new MarkedWorkspace(markup);
        var hover = Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new());
        Assert.Equal(markdown.ReplaceLineEndings("\n"), hover!.Markdown);
        Assert.Equal(workspace.At.Spans.Single(), hover.Span);
    }
}
