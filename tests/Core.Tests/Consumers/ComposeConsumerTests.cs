using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Consumers.Compose;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Consumers;

public sealed class ComposeConsumerTests
{
    [Theory]
    [InlineData("file:///w/compose.yaml", null, true)]
    [InlineData("file:///w/compose.yml", null, true)]
    [InlineData("file:///w/docker-compose.yml", null, true)]
    [InlineData("file:///w/Docker-Compose.YAML", null, true)]
    [InlineData("file:///w/compose.dev.yaml", null, true)]
    [InlineData("file:///w/docker-compose-prod.yml", null, true)]
    [InlineData("file:///c%3A/a%20b/compose.yaml", null, true)]
    [InlineData("vscode-vfs://github/o/r/compose.yaml", null, true)]
    [InlineData("untitled:Untitled-1", "dockercompose", true)]
    [InlineData("file:///w/stack.yaml", "dockercompose", true)]
    [InlineData("file:///w/stack.yaml", "yaml", false)]
    [InlineData("file:///w/my-compose.yaml", null, false)]
    [InlineData("file:///w/compose.yaml.bak", null, false)]
    [InlineData("file:///w/compose/values.yaml", null, false)]
    [InlineData("untitled:Untitled-1", null, false)]
    public void Compose_files_are_known_by_name_or_by_language(string uri, string? language, bool expected)
    {
        Assert.Equal(expected, new ComposeConsumer().Claims(DocumentPath.FromUri(uri), language));
        Assert.Equal(expected, StageConsumers.All.FirstOrDefault(c => c.Claims(DocumentPath.FromUri(uri), language)) is ComposeConsumer);
    }

    [Fact]
    public void The_short_form_is_the_context() => Check("""
        services:
          web:
            build: ./api
          db:
            image: postgres
        """, "web: api (api/Dockerfile | api/dockerfile)");

    [Fact]
    public void The_long_form_names_context_dockerfile_and_target() => Check("""
        services:
          {|name:web|}:
            build:
              context: {|context:./api|}
              dockerfile: {|dockerfile:{|blame:docker/prod.Dockerfile|}|}
              target: {|target:builder|}
        """, "web: api (api/docker/prod.Dockerfile) builder");

    [Fact]
    public void Without_context_and_dockerfile_the_defaults_hold() => Check("""
        services:
          web:
            {|blame:build|}: { target: {|target:dev|} }
        """, "web: . (Dockerfile | dockerfile) dev");

    [Fact]
    public void The_context_is_to_blame_where_no_dockerfile_is_named() => Check("""
        services:
          web:
            build: "{|blame:{|context:api dir|}|}"
        """, "web: api dir (api dir/Dockerfile | api dir/dockerfile)");

    [Fact]
    public void Only_the_target_of_a_build_is_a_stage() => Check("""
        x-build:
          target: no
        target: no
        services:
          web:
            target: no
            build:
              context: .
              secrets:
                - source: a
                  target: no
              args: { target: no }
              x-bake: { target: no }
            ports:
              - { target: 80, published: 8080 }
            volumes:
              - { type: bind, source: ., target: /no }
            configs: [{ source: a, target: /no }]
            secrets: [{ source: a, target: no }]
            develop:
              watch:
                - { action: sync, path: ., target: /no }
        services-old:
          web: { build: { target: no } }
        """, "web: . (Dockerfile | dockerfile)");

    [Theory]
    [InlineData("target: {|target:dev|}")]
    [InlineData("target: '{|target:dev|}'")]
    [InlineData("target: \"{|target:dev|}\" # comment")]
    [InlineData("\"target\": {|target:dev|} # comment")]
    [InlineData("target: \"{|target:d\\x65v|}\"")]
    [InlineData("target:\n          {|target:dev|}")]
    [InlineData("target: |\n          {|target:dev|}")]
    [InlineData("target: |-\n          {|target:dev|}\n\n        args: {}")]
    [InlineData("target: >-\n          {|target:dev|}")]
    [InlineData("target: &t {|target:dev|}")]
    [InlineData("target: !override {|target:dev|}")]
    [InlineData("target: !!str '{|target:dev|}'")]
    [InlineData("target: old\n        target: {|target:dev|}")]
    [InlineData("args: *nowhere\n        target: {|target:dev|}")]
    [InlineData("targ\n        target: {|target:dev|}")]
    [InlineData("args: [\n        target: {|target:dev|}")]
    [InlineData("args: \"\n        target: {|target:dev|}")]
    [InlineData("target: \"{|target:dev|}\n      image: x")]
    public void A_target_may_be_written_in_many_ways(string line) => Check(
        "services:\n  web:\n    build:\n        context: api\n        " + line + "\n  db:\n    build: db\n",
        "web: api (api/Dockerfile | api/dockerfile) dev; db: db (db/Dockerfile | db/dockerfile)");

