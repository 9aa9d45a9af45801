using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class DockerfileNotFoundTests
{
    [Fact]
    public void A_missing_dockerfile_is_reported_on_its_path_and_nothing_else_is() => RuleAssert.Finds("""
        //- compose.yaml
        services:
          web:
            build:
              context: api
              dockerfile: [|docker/prod.Dockerfile|]
              target: nosuch
        """, "DockerfileNotFound Warning: There is no Dockerfile at api/docker/prod.Dockerfile.");

    [Fact]
    public void Without_a_path_the_context_is_blamed() => RuleAssert.Finds("""
        //- compose.yaml
        services:
          web:
            build: [|./api|]
        """, "DockerfileNotFound Warning: There is no Dockerfile at api/Dockerfile.");

    [Fact]
    public void Without_a_context_the_build_is_blamed() => RuleAssert.Finds("""
        //- compose.yaml
        services:
          web:
            [|build|]:
              target: x
        """, "DockerfileNotFound Warning: There is no Dockerfile at Dockerfile.");

    /// <summary>Such a file is laid over one above (<c>-f ../compose.yaml -f compose.tests.yaml</c>); its paths count from the first file's folder then.</summary>
    [Theory]
    [InlineData("a/b/compose.tests.yaml", "{context: api, dockerfile: x.df}", "api/x.df")]
    [InlineData("a/b/docker-compose.override.yml", "{context: api, dockerfile: x.df}", "a/api/x.df")]
    [InlineData("a/b/docker-compose-prod.yml", "api", "api/dockerfile")]
    [InlineData("a/b/compose.tests.yaml", "../api", "api/Dockerfile")]
    [InlineData("a/compose.tests.yaml", "{dockerfile: x.df}", "x.df")]
    public void A_fragment_that_fits_a_folder_above_is_left_alone(string file, string build, string dockerfile) =>
        RuleAssert.Finds($"//- {file}\nservices: {{web: {{build: {build}}}}}\n//- {dockerfile}\nFROM alpine");

    /// <summary>Compose refuses such a file by itself: it names a network, a volume or a service that another file has.</summary>
    [Theory]
    [InlineData("a/b/compose.yaml", "{web: {build: a/b, networks: [x]}}", "")]
    [InlineData("a/b/docker-compose.yml", "{web: {build: {dockerfile: a/b/Dockerfile}, depends_on: [db]}}", "")]
    [InlineData("a/b/compose.yaml", "{web: {build: ../a/b, volumes: ['data:/x']}}", "")]
    [InlineData("a/b/compose.yaml", "{web: {build: ../../a/b, links: [db]}}", "")]
    [InlineData("a/b/compose-tests.yml", "{web: {build: ../a/b}}", "//- a/b/compose.yml\nservices: {web: {depends_on: [db]}}\n")]
    public void A_file_that_Compose_refuses_by_itself_and_that_fits_a_folder_above_is_left_alone(string file, string services, string others) =>
        RuleAssert.Finds($"//- {file}\nservices: {services}\n{others}//- a/b/Dockerfile\nFROM alpine");

    [Theory]
    [InlineData("a/b/compose.yaml", "{web: {build: [|c/b|], networks: [x]}}", "")]
    [InlineData("a/b/compose.yaml", "{web: {build: [|../a/b|]}}", "")]
    [InlineData("a/b/compose-tests.yml", "{web: {build: [|../a/b|]}}", "//- a/b/compose.yml\nservices: {web: {image: x}}\n")]
    public void What_Compose_takes_or_no_folder_above_has_is_not(string file, string services, string others)
    {
        var found = new MarkedWorkspace($"//- {file}\nservices: {services}\n{others}//- a/b/Dockerfile\nFROM alpine");
        var finding = Assert.Single(Diagnostics.Of(found.Snapshot, found[file].Path, RuleSettings.Default));
        Assert.Equal(("DockerfileNotFound", found[file].Spans[0]), (finding.Code, finding.Span));
    }

    [Theory]
    // No folder above has it, or only one beside.
    [InlineData("a/compose.tests.yaml", "[|api|]", "b/api/Dockerfile", "a/api/Dockerfile")]
    // A base file counts from its own folder, and so does what is laid over one beside it.
    [InlineData("a/compose.yaml", "[|api|]", "api/Dockerfile", "a/api/Dockerfile")]
    [InlineData("a/compose.tests.yaml", "[|api|]", "api/Dockerfile\nFROM alpine\n//- a/compose.yaml\nservices: {db: {image: x}}", "a/api/Dockerfile")]
    // An absolute path is the same from everywhere.
    [InlineData("a/compose.tests.yaml", "{context: [|/w/a/api|]}", "api/Dockerfile", "a/api/Dockerfile")]
    public void Any_other_file_counts_from_its_own_folder(string file, string build, string other, string missing)
    {
        var found = new MarkedWorkspace($"//- {file}\nservices: {{web: {{build: {build}}}}}\n//- {other}\nFROM alpine");
        var path = found[file].Path;
        var finding = Assert.Single(Diagnostics.Of(found.Snapshot, path, RuleSettings.Default));
        Assert.Equal(("DockerfileNotFound", found[file].Spans[0]), (finding.Code, finding.Span));
        Assert.Contains(missing[(missing.IndexOf('/') + 1)..], finding.Message.In(Core.Messages.Language.English));
    }

    [Fact]
    public void A_folder_above_at_which_nobody_has_looked_is_looked_at_and_comes_and_goes()
    {
        var file = Markup.ParseOne("services: {web: {build: api}}", "a/compose.tests.yaml");
        var above = Markup.Root.Resolve("api/Dockerfile");
        var snapshot = Core.Workspace.WorkspaceSnapshot.Empty.With(file.ToDocument());
        Assert.Contains(above, snapshot.Wanted);
        Assert.Contains(above, snapshot.WantedBy(file.Path));
        snapshot = snapshot.Wanted.Where(path => !path.Equals(above)).Aggregate(snapshot, (files, path) => files.WithAbsent(path));
        Assert.Empty(Diagnostics.Of(snapshot, file.Path, RuleSettings.Default));
        Assert.Single(Diagnostics.Of(snapshot.WithAbsent(above), file.Path, RuleSettings.Default));
        Assert.Contains(file.Path, snapshot.AffectedBy(above));
    }

    [Fact]
    public void A_file_at_which_nobody_has_looked_is_not_missing()
    {
        var file = Markup.ParseOne("services: {web: {build: .}}", "compose.yaml");
        var snapshot = Core.Workspace.WorkspaceSnapshot.Empty.With(file.ToDocument());
        Assert.Empty(Diagnostics.Of(snapshot, file.Path, RuleSettings.Default));
    }
}
