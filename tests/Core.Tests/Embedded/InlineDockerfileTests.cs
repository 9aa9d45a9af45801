using Dockstage.Core.Features;
using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Tests.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Embedded;

/// <summary>
/// A Dockerfile inside a compose file. Questions are asked at the cursor as an editor asks, answers are places of the compose file; each with LF
/// and with CR LF.
/// </summary>
public sealed class InlineDockerfileTests
{
    /// <summary>
    /// One Dockerfile in every way in which it can be written. <c>{|name:…|}</c> are the places that name the stage, the first one where it gets its
    /// name; <c>{|other:…|}</c> is the other stage.
    /// </summary>
    public static TheoryData<string> Styles { get; } =
    [
        """
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS {|name:builder|}

                FROM alpine AS {|other:final|}
                COPY --from={|name:builder|} /a /b
              target: final
        """,
        """
        services:
          web:
            build:
              target: {|name:builder|}
              dockerfile_inline: |-
                # 😀 syntax is said nowhere
                FROM golang AS {|name:builder|}
                RUN <<EOF
                	echo $${HOME}
                  deeper
                EOF
                FROM alpine AS {|other:final|}
                RUN --mount=from={|name:builder|},target=/x \
                      deeper && \
                    less $$deep

        """,
        """
        services:
          web:
            build:
              dockerfile_inline: |2+

                  FROM golang AS {|name:builder|}
                FROM alpine AS {|other:final|}
                COPY --from={|name:builder|} /a /b


              target: "{|name:builder|}"
        """,
        """
        services:
          web:
            build:
              dockerfile_inline: >
                FROM golang
                AS {|name:builder|}

                RUN echo $$HOME

                FROM alpine AS {|other:final|}


                COPY --from={|name:builder|}
                /a /b
              target: &stage {|name:builder|}
        """,
        """
        services:
          web:
            build:
              dockerfile_inline: 'FROM golang AS {|name:builder|}

                RUN echo ''it is $$HOME''

                FROM alpine AS {|other:final|}

                COPY --from={|name:builder|} /a /b'
        """,
        """
        services:
          web: { build: { dockerfile_inline: "FROM golang AS {|name:builder|}\nRUN echo \"$$A\\$$B\" \U0001F600\nFROM alpine AS {|other:final|}\n\
            COPY --from={|name:builder|} /a /b\n", target: '{|name:builder|}' } }
        """,
        """
        services:
          web:
            build:
              dockerfile_inline:
                FROM golang AS {|name:builder|}

                FROM alpine AS {|other:final|}

                COPY --from={|name:builder|}
                  /a /b
        """,
        "\uFEFF" + """
        x-text: &text |
          FROM golang AS {|name:builder|}
          FROM alpine AS {|other:final|}
          COPY --from={|name:builder|} /a /b
        services:
          web: { build: { dockerfile_inline: *text, target: {|name:builder|} } }
          api: { build: { dockerfile_inline: *text, target: final } }
        """,
    ];

    [Theory]
    [MemberData(nameof(Styles))]
    public void References_and_highlights_are_all_places(string compose) => ForAll(compose, (snapshot, file) =>
    {
        var names = file.SpansNamed("name");
        foreach (var name in names)
        {
            var (path, offset) = InlineText.At(snapshot, file.Path, name.End);
            Assert.Equal(names, References.At(snapshot, path, offset, true).Select(mention => Shown(snapshot, mention.Place)).Order(ByStart));
            Assert.Equal(names, Highlights.At(snapshot, path, offset).Select(highlight => highlight.Span).Order(ByStart));
        }
    });

    [Theory]
    [MemberData(nameof(Styles))]
    public void Definition_goes_to_where_the_stage_gets_its_name(string compose) => ForAll(compose, (snapshot, file) =>
    {
        var declared = file.SpansNamed("name").First(span => file.Text[..span.Start].TrimEnd().EndsWith("AS", StringComparison.Ordinal));
        foreach (var name in file.SpansNamed("name"))
        {
            var (path, offset) = InlineText.At(snapshot, file.Path, name.Start);
            var link = Assert.Single(Definition.At(snapshot, path, offset));
            Assert.Equal(name, Shown(snapshot, new FilePlace(path, link.Origin)));
            Assert.Equal(declared, Shown(snapshot, new FilePlace(link.Target, link.TargetSelection)));
        }
    });