    [Theory]
    [InlineData("target: null")]
    [InlineData("target: ~")]
    [InlineData("target: !reset null")]
    [InlineData("target: !reset dev")]
    [InlineData("target: [dev]")]
    [InlineData("target: { a: dev }")]
    [InlineData("target: *nowhere")]
    public void A_target_may_be_none(string line) => Check(
        "services:\n  web:\n    build:\n        " + line + "\n        context: api", "web: api (api/Dockerfile | api/dockerfile)");

    [Theory]
    [InlineData("build:", "")]
    [InlineData("build: null", "")]
    [InlineData("build: !reset null", "")]
    [InlineData("build: []", "")]
    [InlineData("build: ''", "web: . (Dockerfile | dockerfile)")]
    [InlineData("build: { context: }", "web: . (Dockerfile | dockerfile)")]
    [InlineData("build: { context: '' , dockerfile: }", "web: . (Dockerfile | dockerfile)")]
    [InlineData("build: { dockerfile: Containerfile }", "web: . (Containerfile)")]
    [InlineData("build: { dockerfile: ../Dockerfile, context: a/b }", "web: a/b (a/Dockerfile | a/dockerfile)")]
    [InlineData("build: { dockerfile: /srv/D, context: a }", "web: a (/srv/D)")]
    [InlineData("build: { dockerfile: /srv/D, context: '${C}' }", "web: ? (/srv/D)")]
    [InlineData("build: { dockerfile: 'D.${X:-a}', context: a }", "web: a (a/D.a)")]
    [InlineData("build: { dockerfile: 'D.${X:+a}', context: a }", "web: a (?)")]
    [InlineData("build: /srv/app/", "web: /srv/app (/srv/app/Dockerfile | /srv/app/dockerfile)")]
    [InlineData("build: ../other", "web: ../other (../other/Dockerfile | ../other/dockerfile)")]
    [InlineData("build: 'a b/ц#1'", "web: a b/ц#1 (a b/ц#1/Dockerfile | a b/ц#1/dockerfile)")]
    [InlineData("build: '${DIR:-api}'", "web: api (api/Dockerfile | api/dockerfile)")]
    [InlineData("build: $DIR/api", "web: ? (?)")]
    [InlineData("build: a$$b", "web: a$b (a$b/Dockerfile | a$b/dockerfile)")]
    [InlineData("build: ~/api", "web: ? (?)")]
    [InlineData("build: https://github.com/o/r.git#main:sub", "web: ? (?)")]
    [InlineData("build: git@github.com:o/r.git", "web: ? (?)")]
    [InlineData("build: github.com/o/r", "web: ? (?)")]
    [InlineData("build: { context: 'ssh://h/r', dockerfile: /srv/D }", "web: ? (?)")]
    [InlineData("build: { dockerfile_inline: 'FROM a', target: {|target:dev|}, context: x }", "web: x (inline) dev")]
    [InlineData("build: { dockerfile_inline: , context: x }", "web: x (x/Dockerfile | x/dockerfile)")]
    public void Paths_follow_Compose(string line, string expected) => Check("services:\n  web:\n    " + line, expected);

    [Fact]
    public void Windows_paths_are_followed_where_the_file_lies_on_a_drive()
    {
        var text = "services:\n  web:\n    build:\n      context: ..\\api\n      dockerfile: docker\\Dockerfile\n";
        var path = DocumentPath.FromUri("file:///c%3A/my%20work/stack/compose.yaml");
        var target = Assert.Single(Find(new Document(path, SourceText.From(text))));
        Assert.Equal("file:///c%3A/my%20work/api", target.Context.Folder?.Uri);
        Assert.Equal("file:///c%3A/my%20work/api/docker/Dockerfile", target.Dockerfile.Candidates[0].Uri);
    }

