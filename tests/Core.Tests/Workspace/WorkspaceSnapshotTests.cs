using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Workspace;

public sealed class WorkspaceSnapshotTests
{
    private const string Project = """
        //- Dockerfile
        FROM golang AS builder
        //- compose.yaml
        services:
          web:
            build: {context: ., target: builder}
        """;

    [Fact]
    public void A_finding_comes_when_the_stage_goes_and_goes_when_it_comes_back()
    {
        var workspace = new MarkedWorkspace(Project);
        var dockerfile = workspace["Dockerfile"].Path;
        var compose = workspace["compose.yaml"].Path;
        var without = workspace.Snapshot.With(new(dockerfile, SourceText.From("FROM golang AS other")));
        var again = without.With(new(dockerfile, SourceText.From("FROM golang AS builder")));
        Assert.Empty(Diagnostics.Of(workspace.Snapshot, compose, RuleSettings.Default));
        Assert.Single(Diagnostics.Of(without, compose, RuleSettings.Default));
        Assert.Empty(Diagnostics.Of(again, compose, RuleSettings.Default));
    }

    [Fact]
    public void An_edited_dockerfile_keeps_what_its_edits_have_not_touched()
    {
        var workspace = new MarkedWorkspace("FROM golang AS builder\nFROM builder\nRUN a");
        var path = workspace["Dockerfile"].Path;
        var before = workspace.Snapshot.DockerfileAt(path)!;
        var notAsked = workspace.Snapshot.With(new(path, SourceText.From(before.Text + "b")));
        var after = notAsked.With(new(path, SourceText.From(before.Text + "bc"))).DockerfileAt(path)!;
        Assert.Equal("RUN abc", after.Syntax.Items[^1].Text);
        Assert.Same(before.Stages[0], after.Stages[0]);
    }

    [Fact]
    public void An_edit_of_a_dockerfile_affects_the_consumers_that_build_from_it()
    {
        var workspace = new MarkedWorkspace(Project + "\n//- other/compose.yaml\nservices: {x: {build: .}}");
        Assert.Equal(
            [workspace["Dockerfile"].Path, workspace["compose.yaml"].Path],
            workspace.Snapshot.AffectedBy(workspace["Dockerfile"].Path));
    }

    [Fact]
    public void Documents_that_change_at_once_affect_what_each_of_them_affects()
    {
        var workspace = new MarkedWorkspace("""
            //- compose.yaml
            include: [more/compose.yaml]
            services:
              web: {extends: {file: base.yaml, service: web}, build: {context: api}}
              inline: {build: {dockerfile_inline: "FROM alpine"}}
            //- base.yaml
            services: {web: {build: {target: dev}}}
            //- more/compose.yaml
            services: {db: {build: {context: ., dockerfile: $FILE}}}
            //- more/.env
            FILE=db.Dockerfile
            //- more/db.Dockerfile
            FROM alpine
            //- more/.dockerignore
            x
            //- api/Dockerfile
            FROM alpine AS dev
            //- api/.dockerignore
            *.md
            //- .dockerignore
            y
            //- other/Dockerfile
            FROM alpine
            //- more/.dockstage.json
            {}
            """);
        var snapshot = workspace.Snapshot;
        DocumentPath[] all = [.. snapshot.Paths, Markup.Root.Resolve("api/dockerfile"), Markup.Root.Resolve("nowhere.txt")];
        Assert.All(all.SelectMany(one => all.Select(other => (DocumentPath[])[one, other])).Append(all), paths =>
            Assert.Equal(
                paths.SelectMany(path => snapshot.AffectedBy(path)).Select(path => path.Uri).Distinct().Order(StringComparer.Ordinal),
                snapshot.AffectedBy(paths).Select(path => path.Uri).Order(StringComparer.Ordinal)));
        Assert.Contains(workspace["more/db.Dockerfile"].Path, snapshot.AffectedBy([workspace["other/Dockerfile"].Path, workspace["more/.env"].Path]));
    }

    [Fact]
    public void A_dockerfile_that_does_not_exist_yet_affects_its_consumers_too()
    {
        var workspace = new MarkedWorkspace("//- compose.yaml\nservices: {web: {build: api}}");
        Assert.Contains(workspace["compose.yaml"].Path, workspace.Snapshot.AffectedBy(Markup.Root.Resolve("api/Dockerfile")));
    }

    [Fact]
    public void What_builds_name_and_nobody_has_looked_at_is_wanted()
    {
        var file = Markup.ParseOne("services: {web: {build: {context: ., dockerfile: ../x.df}}}", "a/compose.yaml");
        var snapshot = WorkspaceSnapshot.Empty.With(file.ToDocument());
        var dockerfile = Markup.Root.Resolve("x.df");
        Assert.Contains(dockerfile, snapshot.Wanted);
        Assert.DoesNotContain(dockerfile, snapshot.WithAbsent(dockerfile).Wanted);
    }

    [Fact]
    public void A_dockerfile_that_is_no_text_is_neither_missing_nor_wanted_again()
    {
        var file = Markup.ParseOne("services: {web: {build: {target: x}}}", "compose.yaml");
        var snapshot = WorkspaceSnapshot.Empty.With(file.ToDocument()).WithUnreadable(Markup.Root.Resolve("Dockerfile"))
            .WithAbsent(Markup.Root.Resolve("dockerfile"));
        Assert.DoesNotContain(snapshot.Wanted, path => path.Name is "Dockerfile" or "dockerfile");
        Assert.Empty(Diagnostics.Of(snapshot, file.Path, RuleSettings.Default));
    }

    [Fact]
    public void A_consumer_that_is_gone_wants_and_builds_nothing()
    {
        var workspace = new MarkedWorkspace(Project);
        var snapshot = workspace.Snapshot.Without(workspace["compose.yaml"].Path);
        Assert.Empty(snapshot.Index.TargetsNaming(workspace["Dockerfile"].Path));
        Assert.Empty(snapshot.BuildTargetsIn(workspace["compose.yaml"].Path));
    }

    [Fact]
    public void The_index_is_kept_over_edits_of_dockerfiles_and_renewed_by_edits_of_consumers()
    {
        var workspace = new MarkedWorkspace(Project);
        var index = workspace.Snapshot.Index;
        var edited = workspace.Snapshot.With(new(workspace["Dockerfile"].Path, SourceText.From("FROM a AS b")));
        Assert.Same(index, edited.Index);
        var consumer = edited.With(new(workspace["compose.yaml"].Path, SourceText.From("services: {}")));
        Assert.NotSame(index, consumer.Index);
        Assert.Empty(consumer.Index.Dockerfiles);
    }

    [Fact]
    public void The_first_candidate_that_exists_is_the_dockerfile()
    {
        var workspace = new MarkedWorkspace("""
            //- dockerfile
            FROM golang AS lower
            //- compose.yaml
            services: {web: {build: .}}
            """);
        var target = workspace.Snapshot.BuildTargetsIn(workspace["compose.yaml"].Path).Single();
        Assert.Equal("dockerfile", Assert.IsType<ResolvedDockerfile.Found>(workspace.Snapshot.Resolve(target)).Path.Name);
        var both = workspace.Snapshot.With(new(Markup.Root.Resolve("Dockerfile"), SourceText.From("FROM a AS upper")));
        Assert.Equal("Dockerfile", Assert.IsType<ResolvedDockerfile.Found>(both.Resolve(target)).Path.Name);
    }
}