    [Theory]
    [MemberData(nameof(Styles))]
    public void Rename_changes_all_places_and_nothing_else(string compose) => ForAll(compose, (snapshot, file) =>
    {
        foreach (var name in file.SpansNamed("name"))
        {
            var (path, offset) = InlineText.At(snapshot, file.Path, name.Start);
            Assert.Equal(name, Shown(snapshot, new FilePlace(path, Assert.IsType<RenamePreparation.Ready>(Rename.Prepare(snapshot, path, offset)).Span)));
            var made = Assert.IsType<RenameResult.Made>(Rename.To(snapshot, path, offset, "compile"));
            var after = InlineText.Apply(snapshot, made.Files).Find(file.Path).Document!.Text.ToString();
            Assert.Equal(file.SpansNamed("name").Reverse().Aggregate(file.Text, (text, span) => text.Remove(span.Start, span.Length).Insert(span.Start, "compile")), after);
        }
    });

    [Theory]
    [MemberData(nameof(Styles))]
    public void Completion_offers_the_stages_above_and_replaces_the_name(string compose) => ForAll(compose, (snapshot, file) =>
    {
        var name = file.SpansNamed("name")[^1];
        var (path, offset) = InlineText.At(snapshot, file.Path, name.Start);
        if (path.Host is null)
            return;
        var list = Completion.At(snapshot, path, offset, Language.English);
        if (file.Text[..name.Start].TrimEnd().EndsWith("AS", StringComparison.Ordinal))
        {
            Assert.Null(list);
            return;
        }

        var item = Assert.Single(list!.Items);
        Assert.Equal(("builder", name), (item.NewText, Shown(snapshot, new FilePlace(path, item.Replace))));
        Assert.StartsWith("**builder**", Completion.Describe(snapshot, path, "builder", item.Stage + 1, file.Path, Language.English), StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Styles))]
    public void Hover_tells_of_the_stage_and_links_to_the_host_alone(string compose) => ForAll(compose, (snapshot, file) =>
    {
        foreach (var name in file.SpansNamed("name"))
        {
            var (path, offset) = InlineText.At(snapshot, file.Path, name.Start);
            var hover = Hover.At(snapshot, path, offset, Language.English, new BuildOptions());
            Assert.StartsWith("**builder**", hover!.Markdown, StringComparison.Ordinal);
            Assert.Equal(name, Shown(snapshot, new FilePlace(path, hover.Span)));
            Assert.DoesNotContain("embedded", hover.Markdown, StringComparison.Ordinal);
            Assert.DoesNotContain("-f compose.yaml .", hover.Markdown, StringComparison.Ordinal);
        }
    });

    [Theory]
    [MemberData(nameof(Styles))]
    public void Colours_stand_at_the_names(string compose) => ForAll(compose, (snapshot, file) =>
    {
        var tokens = SemanticTokens.Of(snapshot, file.Path);
        var stages = tokens.Where(token => token.Type == SemanticTokenType.Stage).Select(token => token.Span).ToList();
        foreach (var name in file.SpansNamed("other"))
            Assert.Contains(name, stages);
        foreach (var name in file.SpansNamed("name").Where(span => InlineText.At(snapshot, file.Path, span.Start).Path.Host is not null))
            Assert.Contains(name, stages);
        Assert.Equal(tokens.Select(token => token.Span).Order(ByStart), tokens.Select(token => token.Span));
    });

    [Theory]
    [MemberData(nameof(Styles))]
    public void Outline_lenses_and_folds_stand_inside_the_file(string compose) => ForAll(compose, (snapshot, file) =>
    {
        var item = Assert.Single(Outline.Of(snapshot, file.Path, Language.English));
        Assert.StartsWith("web", item.Name, StringComparison.Ordinal);
        Assert.Equal(["builder", "final"], item.Children.Where(child => child.Kind == OutlineKind.Stage).Select(child => child.Name));
        Assert.Equal(file.SpansNamed("other"), item.Children.Where(child => child.Name == "final").Select(child => child.Selection));
        Assert.All(item.Children, child => Assert.True(item.Span.Contains(child.Span) && child.Span.Contains(child.Selection)));
        foreach (var lens in CodeLens.Of(snapshot, file.Path, LensChoice.All, Language.English))
        {
            Assert.IsNotType<StageLens.Build>(lens);
            Assert.Contains(file.Text.Substring(lens.Span.Start, 3), (string[])["FRO", "web", "api"]);
            if (lens is StageLens.References references)
                Assert.All(references.Places, place => Assert.Equal(file.Path, place.File));
        }

        Assert.All(Folding.Of(snapshot, file.Path), fold => Assert.True(fold.StartLine < fold.EndLine && fold.EndLine < snapshot.Find(file.Path).Document!.Text.LineCount));
        Assert.Equal(["builder", "final"], WorkspaceSymbols.Matching(snapshot, "").Where(place => place.Kind == NamedPlaceKind.Stage).Select(place => place.Name));
    });