    [Fact]
    public void A_document_without_a_folder_leaves_the_paths_open()
    {
        var document = new Document(
            DocumentPath.FromUri("untitled:Untitled-1"), SourceText.From("services: { web: { build: { target: dev } } }"), "dockercompose");
        var target = Assert.Single(Find(document));
        Assert.Null(target.Context.Folder);
        Assert.Empty(target.Dockerfile.Candidates);
        Assert.Equal("dev", target.Target?.Text);
    }

    [Fact]
    public void A_merged_target_stands_at_the_anchor() => Check("""
        x-build: &build
          context: api
          target: {|target:base|}
        services:
          a:
            build: *build
          b:
            build:
              <<: *build
              dockerfile: B
          c:
            build:
              target: {|target:own|}
              <<: [*build]
        """, """
        a: api (api/Dockerfile | api/dockerfile) base;
        b: api (api/B) base;
        c: api (api/Dockerfile | api/dockerfile) own
        """);

    [Fact]
    public void Services_and_single_values_may_be_aliases() => Check("""
        x-stage: &stage {|target:dev|}
        x-web: &web
          build: { context: api, target: *stage }
        services:
          a: *web
          b:
            <<: *web
            image: b
          c:
            build: { context: &c c }
          d:
            build: { context: *c }
        """, """
        a: api (api/Dockerfile | api/dockerfile) dev;
        b: api (api/Dockerfile | api/dockerfile) dev;
        c: c (c/Dockerfile | c/dockerfile);
        d: c (c/Dockerfile | c/dockerfile)
        """);

    [Fact]
    public void A_later_document_is_laid_over_an_earlier_one() => Check("""
        services:
          web:
            build: { context: api, dockerfile: D, target: a }
        ---
        services:
          web:
            build:
              target: {|target:b|}
        """, "web: api (api/D) b");

    [Fact]
    public void Extends_within_the_file_gives_what_is_not_written() => Check("""
        services:
          base:
            build: { context: api, dockerfile: D }
          web:
            extends: base
            build: { target: {|target:dev|} }
          job:
            extends: { service: web }
            build: { context: job }
          circle:
            extends: circle
            build: .
        """, """
        base: api (api/D);
        web: api (api/D) dev;
        job: job (job/D) dev;
        circle: . (Dockerfile | dockerfile)
        """);

    [Fact]
    public void Extends_of_another_file_leaves_the_defaults_open() => Check("""
        services:
          web:
            extends: { service: base, file: base.yaml }
            build: { target: {|target:dev|} }
          job:
            extends: gone
            build: { context: job, dockerfile: J }
        """, "web: ? (?) dev; job: job (job/J)");

    [Theory]
    [InlineData("compose.override.yaml", "build: { target: dev }", "web: api (api/D) dev")]
    [InlineData("docker-compose.dev.yml", "build: { target: dev }", "web: api (api/D) dev")]
    [InlineData("compose.override.yaml", "build: { context: other }", "web: other (other/D) base")]
    [InlineData("compose.override.yaml", "build: { dockerfile: E }", "web: api (api/E) base")]
    [InlineData("compose.override.yaml", "build: !override { target: dev }", "web: . (Dockerfile | dockerfile) dev")]
    [InlineData("sub/compose.override.yaml", "build: { target: dev }", "web: sub (sub/Dockerfile | sub/dockerfile) dev")]
    [InlineData("docker-compose.yml", "build: { target: dev }", "web: . (Dockerfile | dockerfile) dev")]
    public void A_file_with_an_infix_is_laid_over_the_base_file_of_its_folder(string path, string build, string expected)
    {
        const string Base = "services:\n  web:\n    build: { context: api, dockerfile: D, target: base }\n";
        var below = Markup.ParseOne(Base, "compose.yaml").ToDocument();
        var above = Markup.ParseOne("services:\n  web:\n    " + build + "\n", path).ToDocument();
        Assert.Equal(expected, Render(Assert.Single(new ComposeConsumer().Read(above, new Others(below, above)).Targets)));
    }

