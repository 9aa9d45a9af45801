using Dockstage.Core.Documents;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Rules;

/// <summary>The pattern language is tested with the ignore files; here is what is copied, and which ignore file holds.</summary>
public sealed class CopyIgnoredFileTests
{
    private const string Rule = "CopyIgnoredFile";
    private const string Ignored = "Attempting to Copy file \"a.txt\" that is excluded by .dockerignore";

    [Fact]
    public void Every_ignored_source_is_found_as_it_is_cleaned() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        src/gen
        //- Dockerfile
        FROM scratch
        COPY [|a.txt|] b.txt [|./src//gen/|] [|src/gen/deep|] /x/
        ADD [[|"src/gen"|], "b c", "/y/"]
        COPY /a.txt ../a.txt /z/
        """,
        Ignored,
        "Attempting to Copy file \"src/gen\" that is excluded by .dockerignore",
        "Attempting to Copy file \"src/gen/deep\" that is excluded by .dockerignore",
        "Attempting to Add file \"src/gen\" that is excluded by .dockerignore");

    [Fact]
    public void What_does_not_come_from_the_context_is_no_matter() => RuleAssert.Only(Rule, """
        //- .dockerignore
        **
        //- Dockerfile
        FROM scratch AS a
        COPY --from=a a.txt /1
        COPY --from=alpine a.txt /2
        ADD https://example.com/a.txt git@example.com:a/b.git ssh://git@example.com/a git://example.com/a /3/
        COPY <<a.txt <<"b.txt" /4/
        text
        a.txt
        text
        b.txt
        """);

    [Fact]
    public void An_empty_from_names_no_stage() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        //- Dockerfile
        FROM scratch
        COPY --from= [|a.txt|] /
        """, Ignored);

