using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

public sealed class RenameTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM golang AS {|ask:Builder|}
        FROM {|ask:builder|} AS tools
        FROM alpine
        COPY --from="{|ask:builder|}" /a /b
        COPY --from=0 /a /b
        RUN --mount=type=bind,from={|ask:BUILDER|},target=/x true
        //- my folder/compose.yaml
        services:
          web:
            build:
              context: ../api
              target: "{|ask:builder|}"
          api:
            build: {context: ../api, target: '{|ask:Builder|}'}
          computed:
            build:
              context: ../api
              target: ${STAGE:-{|ask:builder|}}
          tools:
            build: {context: ../api, target: tools}
        //- web/Dockerfile
        FROM node AS builder
        """;

    private const string Renamed = """
        //- api/Dockerfile
        FROM golang AS compile
        FROM compile AS tools
        FROM alpine
        COPY --from="compile" /a /b
        COPY --from=0 /a /b
        RUN --mount=type=bind,from=COMPILE,target=/x true
        //- my folder/compose.yaml
        services:
          web:
            build:
              context: ../api
              target: "compile"
          api:
            build: {context: ../api, target: 'Compile'}
          computed:
            build:
              context: ../api
              target: ${STAGE:-compile}
          tools:
            build: {context: ../api, target: tools}
        //- web/Dockerfile
        FROM node AS builder
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_mention_renames_all_of_them_in_all_files_and_each_keeps_its_letter_case(string lineEnd)
    {
        var workspace = new MarkedWorkspace(Project, lineEnd);
        var expected = Markup.Parse(Renamed, lineEnd: lineEnd);
        var asked = workspace.Files.SelectMany(file => file.SpansNamed("ask").Select(span => (file, span))).ToList();
        Assert.Equal(7, asked.Count);
        foreach (var (file, span) in asked)
        {
            var ready = Assert.IsType<RenamePreparation.Ready>(Rename.Prepare(workspace.Snapshot, file.Path, span.End));
            Assert.Equal(span, ready.Span);
            Assert.Equal(file.Text.Substring(span.Start, span.Length), ready.Placeholder);
            Assert.Equal(expected.Select(f => f.Text), TextsAfter(workspace, file.Path, span.Start, "compile"));
            Assert.Equal(expected.Select(f => f.Text), TextsAfter(workspace, file.Path, span.Start, "COMPILE"));
        }
    }

    [Theory]
    [InlineData("builder", "compile")]
    [InlineData("BUILDER", "COMPILE")]
    [InlineData("Builder", "Compile")]
    [InlineData("bUilder", "Compile")]
    public void A_reference_stays_in_small_letters_or_capitals_and_else_gets_what_is_typed(string old, string expected)
    {
        Renames($"FROM x AS <|>builder\nFROM y\nCOPY --from={old} /a /b", "Compile", $"FROM x AS compile\nFROM y\nCOPY --from={expected} /a /b");
        Renames(
            $"//- Dockerfile\nFROM x AS <|>builder\n//- compose.yaml\nservices: {{web: {{build: {{target: '{old}'}}}}}}",
            "Compile",
            $"//- Dockerfile\nFROM x AS compile\n//- compose.yaml\nservices: {{web: {{build: {{target: '{expected}'}}}}}}");
    }

    [Fact]
    public void The_doc_comment_of_the_stage_follows_and_keeps_describing_it()
    {
        var workspace = new MarkedWorkspace("""
            # builder of the other world
            #
            #  builder compiles what the builder needs
            # and more
            FROM x AS <|>Builder
            # builder is not me
            FROM builder AS other
            """);
        var text = TextsAfter(workspace, workspace.At.Path, workspace.Cursor, "Compile").Single();
        Assert.Equal("""
            # builder of the other world
            #
            #  compile compiles what the builder needs
            # and more
            FROM x AS compile
            # builder is not me
            FROM compile AS other
            """.ReplaceLineEndings("\n"), text);
        Assert.Equal("compiles what the builder needs", new MarkedWorkspace(text).Snapshot.DockerfileAt(workspace.At.Path)!.Stages[0].Description);
    }

    [Fact]
    public void A_stage_may_be_called_like_the_image_it_is_built_on() => Renames(
        "FROM alpine AS <|>a\nFROM a", "alpine", "FROM alpine AS alpine\nFROM alpine");

    [Theory]
    [InlineData("ARG BASE=<|>a\nFROM x AS a\nFROM $BASE", "ARG BASE=b\nFROM x AS b\nFROM $BASE")]
    [InlineData("ARG BASE='a<|>'\nFROM x AS a\nFROM $BASE AS c\nFROM ${BASE}", "ARG BASE='b'\nFROM x AS b\nFROM $BASE AS c\nFROM ${BASE}")]
    [InlineData("FROM x AS a\nFROM ${BASE:-<|>a}", "FROM x AS b\nFROM ${BASE:-b}")]
    public void It_begins_where_a_variable_has_the_name_too(string markup, string expected) => Renames(markup, "b", expected);

    [Theory]
    [InlineData("ARG B=a\nFROM $B\nFROM x AS <|>a\nFROM $B", "$B")]
    [InlineData("FROM y AS t-b\nFROM t-$TARGETSTAGE AS z\nFROM y AS <|>b", "t-$TARGETSTAGE")]
    public void A_name_on_which_another_word_depends_is_refused(string markup, string word) => Assert.Equal(
        $"With 'c' as the name of the stage, '{word}' in this Dockerfile would mean something else.",
        RefusalOf(new MarkedWorkspace(markup), "c"));

    [Fact]
    public void Equal_names_in_other_folders_stay() => Renames("""
        //- one/Dockerfile
        FROM golang AS builder
        //- one/compose.yaml
        services: {web: {build: {target: <|>builder}}}
        //- two/Dockerfile
        FROM golang AS builder
        //- two/compose.yaml
        services: {web: {build: {target: builder}}}
        """, "compile", """
        //- one/Dockerfile
        FROM golang AS compile
        //- one/compose.yaml
        services: {web: {build: {target: compile}}}
        //- two/Dockerfile
        FROM golang AS builder
        //- two/compose.yaml
        services: {web: {build: {target: builder}}}
        """);

    [Fact]
    public void A_place_that_services_share_is_edited_once() => Renames("""
        //- Dockerfile
        FROM golang AS a
        FROM alpine
        //- compose.yaml
        x-build: &build {context: ., target: a<|>}
        services:
          web: {build: *build}
          api: {build: *build}
        """, "b", """
        //- Dockerfile
        FROM golang AS b
        FROM alpine
        //- compose.yaml
        x-build: &build {context: ., target: b}
        services:
          web: {build: *build}
          api: {build: *build}
        """);

    [Fact]
    public void A_name_in_a_block_scalar_is_edited_alone() => Renames("""
        //- Dockerfile
        FROM golang AS <|>a1
        //- compose.yaml
        services:
          web:
            build:
              target: >-
                a1
        """, "b", """
        //- Dockerfile
        FROM golang AS b
        //- compose.yaml
        services:
          web:
            build:
              target: >-
                b
        """);

    [Fact]
    public void A_plain_yaml_value_that_would_be_no_text_gets_quotes() => Renames("""
        //- Dockerfile
        FROM golang AS <|>a
        //- compose.yaml
        services: {web: {build: {target: a}}, api: {build: {target: 'a'}}}
        """, "null", """
        //- Dockerfile
        FROM golang AS null
        //- compose.yaml
        services: {web: {build: {target: "null"}}, api: {build: {target: 'null'}}}
        """);

    [Fact]
    public void Of_two_stages_of_one_name_only_the_one_asked_about_changes() => Renames("""
        FROM golang AS <|>a
        FROM a AS c
        FROM alpine AS a
        FROM a
        COPY --from=a /x /y
        """, "b", """
        FROM golang AS b
        FROM b AS c
        FROM alpine AS a
        FROM a
        COPY --from=a /x /y
        """);

    [Theory]
    [InlineData("ARG BASE=a\nFROM x AS <|>a\nFROM $BASE", "ARG BASE=b\nFROM x AS b\nFROM $BASE")]
    [InlineData("ARG BASE=\"a\"\nFROM x AS <|>a\nFROM ${BASE}", "ARG BASE=\"b\"\nFROM x AS b\nFROM ${BASE}")]
    [InlineData("ARG BASE=x BASE='a'\nFROM x AS <|>a\nFROM ${BASE:-y}", "ARG BASE=x BASE='b'\nFROM x AS b\nFROM ${BASE:-y}")]
    [InlineData("ARG BASE\nFROM x AS <|>a\nFROM ${BASE:-a}", "ARG BASE\nFROM x AS b\nFROM ${BASE:-b}")]
    [InlineData("FROM x AS <|>a\nFROM \"${BASE-a}\"", "FROM x AS b\nFROM \"${BASE-b}\"")]
    public void The_literal_that_a_variable_takes_is_edited(string markup, string expected) => Renames(markup, "b", expected);

    [Fact]
    public void A_name_over_a_line_continuation_is_edited_as_a_whole() => Renames(
        "FROM x AS <|>build\nFROM y\nCOPY --from=bui\\\nld /a /b", "c", "FROM x AS c\nFROM y\nCOPY --from=c /a /b");

    [Fact]
    public void Under_ONBUILD_the_name_is_edited_from_either_side()
    {
        const string After = "FROM x AS b\nFROM y AS base\nONBUILD COPY --from=b /a /b\nFROM base";
        Renames("FROM x AS <|>a\nFROM y AS base\nONBUILD COPY --from=a /a /b\nFROM base", "b", After);
        Renames("FROM x AS a\nFROM y AS base\nONBUILD COPY --from=<|>a /a /b\nFROM base", "b", After);
    }

    [Fact]
    public void Other_letter_case_is_a_rename_too() => Renames(
        "FROM x AS <|>Build\nFROM build", "build", "FROM x AS build\nFROM build");

    [Fact]
    public void An_invalid_name_can_be_replaced_by_a_valid_one() => Renames("FROM x AS <|>1a", "one", "FROM x AS one");

    [Theory]
    [InlineData("FROM gol<|>ang AS a", "'golang' is an image or a named context, not a stage of this Dockerfile.")]
    [InlineData("FROM x AS a\nFROM y\nCOPY --from=ngi<|>nx /a /b", "'nginx' is an image or a named context, not a stage of this Dockerfile.")]
    [InlineData("FROM x AS a\nFROM y\nCOPY --from=<|>0 /a /b", "0 is the index of a stage and not its name. Rename the stage at its FROM.")]
    [InlineData("FROM x AS a\nFROM y\nCOPY --from=7<|> /a /b", "7 is the index of a stage and not its name. Rename the stage at its FROM.")]
    [InlineData("ARG B=a\nFROM x AS a\nFROM $<|>B", "'$B' takes its value from a variable. Rename the stage where its name is written.")]
    [InlineData("FROM x AS a\nFROM y\nCOPY --from=<|> /a /b", "There is no stage name here.")]
    [InlineData("FROM x AS a\nFROM <|>  a", "There is no stage name here.")]
    [InlineData("FR<|>OM x AS a", "There is no stage name here.")]
    [InlineData("FROM x AS a\n# <|>a", "There is no stage name here.")]
    public void What_is_no_name_is_refused(string markup, string message)
    {
        var workspace = new MarkedWorkspace(markup);
        var refused = Assert.IsType<RenamePreparation.Refused>(Rename.Prepare(workspace.Snapshot, workspace.At.Path, workspace.Cursor));
        Assert.Equal(message, refused.Reason.In(Language.English));
        Assert.Equal(message, RefusalOf(workspace, "fine"));
    }

    [Theory]
    [InlineData("target: ${ST<|>AGE}", "'${STAGE}' takes its value from a variable. Rename the stage where its name is written.")]
    [InlineData("target: no<|>pe", "Dockerfile has no stage named 'nope'.")]
    [InlineData("target: <|>", "There is no stage name here.")]
    [InlineData("{context: other, target: x<|>}", "The Dockerfile of this build is not known, so its stages cannot be renamed.")]
    public void What_is_no_name_is_refused_in_compose(string build, string message)
    {
        var workspace = new MarkedWorkspace(
            $"//- Dockerfile\nFROM x AS a\n//- compose.yaml\nservices:\n  web:\n    build:\n      {build}\n");
        Assert.Equal(message, RefusalOf(workspace, "fine"));
    }

    [Theory]
    [InlineData("", "'' cannot be the name of a stage: it must begin with a letter")]
    [InlineData("1a", "'1a' cannot be the name of a stage: it must begin with a letter")]
    [InlineData("a b", "'a b' cannot be the name of a stage: it must begin with a letter")]
    [InlineData("стадия", "'стадия' cannot be the name of a stage: it must begin with a letter")]
    [InlineData("$x", "'$x' cannot be the name of a stage: it must begin with a letter")]
    [InlineData("build-", "'build-' cannot be the name of a stage: BuildKit allows")]
    [InlineData("a..b", "'a..b' cannot be the name of a stage: BuildKit allows")]
    [InlineData("a___b", "'a___b' cannot be the name of a stage: BuildKit allows")]
    [InlineData("Scratch", "'Scratch' is reserved")]
    [InlineData("context", "'context' is reserved")]
    [InlineData("Tools", "This Dockerfile already has a stage named 'Tools'.")]
    [InlineData("debian", "This Dockerfile uses an image or a named context 'debian'")]
    [InlineData("Nginx", "This Dockerfile uses an image or a named context 'Nginx'")]
    public void A_new_name_that_would_break_something_is_refused(string newName, string message) => Assert.StartsWith(
        message,
        RefusalOf(new MarkedWorkspace("FROM golang AS <|>a\nFROM debian AS tools\nCOPY --from=nginx /a /b"), newName),
        StringComparison.Ordinal);

    [Fact]
    public void A_name_may_have_247_characters_and_not_248()
    {
        var workspace = new MarkedWorkspace("FROM x AS <|>a");
        Assert.IsType<RenameResult.Made>(Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, new string('a', 247)));
        Assert.Contains("at most 247", RefusalOf(workspace, new string('a', 248)), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_name_stages_of_two_dockerfiles_are_refused() => Assert.Equal(
        "'a' in compose.yaml also names a stage of web/Dockerfile. Give the two builds a target of their own first.",
        RefusalOf(new MarkedWorkspace("""
            //- api/Dockerfile
            FROM golang AS <|>a
            //- web/Dockerfile
            FROM node AS a
            //- compose.yaml
            x-target: &target a
            services:
              api: {build: {context: api, target: *target}}
              web: {build: {context: web, target: *target}}
            """), "b"));

    [Fact]
    public void A_name_put_together_from_variables_is_refused() => Assert.Equal(
        "FROM ${A}${B} means stage 'ab' by way of variables, and no edit of it would surely be right. Write the name there first.",
        RefusalOf(new MarkedWorkspace("ARG A=a\nARG B=b\nFROM x AS <|>ab\nFROM ${A}${B}"), "c"));

    [Fact]
    public void It_speaks_russian()
    {
        var workspace = new MarkedWorkspace("FROM x AS <|>a");
        var refused = (RenameResult.Refused)Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, "scratch");
        Assert.Equal("«scratch» — зарезервированное слово и не может быть именем стадии.", refused.Reason.In(Language.Russian));
    }

    private static void Renames(string markup, string newName, string expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            Assert.Equal(
                Markup.Parse(expected, lineEnd: lineEnd).Select(file => file.Text),
                TextsAfter(workspace, workspace.At.Path, workspace.Cursor, newName));
        }
    }

    /// <summary>The texts of all files after a rename.</summary>
    private static IEnumerable<string> TextsAfter(MarkedWorkspace workspace, DocumentPath path, int offset, string newName)
    {
        var result = Rename.To(workspace.Snapshot, path, offset, newName);
        var made = Assert.IsType<RenameResult.Made>(result);
        return workspace.Files.Select(file => made.Files.Where(edits => edits.File.Equals(file.Path))
            .SelectMany(edits => edits.Edits.Reverse())
            .Aggregate(SourceText.From(file.Text), (text, edit) => text.With(edit))
            .ToString());
    }

    private static string RefusalOf(MarkedWorkspace workspace, string newName) =>
        Assert.IsType<RenameResult.Refused>(Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, newName))
            .Reason.In(Language.English);
}
