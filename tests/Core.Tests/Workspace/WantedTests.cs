using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Workspace;

public sealed class WantedTests
{
    [Fact]
    public void A_base_file_that_a_consumer_asks_for_is_wanted_too()
    {
        var file = Markup.ParseOne("services: {web: {build: {target: x}}}", "compose.override.yaml");
        var snapshot = WorkspaceSnapshot.Empty.With(file.ToDocument());
        Assert.Contains("file:///w/compose.yaml", snapshot.WantedBy(file.Path).Select(p => p.Uri));
        Assert.Contains("file:///w/compose.yaml", snapshot.Wanted.Select(p => p.Uri));
    }

    [Fact]
    public void A_document_that_comes_or_becomes_a_Dockerfile_may_want_its_ignore_files()
    {
        var path = Markup.Root.Resolve("a");
        var plain = WorkspaceSnapshot.Empty.With(new(path, SourceText.From("FROM x"), "plaintext"));
        _ = plain.Index;
        var docker = plain.With(new(path, SourceText.From("FROM x"), "dockerfile"));
        var edited = docker.With(new(path, SourceText.From("FROM y"), "dockerfile"));
        Assert.True(docker.MayWantMoreThan(plain, [path]));
        Assert.Equal(["file:///w/.dockerignore", "file:///w/a.dockerignore"], docker.Wanted.Select(wanted => wanted.Uri));
        Assert.False(edited.MayWantMoreThan(docker, [path]));
        Assert.True(edited.MayWantMoreThan(edited.WithAbsent(path), [path]));
        Assert.True(edited.Without(path).MayWantMoreThan(edited, [path]));
    }

    /// <summary>Which of two Dockerfiles is built may change with what they say, and with the one that is there: the places for both are known before.</summary>
    [Fact]
    public void The_ignore_files_of_every_context_that_may_count_are_looked_for()
    {
        var workspace = new MarkedWorkspace("//- compose.yaml\nservices: {web: {build: {context: ., dockerfile: api/Dockerfile}}}\n//- api/Dockerfile\nFROM x\n//- api/dockerfile\nFROM y\n");
        Assert.True(workspace.Snapshot.Find(Markup.Root.Resolve(".dockerignore")).IsAbsent);
        Assert.Empty(workspace.Snapshot.WithAbsent(Markup.Root.Resolve("api/Dockerfile")).Wanted);
        Assert.Contains("file:///w/.dockerignore", workspace.Snapshot.Without(Markup.Root.Resolve(".dockerignore")).WantedBy(Markup.Root.Resolve("api/dockerfile")).Select(wanted => wanted.Uri));
    }

    [Fact]
    public void A_base_file_that_arrives_later_changes_what_the_upper_file_builds()
    {
        var files = Markup.Parse("""
            //- compose.override.yaml
            services: {web: {build: {target: x}}}
            //- compose.yaml
            services: {web: {build: ./api}}
            """);
        var before = WorkspaceSnapshot.Empty.With(files[0].ToDocument());
        Assert.Equal(["file:///w/Dockerfile"], Dockerfiles(before));
        var after = before.With(files[1].ToDocument());
        Assert.Equal(["file:///w/api/Dockerfile"], Dockerfiles(after));
        Assert.Contains(files[0].Path, after.AffectedBy(files[1].Path));

        IEnumerable<string> Dockerfiles(WorkspaceSnapshot snapshot) =>
            snapshot.BuildTargetsIn(files[0].Path).Select(t => t.Dockerfile.Candidates[0].Uri);
    }
}