    [Fact]
    public void Findings_stand_at_their_words() => RuleAssert.Finds(
        """
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS [|Builder|]

                FROM alpine AS final
                COPY --from=[|biulder|] /a /b
                RUN echo $${HOME} \
        [||]
                  && true
              target: [|finl|]
        """,
        "StageNameCasing Warning: Stage name 'Builder' should be lowercase",
        "UnknownStage Warning: There is no stage named 'biulder'. Did you mean 'builder'? As written, this pulls an image 'biulder'.",
        "NoEmptyContinuation Warning: Empty continuation line",
        "TargetNotFound Error: The inline Dockerfile of 'web' has no stage named 'finl'. Did you mean 'final'?");

    [Fact]
    public void A_target_is_looked_for_in_the_inline_dockerfile() => RuleAssert.Only(
        "TargetNotFound",
        """
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS builder
                FROM alpine AS final
              target: [|finl|]
          right:
            build: {dockerfile_inline: "FROM a AS b\nFROM c", target: B}
        """,
        "The inline Dockerfile of 'web' has no stage named 'finl'. Did you mean 'final'?");

    [Fact]
    public void Where_variables_may_hold_stages_no_target_is_missing() => RuleAssert.Finds("""
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: |
                FROM alpine:${TAG:?} AS ${NAME}
                ${MORE}
                COPY --from=${WHERE} /a /b
              target: other
          app:
            build:
              dockerfile_inline: |
                ARG BASE=web
                FROM alpine AS web
                FROM ${BASE} AS app
        """);

    [Fact]
    public void Services_that_share_an_inline_dockerfile_and_a_target_are_told_of_once() => RuleAssert.Only(
        "TargetNotFound",
        """
        //- compose.yaml
        services:
          web:
            build: &build
              dockerfile_inline: |
                FROM golang
              target: [|finl|]
          api: { build: *build }
        """,
        "The inline Dockerfile of 'web' has no stage named 'finl': none of its stages has a name.");

    [Fact]
    public void Amid_a_variable_nobody_is_asked() => ForAll("""
        services:
          web:
            build:
              dockerfile_inline: |
                FROM alpine AS builder
                COPY --from=${WHERE:-[|builder|]} /a /b
        """, (snapshot, file) => Assert.Null(InlineText.At(snapshot, file.Path, file.Spans[0].Start + 1).Path.Host));

    [Fact]
    public void A_value_from_a_file_of_variables_is_read() => RuleAssert.Only(
        "TargetNotFound",
        """
        //- .env
        STAGE=builder
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: |
                FROM alpine AS ${STAGE}
              target: [|buidler|]
          right:
            build: {dockerfile_inline: "FROM alpine AS ${STAGE}", target: builder}
        """,
        "The inline Dockerfile of 'web' has no stage named 'buidler'. Did you mean 'builder'?");

    [Fact]
    public void A_service_that_extends_shares_the_text_of_another_file() => RuleAssert.Only(
        "StageNameCasing",
        """
        //- common.yml
        services:
          base:
            build:
              dockerfile_inline: |
                FROM golang AS [|Builder|]
        //- compose.yaml
        services:
          web: {extends: {file: common.yml, service: base}, build: {target: builder}}
          api: {extends: {file: common.yml, service: base}}
        """,
        "Stage name 'Builder' should be lowercase");