    [Fact]
    public void Variables_are_replaced_and_what_an_image_may_set_is_left_alone() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        //- Dockerfile
        FROM alpine
        ARG NAME=a
        COPY [|${NAME}.txt|] $UNKNOWN/a.txt a${UNKNOWN}.txt ${UNKNOWN:-a.txt} /x/
        FROM scratch
        COPY [|a${NONE}.txt|] [|${NONE:-a.txt}|] /x/
        """, Ignored, Ignored, Ignored);

    [Theory]
    [InlineData("*", true)]
    [InlineData("**", true)]
    [InlineData("**/*", true)]
    [InlineData(".*", false)]
    [InlineData("*.txt", false)]
    [InlineData(".", false)]
    [InlineData("./**/", true)]
    public void The_whole_context_is_found_only_when_nothing_of_it_is_left(string pattern, bool isFound) => RuleAssert.Only(
        Rule,
        $"//- .dockerignore\n{pattern}\n//- Dockerfile\nFROM scratch\nCOPY {(isFound ? "[|./|]" : "./")} /x/",
        isFound ? ["Attempting to Copy file \".\" that is excluded by .dockerignore"] : []);

    [Theory]
    [InlineData("a.txt\n!b.txt")]
    [InlineData("a.txt\n[")]
    [InlineData("a.txt\n!")]
    [InlineData("# a.txt")]
    public void An_ignore_file_with_exceptions_or_without_meaning_finds_nothing(string text) =>
        RuleAssert.Only(Rule, $"//- .dockerignore\n{text}\n//- Dockerfile\nFROM scratch\nCOPY a.txt /\n");

    [Fact]
    public void What_ONBUILD_brings_is_found_where_it_is_run() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        //- Dockerfile
        FROM scratch AS base
        ONBUILD COPY a.txt /
        FROM [|base|]
        """, Ignored);

    [Fact]
    public void The_Dockerfiles_own_ignore_file_wins_even_when_it_is_empty() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        //- api.Dockerfile.dockerignore
        b.txt
        //- api.Dockerfile
        FROM scratch
        COPY a.txt [|b.txt|] /x/
        //- web.Dockerfile.dockerignore

        //- web.Dockerfile
        FROM scratch
        COPY a.txt b.txt /x/
        """, "Attempting to Copy file \"b.txt\" that is excluded by .dockerignore");

    [Fact]
    public void The_context_is_that_of_the_build() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        //- docker/.dockerignore
        b.txt
        //- docker/Dockerfile
        FROM scratch
        COPY [|a.txt|] b.txt /x/
        //- compose.yaml
        services:
          api: { build: { context: ., dockerfile: docker/Dockerfile } }
        """, Ignored);

    [Fact]
    public void Of_several_contexts_all_must_leave_it_out() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        b.txt
        //- docker/.dockerignore
        b.txt
        c.txt
        //- docker/Dockerfile
        FROM scratch
        COPY a.txt [|b.txt|] c.txt /x/
        //- compose.yaml
        services:
          api: { build: { context: ., dockerfile: docker/Dockerfile } }
          web: { build: ./docker }
        """, "Attempting to Copy file \"b.txt\" that is excluded by .dockerignore");

    [Fact]
    public void A_context_that_cannot_be_known_silences_the_rule() => RuleAssert.Only(Rule, """
        //- .dockerignore
        a.txt
        //- Dockerfile
        FROM scratch
        COPY a.txt /x/
        //- compose.yaml
        services:
          api: { build: { context: "${WHERE}", dockerfile: /w/Dockerfile } }
          web: { build: . }
        """);

    [Fact]
    public void Nothing_is_said_before_somebody_has_looked_for_the_ignore_file_or_when_it_is_no_text()
    {
        var files = Markup.Parse("""
            //- Dockerfile
            FROM scratch
            COPY a.txt /
            //- .dockerignore
            a.txt
            """);
        var (dockerfile, ignore) = (files[0].Path, files[1].Path);
        var own = Markup.Root.Resolve("Dockerfile.dockerignore");
        var snapshot = WorkspaceSnapshot.Empty.With(files[0].ToDocument());
        Assert.Equal([ignore.Uri, own.Uri], snapshot.Wanted.Select(path => path.Uri).Order());
        Assert.Equal([ignore.Uri, own.Uri], snapshot.WantedBy(dockerfile).Select(path => path.Uri).Order());
        Assert.Empty(Found(snapshot));
        snapshot = snapshot.With(files[1].ToDocument());
        Assert.Empty(Found(snapshot));
        Assert.Single(Found(snapshot.WithAbsent(own)));
        Assert.Empty(Found(snapshot.WithUnreadable(own)));
        Assert.Empty(Found(snapshot.WithAbsent(own).WithUnreadable(ignore)));
        Assert.Empty(Found(snapshot.WithAbsent(own).WithAbsent(ignore)));
        Assert.Empty(Found(snapshot.WithAbsent(own).With(new Document(ignore, SourceText.Empty))));

        IEnumerable<Diagnostic> Found(WorkspaceSnapshot of) =>
            Diagnostics.Of(of, dockerfile, RuleSettings.Default).Where(found => found.Code == Rule);
    }

    [Fact]
    public void An_ignore_file_affects_the_Dockerfiles_for_which_it_holds()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM scratch
            //- api/Dockerfile
            FROM scratch
            //- api/dev.Dockerfile
            FROM scratch
            //- compose.yaml
            services: { api: { build: { context: ., dockerfile: api/Dockerfile } } }
            """);
        Assert.Equal(["/w/.dockerignore", "/w/Dockerfile", "/w/api/Dockerfile"], AffectedBy(".dockerignore"));
        Assert.Equal(["/w/api/.dockerignore", "/w/api/dev.Dockerfile"], AffectedBy("api/.dockerignore"));
        Assert.Equal(["/w/api/Dockerfile", "/w/api/Dockerfile.dockerignore"], AffectedBy("api/Dockerfile.dockerignore"));

        IEnumerable<string> AffectedBy(string path) =>
            workspace.Snapshot.AffectedBy(Markup.Root.Resolve(path)).Select(one => one.Path).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("cmd/api/config.yaml")]
    [InlineData("./api/config.yaml")]
    public void Who_copies_the_own_folder_from_above_is_built_in_a_context_that_nobody_here_knows(string source) => RuleAssert.Only(Rule, $"""
        //- cmd/api/.dockerignore
        **/bin/
        //- cmd/api/Dockerfile
        FROM scratch
        COPY .tmp/bin/dlv /usr/bin/
        COPY {source} /etc/
        """);

    [Fact]
    public void A_build_says_which_context_it_is_and_the_ignore_file_of_the_Dockerfile_holds_in_any() => RuleAssert.Only(Rule, """
        //- cmd/.dockerignore
        a.txt
        //- cmd/Dockerfile
        FROM scratch
        COPY [|a.txt|] cmd/b.txt /
        //- compose.yaml
        services:
          api:
            build: cmd
        //- api/own.Dockerfile.dockerignore
        a.txt
        //- api/own.Dockerfile
        FROM scratch
        COPY [|a.txt|] api/b.txt /
        """, Ignored, Ignored);
}