    [Theory]
    [InlineData("${STAGE:-{|literal:dev|}}")]
    [InlineData("${STAGE-{|literal:dev|}}")]
    [InlineData("${STAGE:+{|literal:dev|}}")]
    [InlineData("${STAGE:-{|literal:|}}")]
    [InlineData("${A:-${B-{|literal:dev|}}}")]
    [InlineData("${A:-${B:+${C}}}")]
    [InlineData("${STAGE}")]
    [InlineData("$STAGE")]
    [InlineData("a${STAGE:-dev}")]
    [InlineData("${A:-dev}-${B:-x}")]
    [InlineData("${A:-dev-${B}}")]
    [InlineData("${STAGE:?no stage}")]
    [InlineData("${STAGE")]
    [InlineData("${STAGE:-{|literal:$$x|}}")]
    [InlineData("${")]
    public void A_target_with_a_variable_is_computed_and_knows_its_literals(string marked)
    {
        foreach (var quoted in (string[])[$"'{marked}'", $"\"{marked}\"", $"|-\n        {marked}"])
        {
            var file = Markup.ParseOne("services:\n  web:\n    build:\n      target: " + quoted + "\n", "compose.yaml");
            var target = Assert.Single(Find(file.ToDocument())).Target!;
            Assert.True(target.IsComputed);
            Assert.Equal(file.SpansNamed("literal"), target.Candidates.Select(c => c.Span));
            Assert.All(target.Candidates, c => Assert.False(c.IsDynamic));
        }
    }