    [Fact]
    public void Rename_reaches_the_target_in_another_file_and_back()
    {
        const string Files = """
            //- common.yml
            services:
              base:
                build:
                  dockerfile_inline: |
                    FROM golang AS {|name:builder|}
                    FROM {|name:builder|}
            //- compose.yaml
            services:
              web: {extends: {file: common.yml, service: base}, build: {target: {|name:builder|}}}
            """;
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(Files, lineEnd);
            foreach (var asked in workspace.Files.SelectMany(file => file.SpansNamed("name").Select(span => new FilePlace(file.Path, span))))
            {
                var (path, offset) = InlineText.At(workspace.Snapshot, asked.File, asked.Span.Start);
                var after = InlineText.Apply(workspace.Snapshot, Assert.IsType<RenameResult.Made>(Rename.To(workspace.Snapshot, path, offset, "b2")).Files);
                Assert.Equal(
                    Markup.Parse(Files.Replace("{|name:builder|}", "b2", StringComparison.Ordinal), lineEnd: lineEnd).Select(file => file.Text),
                    workspace.Files.Select(file => after.Find(file.Path).Document!.Text.ToString()));
            }
        }
    }

    [Fact]
    public void A_missing_stage_is_added_with_the_indentation_of_the_block() => Fixes(
        "TargetNotFound",
        """
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS builder
                RUN echo $$HOME
              target: [|test|]
        """,
        "Add a stage 'test' to compose.yaml",
        """
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS test

                FROM golang AS builder
                RUN echo $$HOME
              target: test
        """);

    [Fact]
    public void New_text_is_written_as_its_place_demands() => Fixes(
        "JSONArgsRecommended",
        """
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: "FROM golang\n[|CMD echo hello|]\n"
        """,
        null,
        """
        //- compose.yaml
        services:
          web:
            build:
              dockerfile_inline: "FROM golang\nCMD [\"echo\", \"hello\"]\n"
        """);

    [Fact]
    public void What_cannot_be_written_is_not_offered()
    {
        var workspace = new MarkedWorkspace("""
            //- compose.yaml
            services:
              web:
                build:
                  dockerfile_inline: FROM golang AS [|Builder|]
            """);
        var fixes = CodeFixes.At(workspace.Snapshot, workspace.Files[0].Path, workspace.Files[0].Spans[0], RuleSettings.Default).SelectMany(found => found.Fixes);
        // A line above would need a line end, which a plain scalar on one line has not.
        Assert.Equal(["Name the stage 'builder' everywhere"], fixes.Select(fix => fix.Title.In(Language.English)));
    }

    [Fact]
    public void Everything_is_fixed_at_once() => ForAll("""
        services:
          web:
            build:
              dockerfile_inline: |
                from golang AS Builder

                FROM Builder
                COPY --from=BUILDER $$A /b
              target: final
          api: {build: {dockerfile_inline: 'FROM golang AS API'}}
        """, (snapshot, file) =>
    {
        var after = InlineText.Apply(snapshot, [new FileEdits(file.Path, FixAll.Of(snapshot, file.Path, RuleSettings.Default))]);
        var texts = after.EmbeddedIn(file.Path).Select(document => document.Document.Text.ToString());
        Assert.Contains("AS api", texts.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(Diagnostics.Of(after, file.Path, RuleSettings.Default), found => found.Code is "StageNameCasing");
        Assert.Contains("$$A", after.Find(file.Path).Document!.Text.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Half_written_text_breaks_nothing()
    {
        var marked = Markup.ParseOne(Styles.First().Data, "compose.yaml");
        for (var length = 0; length <= marked.Text.Length; length++)
        {
            var snapshot = WorkspaceSnapshot.Empty.With(new(marked.Path, SourceText.From(marked.Text[..length])));
            _ = Diagnostics.Of(snapshot, marked.Path, RuleSettings.Default);
            _ = CodeLens.Of(snapshot, marked.Path, LensChoice.All, Language.English);
            _ = Outline.Of(snapshot, marked.Path, Language.English);
            _ = SemanticTokens.Of(snapshot, marked.Path);
            for (var at = Math.Max(0, length - 12); at <= length; at++)
            {
                var (path, offset) = InlineText.At(snapshot, marked.Path, at);
                _ = Completion.At(snapshot, path, offset, Language.English);
                _ = Hover.At(snapshot, path, offset, Language.English, new BuildOptions());
                _ = Rename.To(snapshot, path, offset, "x");
            }
        }
    }

    [Theory]
    [InlineData("COPY --from=<|>")]
    [InlineData("COPY --from=bu<|>")]
    [InlineData("RUN --mount=from=<|>")]
    [InlineData("FROM <|>")]
    public void A_half_written_line_is_completed(string line) => ForAll($$"""
        services:
          web:
            build:
              dockerfile_inline: |
                FROM golang AS builder
                FROM alpine AS final
                {{line}}
              target: final
        """, (snapshot, file) =>
    {
        var (path, offset) = InlineText.At(snapshot, file.Path, file.Cursor!.Value);
        Assert.Contains("builder", Completion.At(snapshot, path, offset, Language.English)!.Items.Select(item => item.NewText));
    });

    [Fact]
    public void Only_what_a_build_asks_for_is_built()
    {
        var workspace = new MarkedWorkspace("""
            //- compose.yaml
            services:
              web:
                build:
                  dockerfile_inline: |
                    FROM golang AS builder
                    FROM alpine AS final
                  target: builder
            """);
        var path = Assert.Single(workspace.Snapshot.EmbeddedIn(workspace.Files[0].Path)).Path;
        var made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.For(workspace.Snapshot, path, "builder", new BuildOptions()));
        Assert.Equal("docker compose -f compose.yaml build web", made.Command.Text);
        var refused = Assert.IsType<BuildCommandResult.Refused>(BuildCommand.For(workspace.Snapshot, path, "final", new BuildOptions()));
        Assert.Equal("This Dockerfile is written inside compose.yaml. Only what a build there asks for can be built.", refused.Reason.In(Language.English));
        var lens = Assert.Single(CodeLens.Of(workspace.Snapshot, workspace.Files[0].Path, LensChoice.All, Language.English).OfType<StageLens.BuildOfConsumer>(), lens => lens.Title == "▷ Build web");
        Assert.Equal("FROM golang AS builder", workspace.Files[0].Text.Substring(lens.Span.Start, lens.Span.Length));
    }

    [Fact]
    public void Typing_reads_only_the_text_that_it_changes()
    {
        var workspace = new MarkedWorkspace("""
            //- compose.yaml
            services:
              one: {build: {dockerfile_inline: "FROM golang AS builder"}}
              two:
                build:
                  dockerfile_inline: |
                    FROM golang AS builder
                    RUN <|>
              three: {build: {dockerfile_inline: "FROM golang AS last"}}
            """);
        var path = workspace.At.Path;
        var before = workspace.Snapshot.EmbeddedIn(path).Select(document => workspace.Snapshot.DockerfileAt(document.Path)!).ToList();
        var text = workspace.Snapshot.Find(path).Document!.Text.With(new TextEdit(TextSpan.At(workspace.Cursor), "x"));
        var after = workspace.Snapshot.With(new(path, text));
        var models = after.EmbeddedIn(path).Select(document => after.DockerfileAt(document.Path)!).ToList();
        Assert.Equal(3, models.Count);
        for (var i = 0; i < models.Count; i++)
            Assert.Same(before[i].Syntax.Items[0], models[i].Syntax.Items[0]);
    }

    private static IComparer<TextSpan> ByStart { get; } = Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start));

    private static TextSpan Shown(WorkspaceSnapshot snapshot, FilePlace place)
    {
        var shown = HostPlace.Of(snapshot, place);
        Assert.Null(shown.File.Host);
        return shown.Span;
    }

    private static void ForAll(string compose, Action<WorkspaceSnapshot, MarkedFile> check)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(compose, lineEnd, "compose.yaml");
            check(workspace.Snapshot, workspace.Files.Single());
        }
    }

    private static void Fixes(string code, string markup, string? title, string expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var file = workspace.Files.Single();
            var fixes = CodeFixes.At(workspace.Snapshot, file.Path, file.Spans.Single(), RuleSettings.Default, new HashSet<string> { code })
                .Where(found => found.Found.Span == file.Spans.Single()).SelectMany(found => found.Fixes).ToList();
            var fix = title is null ? fixes.FirstOrDefault() : fixes.FirstOrDefault(one => one.Title.In(Language.English) == title);
            Assert.True(fix is not null, string.Join(" | ", fixes.Select(one => one.Title.In(Language.English))));
            Assert.Equal(Markup.Parse(expected, lineEnd: lineEnd).Single().Text, InlineText.Apply(workspace.Snapshot, fix.Change().Files).Find(file.Path).Document!.Text.ToString());
        }
    }
}
