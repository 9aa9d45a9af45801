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