    [Theory]
    [InlineData("{|reach: builder|}")]
    [InlineData("{|reach:   builder  |}")]
    [InlineData("{|reach: builder |} # comment")]
    [InlineData("{|reach: builder|} #comment")]
    [InlineData("{|reach: 'builder' |}")]
    [InlineData("{|reach: \"builder\"|}")]
    [InlineData("{|reach:\tbuilder|}")]
    [InlineData("\n{|reach:        builder  |}")]
    [InlineData(" >-\n{|reach:        builder|}")]
    public void The_reach_of_a_target_is_its_text_and_the_blanks_around(string marked)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n", "\r"])
        {
            var target = TargetOf("services:\n  web:\n    build:\n      target:" + marked + "\n      context: .\n", lineEnd, out var file);
            Assert.Equal(file["reach"], target.Reach);
            Assert.Equal("builder", file.Text.Substring(target.Span.Start, target.Span.Length));
        }
    }

    [Theory]
    [InlineData("target:{|reach: {|span:|}|}")]
    [InlineData("target:{|reach:{|span:|}|}")]
    [InlineData("target:{|reach: {|span:|}  |}")]
    [InlineData("target:{|reach:{|span:|}|} # comment")]
    [InlineData("target:{|reach: {|span:|}|} # comment")]
    [InlineData("target : &t{|reach: {|span:|}|}")]
    [InlineData("target: \"{|span:|}\"")]
    [InlineData("target: '{|span:|}")]
    [InlineData("target: \"{|span:|}")]
    [InlineData("<<: { target:{|reach: {|span:|} |}}")]
    public void A_target_of_which_nothing_is_written_has_a_place(string marked)
    {
        string[] around =
        [
            "services:\n  web:\n    build:\n      {0}\n      context: .\n  db:\n    build: .\n",
            "services:\n  web:\n    build:\n      context: .\n      {0}\n  db:\n    build: .\n",
            "services:\n  web:\n    build:\n      context: .\n      {0}",
            "services:\n  web:\n    build:\n      {0}\n    image: [\n  db:\n    build: .\n",
        ];
        foreach (var frame in around)
        {
            foreach (var lineEnd in (string[])["\n", "\r\n"])
            {
                var target = TargetOf(frame.Replace("{0}", marked, StringComparison.Ordinal), lineEnd, out var file);
                Assert.Equal("", target.Text);
                Assert.Equal(file["span"], target.Span);
                if (file.SpansNamed("reach") is [var reach])
                    Assert.Equal(reach, target.Reach);
                Assert.True(target.Reach.Contains(target.Span));
            }
        }
    }

    [Theory]
    [InlineData("{ target:{|reach: {|span:|}|}, context: . }")]
    [InlineData("{ target:{|reach: {|span:|}|}}")]
    [InlineData("{ context: ., target:{|reach: {|span:|}|}")]
    [InlineData("{ context: ., target:{|reach:{|span:|}|}")]
    [InlineData("{ context: ., target:{|reach:{|span:|}|} # comment")]
    [InlineData("{ args: [{ a: b }], target:{|reach: {|span:|}|}")]
    [InlineData("{\n      target:{|reach: {|span:|}|},\n      context: .\n    }")]
    [InlineData("{ context: ., target: \"{|reach:{|span:|}|}")]
    public void A_target_in_braces_of_which_nothing_is_written_has_a_place(string marked)
    {
        var target = TargetOf("services:\n  web:\n    build: " + marked + "\n    image: x\n", "\n", out var file);
        Assert.Equal(file["span"], target.Span);
        if (!marked.Contains('"'))
            Assert.Equal(file["reach"], target.Reach);
        Assert.Equal("", target.Text);
    }

    private static TextValue TargetOf(string marked, string lineEnd, out MarkedFile file)
    {
        file = Markup.ParseOne(marked, "compose.yaml", lineEnd);
        return Find(file.ToDocument()).First(t => t.Name == "web").Target!;
    }

    /// <summary>
    /// Compares the build targets of a file with <c>name: context (Dockerfiles) target</c>, joined by semicolons, and where their parts
    /// stand with the marks <c>target</c> (all), <c>name</c>, <c>context</c>, <c>dockerfile</c> and <c>blame</c> (of the first, if marked).
    /// </summary>
    private static void Check(string marked, string expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var file = Markup.ParseOne(marked, "compose.yaml", lineEnd);
            var targets = Find(file.ToDocument());
            Assert.Equal(string.Join(' ', expected.ReplaceLineEndings("\n").Split('\n')), string.Join("; ", targets.Select(Render)));
            Assert.Equal(
                file.SpansNamed("target").Distinct().Order(Comparer<TextSpan>.Create((a, b) => a.Start - b.Start)),
                targets.Where(t => t.Target is not null).Select(t => t.Target!.Span).Distinct().OrderBy(s => s.Start));
            CheckFirst("name", targets.FirstOrDefault()?.NamePlace.Span);
            CheckFirst("context", targets.FirstOrDefault()?.Context.Value?.Span);
            CheckFirst("dockerfile", targets.FirstOrDefault()?.Dockerfile.Value?.Span);
            CheckFirst("blame", targets.FirstOrDefault()?.Dockerfile.Blame.Span);

            void CheckFirst(string name, TextSpan? actual)
            {
                if (file.SpansNamed(name) is [var span])
                    Assert.Equal(span, actual);
            }
        }
    }

    private static string Render(BuildTarget target)
    {
        var context = target.Context.Folder?.RelativeTo(Markup.Root) ?? "?";
        var dockerfiles = target.Dockerfile.IsInline ? "inline"
            : target.Dockerfile.Candidates.IsEmpty ? "?"
            : string.Join(" | ", target.Dockerfile.Candidates.Select(c => c.RelativeTo(Markup.Root)));
        var shown = string.Join(" | ", dockerfiles.Split(" | ").Select(Outside));
        return $"{target.Name}: {Outside(context)} ({shown}) {target.Target?.Text}".TrimEnd();
    }

    /// <summary>Absolute paths as they are written, not relative to the test's folder.</summary>
    private static string Outside(string path) => path.StartsWith("../srv", StringComparison.Ordinal) ? path[2..] : path;

    private static ImmutableArray<BuildTarget> Find(Document document) => new ComposeConsumer().Read(document, new Others()).Targets;

    private sealed class Others(params Document[] documents) : IDocumentSource
    {
        public DocumentState Find(DocumentPath path) =>
            documents.FirstOrDefault(d => d.Path.Equals(path)) is { } document ? DocumentState.Known(document) : DocumentState.Absent;
    }
}
